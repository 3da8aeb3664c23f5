import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { workflowSourcesDigest } from "../worker/workflow-sources.js";

const run = promisify(execFile);
const kept = 5;

/** Bundles of sources that have changed since are useless; a few are kept for whoever goes back and forth. */
async function forgetOld(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => join(folder, name));
  const ages = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const old = ages.sort((one, other) => other.at - one.at).slice(kept);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

/**
 * The workflow bundle of these sources, made only when they have changed. In a process of its own: bundling takes the
 * whole processor for two seconds, and the servers are starting meanwhile.
 */
export async function workflowBundle(home: string): Promise<{ file: string; fresh: boolean }> {
  const folder = join(home, "bundles");
  const file = join(folder, `${workflowSourcesDigest()}.js`);
  if (existsSync(file)) return { file, fresh: false };
  const build = fileURLToPath(new URL("../scripts/build.ts", import.meta.url));
  try {
    await run(process.execPath, ["--import", import.meta.resolve("tsx"), build, file]);
  } catch (fault) {
    const { stderr, message } = fault as { stderr?: string; message: string };
    throw new Error(`The workflows can't be bundled: ${(stderr || message).trim().slice(-1500)}`);
  }
  await forgetOld(folder);
  return { file, fresh: true };
}
