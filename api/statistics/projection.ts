import type { Act } from "../../case/act.js";
import { toldOpening } from "../../case/restart.js";
import { fromEpochMs } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";
import { registered } from "../../procedures/index.js";
import type { Register } from "../../register/register.js";
import { accesPrecoceFacts } from "./acces-precoce.js";
import type { Fact, RecordedCase } from "./facts.js";
import { pecanFacts } from "./pecan.js";

/** The procedures that are counted, and how their cases are read. */
export const factsOf: Readonly<Record<string, (recorded: RecordedCase) => Fact[]>> = {
  accesPrecoce: accesPrecoceFacts,
  pecan: pecanFacts,
  preDepotMedicament: ({ opening }) => [{ metric: "filed:meeting", on: opening.filedOn, value: 1, count: 1 }],
};

const atOnce = 100;

/**
 * Brings the counts up to the register's cases, for at most that long; false when some are still behind: told, never hidden.
 * A fact is always that of the acts: nothing is counted from what was told.
 */
export async function catchUp(register: Register, procedures: readonly string[], patienceMs: number): Promise<boolean> {
  const limit = Date.now() + patienceMs;
  for (;;) {
    const late = await register.statistics.behind(procedures, atOnce);
    for (const { id, version } of late) {
      await projectCase(register, id, version);
      if (Date.now() > limit) return false;
    }
    if (late.length < atOnce) return true;
  }
}

async function projectCase(register: Register, id: string, version: number): Promise<void> {
  const record = await register.case(id);
  const read = record === undefined ? undefined : factsOf[record.procedure];
  if (record === undefined || read === undefined) return;
  const until = parisDay(fromEpochMs(Date.now() + (record.sandbox ? await register.offset(id) : 0)));
  const acts = (await register.acts(id)).map(({ envelope }) => envelope as Act);
  const { procedure } = registered(record.procedure);
  const facts = read({ procedure, opening: toldOpening(record), acts, until });
  await register.statistics.project({ id, procedure: record.procedure, sandbox: record.sandbox, version }, facts);
}
