/**
 * Lives a case along each way and keeps its histories in `test/histories`, one for each run, for the replay tests. To be run
 * again when what is told was meant to change, and only then: a recorded history that fails is otherwise a case in
 * production that would stop.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { withServers } from "../installation/servers/passing.js";
import { runsOf } from "../rig/history.js";
import { openOffice } from "../rig/office.js";
import { historiesFolder } from "../rig/recorded-histories.js";
import { onTheServer } from "../rig/teller.js";
import { everyWay } from "../rig/ways/every.js";
import type { Way } from "../rig/ways/way.js";

// A busy machine takes its time.
const patienceMs = 240_000;
const stillOpen = Symbol("still open");

await withServers(async (servers) => {
  const office = await openOffice({ ...servers, bundle: undefined });
  const live = async ({ name, filing, options, scenario }: Way) => {
    const file = await office.file(filing, options);
    await scenario(onTheServer(file));
    const ended = office.client.workflow.getHandle(file.id).result();
    if ((await Promise.race([ended, pause(patienceMs, stillOpen, { ref: false })])) === stillOpen)
      throw new Error(
        `${options.procedure}/${name}: ${file.id} is still open four minutes after the last act of its way.`,
      );
    const runs = await runsOf(office.client, file.id);
    console.info(`${options.procedure}/${name}: ${file.id}, ${runs.length} run${runs.length > 1 ? "s" : ""}`);
    return { folder: join(historiesFolder, options.procedure), name, runs };
  };
  try {
    const lived = await Promise.all(everyWay.map(live));
    // Only once every case has come to its end: none is left from before, and none is missing.
    rmSync(historiesFolder, { recursive: true, force: true });
    for (const { folder, name, runs } of lived) {
      mkdirSync(folder, { recursive: true });
      runs.forEach((run, i) => {
        const file = runs.length === 1 ? name : `${name}-${i + 1}`;
        writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(JSON.parse(historyToJSON(run)))}\n`);
      });
    }
  } finally {
    await office.close();
  }
});
