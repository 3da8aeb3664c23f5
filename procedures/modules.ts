/** Sources when run from sources, compiled files when run from them. */
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";

/** A module of a procedure's folder, which bears its name: what never enters a workflow is found so, without a line anywhere. */
export const moduleOf = async <M>(procedure: string, module: string): Promise<M> =>
  (await import(new URL(`./${procedure}/${module}.${extension}`, import.meta.url).href)) as M;
