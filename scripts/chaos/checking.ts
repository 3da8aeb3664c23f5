/** What a case must be once the storm is over. */
import { openingOf } from "../../case/simulate.js";
import { addDays, civilDate } from "../../law/civil-date.js";
import type { Register } from "../../register/register.js";
import { insist } from "../../rig/applicant.js";
import { lineOf } from "../../rig/journal-line.js";
import { type Scenario, simulated } from "../../rig/teller.js";

/** Days after its filing to which a case's time is moved, at the end: delays are over on the way. */
const daysAhead = 400;
/** A case that a lost run left behind is brought back by the next round of the reconciler at the latest. */
const patienceMs = 60_000;

export interface Verdict {
  readonly id: string;
  readonly acts: number;
  /** What is wrong, in words; empty when nothing is. */
  readonly wrong: readonly string[];
}

/** The journal that the same acts and the same time make without any server: nothing lost, doubled, early or late. */
export async function verdictOf(api: string, register: Register, id: string, scenario: Scenario): Promise<Verdict> {
  const wrong: string[] = [];
  const record = await register.case(id);
  if (record === undefined) return { id, acts: 0, wrong: ["the register doesn't hold it"] };
  const opening = openingOf(id, record.filedAt, record.ruleset, record.filing);
  const to = addDays(civilDate(record.filedOn), daysAhead);
  try {
    await insist(`${api}/v1/cases/${id}/advance`, { to }, 200, patienceMs);
  } catch (fault) {
    wrong.push(`stuck: ${(fault as Error).message.slice(0, 300)}`);
  }
  const told = (await register.journal(id, { limit: 10_000 })).map(lineOf);
  const expected = await simulated(opening, async (file) => {
    await scenario(file);
    await file.until(to);
  });
  const differs = expected.findIndex((line, index) => line !== told[index]);
  if (differs >= 0) wrong.push(`line ${differs + 1}: ${told[differs] ?? "nothing"}, and not ${expected[differs]}`);
  else if (told.length > expected.length) wrong.push(`too much: ${told[expected.length]}`);
  const { valid } = await register.verify(id);
  if (!valid) wrong.push("its chain isn't valid");
  return { id, acts: (await register.acts(id)).length, wrong };
}
