import type { Clock } from "../../case/clock.js";
import type { DelayRule } from "../../case/definition.js";
import { type ClockView, clockView } from "../../case/view.js";
import { type Citation, dateInFrench, weekdayInFrench } from "../../law/citation.js";
import { type CivilDate, weekday } from "../../law/civil-date.js";
import { deadline, explain } from "../../law/deadline.js";
import { delayInFrench, formatDelay } from "../../law/delay.js";
import { parisDay } from "../../law/paris.js";
import { type Walk, walkInFrench } from "../../law/walk.js";
import type { CaseRecord } from "../../register/register.js";
import { Problem } from "../problem.js";
import { type Desk, nowOf } from "./desk.js";

/** Another way to read the texts, with the last day to which it leads. */
export interface OtherReading {
  readonly length: string | null;
  readonly lastDay: CivilDate | null;
  readonly note: string | null;
  readonly source: Citation;
}

/** A date with everything that it rests upon. */
export interface Explanation {
  readonly case: string;
  readonly ruleset: string;
  readonly clock: ClockView;
  readonly delay: { readonly length: string; readonly source: Citation };
  readonly suspensions: readonly {
    readonly kind: string;
    readonly from: CivilDate;
    readonly to: CivilDate | null;
    readonly about: string | null;
    readonly by: string;
    readonly why: string;
  }[];
  readonly walk: Walk;
  readonly otherReadings: readonly OtherReading[];
}

/** Explains a clock of a case, day by day. @throws Problem `not-found` naming the clocks that there are. */
export async function explainClock(
  desk: Desk,
  record: CaseRecord,
  clockId: string,
): Promise<{ readonly explanation: Explanation; readonly rule: DelayRule }> {
  const derived = await desk.cases.derived(record);
  const clock = derived.clocks.find(({ id }) => id === clockId);
  if (clock === undefined) {
    const known = derived.clocks.map(({ id }) => id).join(", ");
    throw new Problem("not-found", `${record.id} has no such clock; its clocks are: ${known || "none yet"}.`);
  }
  const today = parisDay(nowOf(record));
  const { rule } = clock;
  const explanation: Explanation = {
    case: record.id,
    ruleset: derived.opening.ruleset,
    clock: clockView(clock, today),
    delay: { length: formatDelay(rule.length), source: rule.source },
    suspensions: clock.suspensions.map(({ kind, from, to, about, by, why }) => ({
      kind,
      from,
      to,
      about: about ?? null,
      by,
      why,
    })),
    walk: explain(clock.query).walk,
    otherReadings: (rule.otherwise ?? []).map((other) => readingOf(clock, other)),
  };
  return { explanation, rule };
}

function readingOf(clock: Clock, other: NonNullable<DelayRule["otherwise"]>[number]): OtherReading {
  return {
    length: other.length === undefined ? null : formatDelay(other.length),
    lastDay: other.length === undefined ? null : deadline({ ...clock.query, delay: other.length }).lastDay,
    note: other.note ?? null,
    source: other.source,
  };
}

const states = { running: "court", suspended: "suspendu", expired: "écoulé", stopped: "clos" } as const;

const longDate = (day: CivilDate): string => `${weekdayInFrench(weekday(day))} ${dateInFrench(day)}`;

function sourceLines(source: Citation): string[] {
  const version =
    source.legiarti === undefined
      ? ""
      : ` (${source.legiarti}${source.inForceSince ? `, en vigueur depuis le ${dateInFrench(source.inForceSince)}` : ""})`;
  return [`${source.ref}${version}`, ...(source.quote === undefined ? [] : [`« ${source.quote} »`])];
}

/** The same, as a page that is printed and put into a file. */
export function explanationInFrench({
  explanation: told,
  rule,
}: {
  readonly explanation: Explanation;
  readonly rule: DelayRule;
}): string {
  const { clock } = told;
  const about = clock.about === null ? "" : ` (${clock.about})`;
  const lastDay = clock.lastDay === null ? "aucun tant que la suspension dure" : longDate(clock.lastDay);
  const title = `${clock.label}${about}`;
  const others = told.otherReadings.flatMap(({ length, lastDay: day, note, source }) => [
    `  - ${source.ref}${length === null ? "" : ` : ${length}`}${day === null ? "" : `, dernier jour ${longDate(day)}`}${note ? `. ${note}` : ""}`,
  ]);
  return [
    title,
    "=".repeat(title.length),
    "",
    `Dossier       : ${told.case} (règles ${told.ruleset})`,
    `Délai         : ${delayInFrench(rule.length)}`,
    `Depuis        : ${longDate(clock.from)}`,
    `Dernier jour  : ${lastDay}`,
    ...(clock.expiresAt === null ? [] : [`Échéance      : ${clock.expiresAt} (24 h, heure de Paris)`]),
    `État          : ${states[clock.state]}${clock.remainingDays === null ? "" : `, reste ${clock.remainingDays} j`}`,
    ...(clock.suspendedDays === 0 ? [] : [`Suspension    : ${clock.suspendedDays} j`]),
    `À la charge de: ${clock.bearer}`,
    `Source        : ${sourceLines(told.delay.source).join("\n                ")}`,
    "",
    "Calcul",
    "------",
    walkInFrench(told.walk),
    ...(others.length === 0 ? [] : ["", "Autres lectures", "---------------", ...others]),
    "",
  ].join("\n");
}
