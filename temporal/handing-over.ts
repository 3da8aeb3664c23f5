import { civilDate } from "../law/civil-date.js";
import { epochMs, instant } from "../law/instant.js";
import { startOfDayMs } from "../law/paris.js";
import { type Reaching, reach } from "./reaching.js";
import type { IdentifiedMessage } from "./sending.js";
import { caseFromRegister, type Runs } from "./starting.js";

/** As long as an act waits for its case. */
const patience = 10_000;

/** When an act counts from; a strike counts from when it is taken. */
const startsMs = ({ at, on }: IdentifiedMessage): number =>
  at !== undefined ? epochMs(instant(at)) : on === undefined ? 0 : startOfDayMs(civilDate(on));

/**
 * Takes to a case what another hands over, as an act whose id is the line that handed it over: true once the case holds it; false when
 * nobody has taken it in time, or while the time of a trial case is behind it. @throws Refusal
 */
export const carryTo =
  (runs: Runs) =>
  async (caseId: string, { act, message }: { act: string; message: IdentifiedMessage }): Promise<boolean> => {
    const held = await runs.register.caseWithAct(caseId, message.id);
    if (held === undefined) throw new Error(`The register holds no case ${caseId}.`);
    if (held.act !== undefined) return true;
    if (startsMs(message) > Date.now() + held.record.offsetMs) return false;
    const reaching: Reaching = { patience, derived: (record) => caseFromRegister(runs.register, record) };
    return (await reach(runs, caseId, { act, updateId: message.id, message }, reaching)) === "recorded";
  };
