import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode } from "@temporalio/worker";
import { schemas } from "../procedures/schemas.js";

const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The file whose exports are the workflows. */
export const workflowsPath = here("../workflows/index.ts");

/** Reads whatever is sent: what it can't read is refused like any other bad message, and never fails a task. */
export const payloadConverterPath = here("../workflows/payload-converter.ts");

/** In the bundle, this module is its value: it is made with zod, which stays outside (ADR 19). */
const schemasByValue = {
  test: here("../procedures/schemas.ts"),
  enforce: "pre",
  use: {
    loader: here("./value-loader.mjs"),
    options: { text: `export const schemas = JSON.parse(${JSON.stringify(JSON.stringify(schemas))});` },
  },
} as const;

/** Bundles the workflows into one text that a worker can run. */
export async function bundleWorkflows(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: [here("../workflows/arrivals.ts")],
    // Evaluated once for all cases, and frozen: what is pure. Never what holds a run's own state, which is all of `workflows/`.
    preloadModules: [here("../procedures/all.ts")],
    payloadConverterPath,
    failureConverterPath: here("../workflows/failure-converter.ts"),
    webpackConfigHook: (config) => ({
      ...config,
      module: { ...config.module, rules: [schemasByValue, ...(config.module?.rules ?? [])] },
    }),
    // Bundling says a dozen lines about webpack; only what is wrong matters to who starts Guichet.
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: console.warn,
      error: console.error,
    },
  });
  return code;
}

/** Bundles the workflows into a file, in one step for whoever reads it meanwhile. */
export async function writeBundle(file: string): Promise<string> {
  const arriving = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(arriving, await bundleWorkflows());
  await rename(arriving, file);
  return file;
}

/** What a worker takes as `workflowBundle`: the file built beforehand when there is one, else a bundle made now. */
export async function loadBundle(file: string | undefined): Promise<{ code: string }> {
  return { code: file ? await readFile(file, "utf8") : await bundleWorkflows() };
}
