import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configuration } from "../../config/index.js";
import { migrate } from "../../register/migrate.js";
import { startPostgres } from "./postgres.js";
import { startTemporal } from "./temporal.js";
import { findTemporalCli } from "./temporal-cli.js";
import { tether } from "./tether.js";

/** Where the servers of one command are. */
export interface PassingServers {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
}

/** A Temporal and a migrated PostgreSQL for as long as a command needs them, in a folder that leaves with them. */
export async function withServers<T>(use: (servers: PassingServers) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "guichet-passing-"));
  // Root's PostgreSQL runs as another user, who must be able to enter.
  chmodSync(home, 0o711);
  const undo: (() => Promise<void>)[] = [];
  try {
    const read = configuration();
    const cli = await findTemporalCli({ home: read.home, imposed: read.temporal.cli });
    const temporal = await startTemporal({ cli, databaseFile: join(home, "temporal.db") });
    undo.push(() => temporal.stop());
    const postgres = await startPostgres({ home, durable: false });
    undo.push(() => postgres.destroy());
    // Ctrl-C leaves neither behind.
    const held = tether([postgres.pid, temporal.pid], home);
    undo.unshift(async () => held.release());
    await migrate(postgres.url);
    return await use({ address: temporal.address, namespace: "default", databaseUrl: postgres.url });
  } finally {
    for (const step of undo.reverse()) await step();
    rmSync(home, { recursive: true, force: true });
  }
}
