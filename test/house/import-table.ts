import type { Import } from "./imports.js";

/** What a folder of the house may import. */
interface Permission {
  /**
   * Folders, or paths without extension: `workflows/messages` allows that file or that folder alone. `everything below`
   * is every folder that stands before it in the table.
   */
  readonly folders: readonly string[] | "everything below";
  /** Those of which types alone may be imported. */
  readonly types?: readonly string[];
  /** The packages allowed; any, but those kept for others, when absent. */
  readonly packages?: readonly string[];
}

/** The table of the design, from the ground up: every folder that holds TypeScript, and those that are about to. */
export const importTable: Readonly<Record<string, Permission>> = {
  law: { folders: [], packages: [] },
  config: { folders: [] },
  case: { folders: ["law"], packages: [] },
  procedures: { folders: ["case", "law"], packages: [] },
  // ADR 17: a cursor is a date from outside, and there is one door for those.
  register: { folders: ["config", "law/civil-date", "law/known-days"], types: ["case", "law"] },
  workflows: {
    // ADR 7: law is as pure as what stands above it.
    folders: ["case", "procedures", "law"],
    types: ["activities"],
    // @temporalio/common is where the payload converter's interface lives.
    packages: ["@temporalio/workflow", "@temporalio/common"],
  },
  activities: { folders: ["procedures", "register", "config", "case"] },
  temporal: {
    folders: [
      ...["config", "register", "case", "procedures", "workflows/messages", "workflows/search-attributes"],
      // What the workflow marks, the data converter reads.
      ...["workflows/in-process", "workflows/came-encrypted", "workflows/seals", "law"],
    ],
  },
  statistics: { folders: ["case", "law", "procedures", "register"] },
  desk: {
    folders: [...["temporal", "statistics", "register", "procedures", "case", "law", "config"]],
  },
  identity: { folders: ["desk", "register", "config"] },
  console: { folders: ["desk", "identity", "case", "law", "procedures", "config"] },
  // One HTTP server serves both doors: the pages are mounted where the routes are.
  api: { folders: ["desk", "identity", "case", "law", "procedures", "config", "console/mount"] },
  // The worker knows the workflows by their path: they run in a sandbox, never in its own world; it bundles them with
  // their schemas as they are then (ADR 19).
  // ADR 7: it opens the register for its activities, and restarts from it the cases that Temporal lost.
  worker: { folders: ["temporal", "activities", "case", "register", "config", "procedures/schemas"] },
  installation: { folders: "everything below" },
  rig: { folders: "everything below" },
  scripts: { folders: "everything below" },
  bench: { folders: "everything below" },
  test: { folders: "everything below" },
};

/** The rooms of what runs in production; those after them bring it up, try it and measure it. */
export const rooms = Object.keys(importTable).filter((folder) => importTable[folder]?.folders !== "everything below");

const tools = "installation|rig|scripts|bench|test";

/** What of `procedures/` never enters a workflow: bodies, forms and letters, and what is found with them (ADR 19). */
const besideWorkflows = (file: string): boolean =>
  /^procedures\/(?:[^/]+\/)?(?:(?:[a-z]+-)?(?:bodies|letters?)|served|form|facts|figures|links)(?:\/.*)?\.tsx?$/.test(
    file,
  );

/** Packages that only some files may import, wherever they are allowed. */
const kept: Readonly<Record<string, (file: string) => boolean>> = {
  zod: (file) =>
    /^procedures\/(.*bodies|schemas)\.ts$/.test(file) || new RegExp(`^(config|api|desk|console|${tools})/`).test(file),
  "@temporalio/worker": (file) =>
    file === "temporal/native-connection.ts" || new RegExp(`^(worker|${tools})/`).test(file),
  // The desk knows no HTTP: doors do.
  express: (file) => new RegExp(`^(api|console|${tools})/`).test(file),
  "node:http": (file) => new RegExp(`^(api|console|worker|${tools})/`).test(file),
  "@temporalio/client": (file) => new RegExp(`^(temporal|desk|worker|${tools})/`).test(file),
  vitest: (file) => file.startsWith("test/"),
};

const folderOf = (path: string): string => path.split("/")[0] ?? "";

const within = (path: string, allowed: string): boolean =>
  path === `${allowed}.ts` || path === `${allowed}.tsx` || path.startsWith(`${allowed}/`);

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** The folders that a folder may import. */
function allowedTo(folder: string): readonly string[] {
  const { folders } = importTable[folder] ?? { folders: [] };
  if (folders !== "everything below") return folders;
  const all = Object.keys(importTable);
  return all.slice(0, all.indexOf(folder));
}

/** What lies under a folder: what it may import, and what that may. */
function under(folder: string): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    for (const allowed of allowedTo(folderOf(name))) {
      if (seen.has(allowed)) continue;
      seen.add(allowed);
      visit(allowed);
    }
  };
  visit(folder);
  return seen;
}

/** Why an import breaks the table; null when it doesn't. */
export function whyForbidden({ from, specifier, to, typeOnly }: Import): string | null {
  const folder = folderOf(from);
  const permission = importTable[folder];
  if (to === null) {
    const name = packageOf(specifier);
    if (kept[name] && !kept[name](from)) return `${name} isn't for this file`;
    const isSchema = name === "zod" && kept.zod?.(from);
    if (permission?.packages && !isSchema && !permission.packages.includes(name))
      return `${folder}/ may import no package${permission.packages.length > 0 ? ` but ${permission.packages.join(", ")}` : ""}`;
    return null;
  }
  if (!permission) return `${folder}/ has no row in the table of the house`;
  if (["workflows", "procedures"].includes(folder) && besideWorkflows(to) && !besideWorkflows(from) && !typeOnly)
    return "zod or letters would enter the workflow bundle: their types only";
  if (folderOf(to) === folder) return null;
  const folders = allowedTo(folder);
  if (folders.some((allowed) => within(to, allowed))) return null;
  // A type leaves nothing at run time: those of what lies under an allowed folder are its vocabulary.
  const vocabulary = [...(permission.types ?? []), ...under(folder)];
  if (typeOnly && vocabulary.some((allowed) => within(to, allowed))) return null;
  const allowed = folders.length > 0 ? folders.join(", ") : "nothing";
  return `${folder}/ may import ${allowed}${typeOnly ? "" : `${permission.types ? `, and types of ${permission.types.join(", ")}` : ""}`}`;
}
