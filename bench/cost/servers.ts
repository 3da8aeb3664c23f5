import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { configuration } from "../../config/index.js";
import { type PostgresServer, startPostgres } from "../../installation/servers/postgres.js";
import { startTemporal } from "../../installation/servers/temporal.js";
import { findTemporalCli } from "../../installation/servers/temporal-cli.js";
import { startProductionTemporal } from "./production-temporal.js";

/** The servers of a bench. */
export interface Servers {
  /** What the measured server is, in a few words. */
  readonly title: string;
  readonly address: string;
  /** The process of Temporal's server and, where it is another one, of what it stores in. */
  readonly server: number;
  readonly store: number | undefined;
  /** The register's own PostgreSQL: none of its work is counted as Temporal's. */
  readonly register: PostgresServer;
  stop(): Promise<void>;
}

export const serverKinds = ["production", "development"] as const;

export async function startServers(kind: (typeof serverKinds)[number], home: string): Promise<Servers> {
  const register = await startPostgres({ home });
  if (kind === "development") {
    const { home: cache, temporal } = configuration();
    const cli = await findTemporalCli({ home: cache, imposed: temporal.cli });
    const server = await startTemporal({ cli, databaseFile: join(home, "temporal.db") });
    return {
      title: "Temporal's development server, SQLite in its process",
      address: server.address,
      server: server.pid,
      store: undefined,
      register,
      stop: async () => void (await Promise.all([server.stop(), register.destroy()])),
    };
  }
  const ownHome = join(home, "temporal");
  mkdirSync(ownHome, { mode: 0o711 });
  const store = await startPostgres({ home: ownHome });
  const server = await startProductionTemporal(ownHome, store);
  return {
    title: `temporal-server ${server.version} on PostgreSQL`,
    address: server.address,
    server: server.pid,
    store: store.pid,
    register,
    async stop() {
      await server.stop();
      await Promise.all([store.destroy(), register.destroy()]);
    },
  };
}
