import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { configuration } from "../../config/index.js";
import { freePort } from "../../installation/servers/ports.js";
import { startPostgres } from "../../installation/servers/postgres.js";
import { startTemporal } from "../../installation/servers/temporal.js";
import { findTemporalCli } from "../../installation/servers/temporal-cli.js";
import { tether } from "../../installation/servers/tether.js";
import { workflowsPath, writeBundle } from "../../worker/bundle.js";
import { migratedTemplate } from "./template.js";

declare module "vitest" {
  interface ProvidedContext {
    /** A maintenance database of the run's PostgreSQL, whose user may create databases. */
    readonly databaseUrl: string;
    /** The name of a database with the register's tables and nothing in them; null while there are no migrations. */
    readonly migratedTemplate: string | null;
    readonly temporalAddress: string;
    readonly temporalNamespace: string;
    readonly temporalUiUrl: string;
    /** The Temporal CLI that was found, for tests that start a server of their own. */
    readonly temporalCli: string;
    /** The file of the workflow bundle; null while there are no workflows. */
    readonly workflowBundle: string | null;
  }
}

/** One PostgreSQL, one Temporal and one workflow bundle for the whole run, in a folder that leaves with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const read = configuration();
  const home = await mkdtemp(join(tmpdir(), "guichet-test-"));
  // Root's PostgreSQL runs as another user, who must be able to enter.
  await chmod(home, 0o711);
  const undo: (() => Promise<unknown>)[] = [];
  const teardown = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch(console.error);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const postgres = async () => {
      // A database given by the environment is one whose user may create others: the suite also runs on Debian's.
      if (read.databaseUrl) return read.databaseUrl;
      const server = await startPostgres({ home, durable: false });
      const held = tether([server.pid]);
      undo.push(async () => {
        await server.destroy();
        held.release();
      });
      return server.adminUrl;
    };
    const temporal = async () => {
      const cli = await findTemporalCli({ home: read.home, imposed: read.temporal.cli });
      const uiPort = await freePort();
      const server = await startTemporal({ cli, databaseFile: join(home, "temporal.db"), uiPort });
      const held = tether([server.pid], home);
      undo.push(async () => {
        await server.stop();
        held.release();
      });
      return { cli, server };
    };
    const bundle = async () => (existsSync(workflowsPath) ? writeBundle(join(home, "workflows.js")) : null);
    const [databaseUrl, { cli, server }, workflowBundle] = await Promise.all([postgres(), temporal(), bundle()]);
    const template = await migratedTemplate(databaseUrl);
    if (template) undo.push(template.drop);

    project.provide("databaseUrl", databaseUrl);
    project.provide("migratedTemplate", template?.name ?? null);
    project.provide("temporalAddress", server.address);
    project.provide("temporalNamespace", "default");
    project.provide("temporalUiUrl", server.uiUrl ?? "");
    project.provide("temporalCli", cli);
    project.provide("workflowBundle", workflowBundle);
    return teardown;
  } catch (fault) {
    await teardown();
    throw fault;
  }
}
