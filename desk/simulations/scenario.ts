import { z } from "zod";
import { rulesetId, rulesetNames, rulesetTried } from "../../case/definition.js";
import type { JournalEntry } from "../../case/entry.js";
import { faultAt } from "../../case/fault.js";
import type { Opening } from "../../case/kernel.js";
import type { RefusalProblem } from "../../case/refusal.js";
import { momentOf, openingOf, type SimulatedAct, simulate } from "../../case/simulate.js";
import type { CaseView } from "../../case/view.js";
import type { CivilDate } from "../../law/civil-date.js";
import { parisDay } from "../../law/paris.js";
import { served } from "../../procedures/served.js";
import { readForm } from "../form.js";
import { givenDayOrInstant } from "../given.js";
import { refuseByRule, refuseMalformed } from "../refusal.js";

/** One request for a simulation: a filing, what is sent when, and until when to look. */
export const scenario = z
  .strictObject({
    procedure: z.string().max(60),
    ruleset: z.string().max(60).optional().meta({
      description: "By name, as on the day of filing; or a dated one (csp@2021-07-01), in force or not",
    }),
    filing: z.record(z.string(), z.unknown()),
    filedAt: givenDayOrInstant,
    acts: z
      .array(
        z.strictObject({
          act: z.string().max(100),
          at: givenDayOrInstant.meta({ description: "When it is made" }),
          receivedAt: givenDayOrInstant.optional(),
          recordedAt: givenDayOrInstant.optional().meta({ description: "When it is recorded, if later than made" }),
          by: z.string().max(100).optional(),
          about: z.string().max(200).optional(),
          via: z.strictObject({ platform: z.string().max(200), reference: z.string().max(200) }).optional(),
          confirm: z.boolean().optional(),
          body: z.unknown().optional(),
        }),
      )
      .max(500),
    until: givenDayOrInstant,
  })
  .meta({ id: "Scenario" });

export type Scenario = z.output<typeof scenario>;

/** What came of it. */
export interface Played {
  readonly case: CaseView;
  readonly journal: readonly JournalEntry[];
  readonly clocks: CaseView["clocks"];
  readonly notices: readonly {
    readonly number: number;
    readonly party: string;
    readonly name: string;
    readonly label: string;
    readonly about: string | null;
    readonly on: CivilDate;
    readonly legal: boolean;
  }[];
  readonly refused: readonly { readonly act: string; readonly at: string; readonly problem: RefusalProblem }[];
}

/** Plays a scenario in virtual time. @throws DeskRefusal, Refusal */
export function play(sent: unknown): Played {
  const { procedure: name, ruleset: wanted, filing, filedAt, acts, until } = readForm(scenario, sent);
  const asked = served.get(name);
  if (asked === undefined)
    return refuseMalformed([faultAt("/procedure", "not-a-choice", { choices: [...served.keys()] })]);
  const { procedure } = asked;
  const read = readForm(asked.filing, filing, "/filing") as Opening["filing"];
  const filed = momentOf(filedAt, "/filedAt");
  const ruleset = rulesetTried(procedure, parisDay(filed), wanted);
  if (ruleset === undefined)
    refuseByRule(
      "/ruleset",
      `expected one of ${rulesetNames(procedure)}; one without a day is that in force on ${parisDay(filed)}`,
    );
  if (momentOf(until, "/until") < filed && until !== parisDay(filed))
    refuseByRule("/until", "expected a moment after the filing");
  const opening = openingOf(`${procedure.shape.prefix}-SIMULATION`, filed, rulesetId(ruleset), read);
  const played = simulate(procedure, opening, acts as readonly SimulatedAct[], until);
  const { notices } = procedure.shape;
  return {
    case: played.case,
    journal: played.journal,
    clocks: played.case.clocks,
    notices: played.journal.flatMap(({ kind, number, party = "", name: notice, about = null, on }) =>
      kind === "notice"
        ? [
            {
              number,
              party,
              name: notice,
              label: notices[notice]?.label ?? notice,
              about,
              on,
              legal: notices[notice]?.kind === "legal",
            },
          ]
        : [],
    ),
    refused: played.refused,
  };
}
