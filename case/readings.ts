import type { Citation } from "../law/citation.js";
import { addDays, type CivilDate, isCivilDate } from "../law/civil-date.js";
import { type DeadlineInput, deadline } from "../law/deadline.js";
import type { Delay } from "../law/delay.js";
import { type Comparison, compareReadings, type Reading } from "../law/readings.js";
import { RULES } from "../law/walk.js";
import type { Act } from "./act.js";
import type { Case } from "./case.js";
import type { Clock } from "./clock.js";
import type { OtherReading } from "./definition.js";

/** One way to compute a clock, as people name it: by its source. */
export interface ReadingView {
  readonly name: string;
  readonly length: Delay;
  /** Null while a suspension is open, or as long as nothing tells from when this reading counts. */
  readonly lastDay: CivilDate | null;
  /** False when this reading counts from an event that hasn't come. */
  readonly begun: boolean;
  readonly note: string | null;
  readonly source: Citation;
}

/** What each reading of the texts gives for a clock, and what follows from their disagreement (design, rule 8). */
export interface ReadingsView {
  readonly readings: readonly ReadingView[];
  /** The name of the reading that the case follows. */
  readonly enforced: string;
  /** Why it is enforced although another reading would end later. */
  readonly enforces: Citation | null;
  /** The earliest day, for whoever must act; the latest, for an adverse effect of the expiry (null: it has none). */
  readonly safest: { readonly toAct: string; readonly toPronounce: string | null };
  /** Over for one reading and not for another, on the day asked about: an effect of its expiry is open to challenge. */
  readonly disputed: boolean;
  /** What sources say of this delay that changes no date. */
  readonly remarks: readonly { readonly note: string; readonly source: Citation }[];
}

interface Named {
  readonly reading: Reading;
  readonly begun: boolean;
  readonly note: string | null;
}

/** Computes a clock under every reading of its rule, and both ways of counting when something suspends it. */
export function readingsOf(
  clock: Clock,
  { clocks, latestActs }: Pick<Case, "clocks" | "latestActs">,
  today: CivilDate,
): ReadingsView {
  const { rule, spec } = clock;
  const others = rule.otherwise ?? [];
  const enforced = {
    reading: { name: rule.source.ref, source: rule.source, input: clock.query },
    begun: true,
    note: null,
  };
  const named: Named[] = [enforced];
  for (const other of others)
    if (isComputed(other))
      named.push(distinct(readAs(other, clock, originOf(other, clock, clocks, latestActs)), named));
  const everyWay = named.flatMap((one) => [one, ...countedOtherwise(one)]);
  const [first = enforced.reading, ...rest] = everyWay.filter(({ begun }) => begun).map(({ reading }) => reading);
  const toAct = compareReadings([first, ...rest], "company-duty", enforced.reading.name);
  const toPronounce = spec.adverse === true ? compareReadings([first, ...rest], "adverse-effect") : null;
  return {
    readings: everyWay.map((one) => viewOf(one, toAct)),
    enforced: toAct.enforced.name,
    enforces: rule.enforces ?? null,
    safest: { toAct: toAct.safest.name, toPronounce: toPronounce?.safest.name ?? null },
    disputed: (clock.outcome === "open" || clock.outcome === "lapsed") && toAct.disputed(today),
    remarks: others
      .filter((other) => !isComputed(other))
      .map(({ note, source }) => ({ note: note ?? source.quote ?? source.ref, source })),
  };
}

/** Does it change the date, or only say something of it? */
export const isComputed = (other: OtherReading): boolean =>
  other.length !== undefined ||
  other.origin !== undefined ||
  other.fromAct !== undefined ||
  other.countsFirstDay === true ||
  other.counting !== undefined ||
  other.suspendedBy !== undefined;

/** The day from which a reading counts; undefined where that hasn't come. */
function originOf(
  { origin, fromAct, dayIn, countsFirstDay = false }: OtherReading,
  clock: Clock,
  clocks: readonly Clock[],
  acts: ReadonlyMap<string, Act>,
): CivilDate | undefined {
  if (fromAct !== undefined) return dayOf(acts.get(fromAct), dayIn);
  if (origin === undefined) return countsFirstDay ? addDays(clock.from, -1) : clock.from;
  return clocks.findLast(({ delay, about }) => delay === origin && (about === undefined || about === clock.about))
    ?.from;
}

/** The day of an act, or the one that its body gives in that field. */
function dayOf(act: Act | undefined, field: string | undefined): CivilDate | undefined {
  if (act === undefined || field === undefined) return act?.on;
  const given = (act.body as Readonly<Record<string, unknown>>)[field];
  return typeof given === "string" && isCivilDate(given) ? given : undefined;
}

function readAs(other: OtherReading, clock: Clock, from: CivilDate | undefined): Named {
  const { length, counting, suspendedBy, note = null, source } = other;
  const input: DeadlineInput = {
    ...clock.query,
    from: from ?? clock.from,
    ...(length !== undefined && { delay: length }),
    ...(counting !== undefined && { counting }),
    ...(suspendedBy !== undefined && { suspensions: clock.stoppedBy(suspendedBy) }),
  };
  return { reading: { name: source.ref, source, input }, begun: from !== undefined, note };
}

/** The other way of counting the days of a suspension (domain note, § 1.3), when it gives another day. */
function countedOtherwise({ reading, ...rest }: Named): readonly Named[] {
  const inclusive = reading.input.counting === "inclusive";
  const name = `${reading.name}, ${inclusive ? "jour de la demande non suspendu" : "jours de la demande et de la réponse suspendus"}`;
  const input: DeadlineInput = { ...reading.input, counting: inclusive ? "half-open" : "inclusive" };
  if (deadline(input).lastDay === deadline(reading.input).lastDay) return [];
  return [{ ...rest, reading: { name, source: inclusive ? RULES.S1 : RULES.S2, input } }];
}

/** One source may be read in two ways: the second is then named by what it says besides. */
function distinct(one: Named, all: readonly Named[]): Named {
  const { reading, note } = one;
  const taken = (name: string): boolean => all.some((other) => other.reading.name === name);
  if (!taken(reading.name)) return one;
  const name = [note ?? "autre lecture", ...all.map((_, i) => `lecture ${i + 2}`)]
    .map((more) => `${reading.name} (${more})`)
    .find((candidate) => !taken(candidate));
  return { ...one, reading: { ...reading, name: name ?? reading.name } };
}

function viewOf({ reading, begun, note }: Named, { dates }: Comparison): ReadingView {
  const { name, source, input } = reading;
  const lastDay = dates.find((date) => date.name === name)?.lastDay ?? null;
  return { name, length: input.delay, lastDay, begun, note, source };
}
