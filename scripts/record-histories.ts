/**
 * Lives a case to each ending and keeps its history in `test/histories`, for the replay tests. To be run again when what is
 * told was meant to change, and only then: a recorded history that fails is otherwise a case in production that would stop.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { configuration } from "../config/index.js";
import { migrate } from "../register/migrate.js";
import { historiesFolder } from "../test/replay/recorded.js";
import { openOffice } from "../test/workflows/open-office.js";
import { ways } from "../test/workflows/scenarios.js";
import { onTheServer } from "../test/workflows/teller.js";
import { startPostgres } from "./servers/postgres.js";
import { startTemporal } from "./servers/temporal.js";
import { findTemporalCli } from "./servers/temporal-cli.js";

const home = mkdtempSync(join(tmpdir(), "guichet-histories-"));
// Root's PostgreSQL runs as another user, who must be able to enter.
chmodSync(home, 0o711);
const read = configuration();
const cli = await findTemporalCli({ home: read.home, imposed: read.temporal.cli });
const [postgres, temporal] = await Promise.all([
  startPostgres({ home, durable: false }),
  startTemporal({ cli, databaseFile: join(home, "temporal.db") }),
]);
try {
  await migrate(postgres.url);
  const office = await openOffice({
    address: temporal.address,
    namespace: "default",
    databaseUrl: postgres.url,
    bundle: undefined,
  });
  mkdirSync(historiesFolder, { recursive: true });
  for (const { to, filing, scenario } of ways) {
    const file = await office.file(filing);
    await scenario(onTheServer(file));
    const handle = office.client.workflow.getHandle(file.id);
    await handle.result();
    const history = historyToJSON(await handle.fetchHistory());
    writeFileSync(join(historiesFolder, `${to}.json`), `${JSON.stringify(JSON.parse(history))}\n`);
    console.info(`${to}: ${file.id}`);
  }
  await office.close();
} finally {
  await Promise.all([temporal.stop(), postgres.destroy()]);
  rmSync(home, { recursive: true, force: true });
}
