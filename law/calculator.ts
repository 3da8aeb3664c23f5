/**
 * The calculator: the engine's own computation behind one strict query, the same on its three doors (TypeScript, command
 * line, HTTP). Nothing is guessed: whatever is unknown, missing or wrong is named, all of it in one problem.
 */

import { CALENDARS } from "./calendar.js";
import { type CivilDate, isCivilDate } from "./civil-date.js";
import {
  type ClockState,
  type Deadline,
  type DeadlineInput,
  deadline,
  effectiveOn,
  expiresAt,
  explain,
  type Remaining,
  ROLLS,
  remaining,
} from "./deadline.js";
import { addDelays, DAY_COUNTS, type Delay, parseDelay } from "./delay.js";
import { type Instant, instant, isInstant } from "./instant.js";
import { parisDay } from "./paris.js";
import { COUNTINGS, type Suspension } from "./suspension.js";
import type { Walk } from "./walk.js";

export type Answer = {
  /** Last day on which the act is in time; null while a suspension that has effect is open and no `at` is given. */
  readonly lastDay: CivilDate | null;
  readonly unrolledLastDay: CivilDate | null;
  /** The day after `lastDay`; null also when `lastDay` is 9999-12-31. */
  readonly effectiveOn: CivilDate | null;
  /** 24:00 Paris of `lastDay`, in UTC; null before 1981. */
  readonly expiresAt: Instant | null;
  /** Days by which suspensions moved the unrolled last day. */
  readonly suspendedDays: number;
  readonly state?: ClockState;
  readonly remainingDays?: number;
  readonly walk: Walk;
};

/** One fault of a query, at the JSON pointer (RFC 6901) of what is wrong; empty for the query as a whole. */
export type Fault = { readonly pointer: string; readonly detail: string };
export type Faults = readonly [Fault, ...Fault[]];

/** What is wrong with a query (RFC 9457): its first fault, with the field that it is in (`query` for the whole), then all. */
export type Problem = {
  readonly type: "/problems/bad-query";
  readonly title: "The query can't be computed.";
  readonly detail: string;
  readonly field: string;
  readonly errors: Faults;
};

/** The fields of a query, in the order of the contract. */
export const FIELDS = [
  "from",
  "delay",
  "days",
  "roll",
  "calendar",
  "closed",
  "suspensions",
  "counting",
  "restarts",
  "extension",
  "at",
] as const;
type Field = (typeof FIELDS)[number];
const KNOWN: ReadonlySet<string> = new Set(FIELDS);
const LISTS: readonly string[] = ["closed", "suspensions", "restarts"] satisfies readonly Field[];

/** Computes a query, or says what is wrong with it: whatever the query, an answer or one problem with every fault. */
export function calculate(query: unknown): Answer | { readonly problem: Problem } {
  const faults: Fault[] = [];
  const asked = read(query, (pointer, detail) => {
    faults.push({ pointer, detail });
  });
  const [first, ...others] = faults;
  if (first !== undefined) return badQuery([first, ...others]);
  if (asked === undefined) throw new Error("A query that can't be read has a fault.");
  return within(asked.input, () => answer(asked.input, asked.at));
}

/** The problem of these faults: of a query, or of what isn't even one, such as a line that isn't JSON. */
export function badQuery(errors: Faults): { readonly problem: Problem } {
  const [{ pointer, detail }] = errors;
  const [, name] = pointer.split("/");
  return {
    problem: {
      type: "/problems/bad-query",
      title: "The query can't be computed.",
      detail,
      field: name === undefined ? "query" : name.replaceAll("~1", "/").replaceAll("~0", "~"),
      errors,
    },
  };
}

/** The JSON pointer of a name of the query. */
export const pointerOf = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;

function answer(input: DeadlineInput, at: CivilDate | null): Answer {
  const told = at === null ? deadline(input) : remaining(input, at);
  const { walk, lastDay } = explain(input, at);
  if (lastDay !== told.lastDay) throw new Error(`A walk to ${lastDay} contradicts the last day ${told.lastDay}.`);
  return {
    lastDay,
    unrolledLastDay: told.unrolledLastDay,
    effectiveOn: lastDay === null ? null : effectiveOn(lastDay),
    expiresAt: lastDay === null ? null : expiresAt(lastDay),
    suspendedDays: told.suspendedDays,
    ...(isRemaining(told) ? { state: told.state, remainingDays: told.remainingDays } : {}),
    walk,
  };
}

const isRemaining = (told: Deadline | Remaining): told is Remaining => "state" in told;

/** Runs a computation; if it leaves the calendar, the first field that makes it do so is at fault. */
function within(input: DeadlineInput, compute: () => Answer): Answer | { readonly problem: Problem } {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const bare: DeadlineInput = { ...input, roll: "none", suspensions: [], extension: undefined };
    const trials: readonly (readonly [Field, DeadlineInput])[] = [
      ["delay", bare],
      ["extension", { ...bare, extension: input.extension }],
      ["suspensions", { ...bare, extension: input.extension, suspensions: input.suspensions }],
    ];
    const field: Field = trials.find(([, trial]) => !computes(trial))?.[0] ?? "roll";
    return badQuery([{ pointer: pointerOf(field), detail: "The last day leaves the years 1583 to 9999." }]);
  }
}

function computes(input: DeadlineInput): boolean {
  try {
    deadline(input);
    return true;
  } catch {
    return false;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Notes a fault. What reads goes on, so that one fault doesn't hide the next, and gives undefined for what it can't read. */
type Refuse = (pointer: string, detail: string) => undefined;

function read(query: unknown, refuse: Refuse): { input: DeadlineInput; at: CivilDate | null } | undefined {
  if (!isObject(query)) return refuse("", "A query is an object with at least the fields from and delay.");
  for (const field of Object.keys(query)) {
    if (!KNOWN.has(field)) refuse(pointerOf(field), `Unknown field; expected some of ${FIELDS.join(", ")}.`);
  }
  const origin = readFrom(query.from, refuse);
  const counted = oneOf("days", query.days, DAY_COUNTS, refuse);
  const delay = readDelay("delay", query.delay, counted, refuse);
  if (query.delay === undefined) refuse("/delay", `Required: ${A_DELAY}.`);
  const extension = readDelay("extension", query.extension, counted, refuse);
  const rest = {
    roll: oneOf("roll", query.roll, ROLLS, refuse),
    calendar: oneOf("calendar", query.calendar, CALENDARS, refuse),
    closed: list("closed", query.closed, day, refuse),
    suspensions: list("suspensions", query.suspensions, suspension, refuse),
    counting: oneOf("counting", query.counting, COUNTINGS, refuse),
    restarts: list("restarts", query.restarts, day, refuse),
    extension: delay && extension && alongside(delay, extension, refuse),
  };
  const at = query.at === undefined ? null : day("/at", query.at, refuse);
  return origin && delay && at !== undefined ? { input: { ...origin, delay, ...rest }, at } : undefined;
}

const A_DAY = "an existing civil day YYYY-MM-DD of a year 1583 to 9999";
const A_DELAY = "an ISO 8601 duration of years, months, weeks and days, such as P60D, P6M, P2M5D or -P10D";
const A_SPAN = 'from/to: two civil days, the second null ("2026-04-01/.." in a link) while the suspension is open';

/** What was given, short enough for a sentence; what is nested may be deeper than a stack, and is only named. */
function given(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isObject(value)) return `an object of ${Object.keys(value).slice(0, 5).join(", ") || "no field"}`;
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function readFrom(value: unknown, refuse: Refuse): { from: CivilDate; fromInstant?: Instant } | undefined {
  const expected = `${A_DAY}, or an RFC 3339 instant with its offset (its Paris day counts)`;
  if (value === undefined) return refuse("/from", `Required: ${expected}.`);
  if (isCivilDate(value)) return { from: value };
  if (typeof value !== "string" || !isInstant(value))
    return refuse("/from", `Expected ${expected}; got ${given(value)}.`);
  const fromInstant = instant(value);
  try {
    return { from: parisDay(fromInstant), fromInstant };
  } catch {
    return refuse(
      "/from",
      `The Paris day of an instant is known from 1981 to 9999: give the civil day instead of ${given(value)}.`,
    );
  }
}

function day(pointer: string, value: unknown, refuse: Refuse): CivilDate | undefined {
  return isCivilDate(value) ? value : refuse(pointer, `Expected ${A_DAY}; got ${given(value)}.`);
}

function readDelay(
  field: Field,
  value: unknown,
  counted: Delay["counted"] | undefined,
  refuse: Refuse,
): Delay | undefined {
  if (value === undefined) return undefined;
  try {
    if (typeof value === "string") return parseDelay(value, counted);
  } catch {
    // told below, as any other value that isn't a duration
  }
  return refuse(`/${field}`, `Expected ${A_DELAY}; got ${given(value)}.`);
}

function alongside(delay: Delay, extension: Delay, refuse: Refuse): Delay | undefined {
  try {
    addDelays(delay, extension);
    return extension;
  } catch {
    return refuse("/extension", "An extension runs the same way as its delay: both forward or both back.");
  }
}

function oneOf<T extends string>(field: Field, value: unknown, choices: readonly T[], refuse: Refuse): T | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((each) => each === value);
  return choice ?? refuse(`/${field}`, `Expected one of ${choices.join(", ")}; got ${given(value)}.`);
}

type ReadItem<T> = (pointer: string, item: unknown, refuse: Refuse) => T | undefined;

function list<T>(field: Field, value: unknown, readItem: ReadItem<T>, refuse: Refuse): readonly T[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return refuse(`/${field}`, `Expected a list; got ${given(value)}.`);
  return value.flatMap((item, i) => readItem(`/${field}/${i}`, item, refuse) ?? []);
}

function suspension(pointer: string, value: unknown, refuse: Refuse): Suspension | undefined {
  if (!isObject(value)) return refuse(pointer, `Expected ${A_SPAN}; got ${given(value)}.`);
  for (const name of Object.keys(value)) {
    if (name !== "from" && name !== "to")
      refuse(pointer + pointerOf(name), `Unknown field ${name} in a suspension; expected ${A_SPAN}.`);
  }
  const from = day(`${pointer}/from`, value.from, refuse);
  if (value.to === undefined) return refuse(`${pointer}/to`, `A suspension says its end; expected ${A_SPAN}.`);
  const to = value.to === null ? null : day(`${pointer}/to`, value.to, refuse);
  if (from === undefined || to === undefined) return undefined;
  if (to !== null && to < from)
    return refuse(`${pointer}/to`, `A suspension ends on or after its first day; got ${from}/${to}.`);
  return { from, to };
}

/** What a link or a command line gives: each name with its value or values. */
export type Params = Iterable<readonly [name: string, value: string]> | Readonly<Record<string, unknown>>;

/**
 * The query that the parameters of a link spell. Lists are repeated parameters; a suspension is `from/to`, `from/..` while
 * open. Nothing is refused here: whatever isn't understood is left as it is, for `calculate` to name.
 */
export function queryFromParams(params: Params): Fields {
  const values = new Map<string, unknown[]>();
  for (const [name, value] of Symbol.iterator in params ? params : Object.entries(params)) {
    const before = values.get(name) ?? [];
    values.set(name, before.concat(value));
  }
  const entries = [...values].map(([name, all]): [string, unknown] => {
    if (LISTS.includes(name)) return [name, name === "suspensions" ? all.map(spanOf) : all];
    return [name, all.length === 1 ? all[0] : all];
  });
  return Object.fromEntries(entries);
}

function spanOf(value: unknown): unknown {
  const parts = typeof value === "string" ? value.split("/") : [];
  return parts.length === 2 ? { from: parts[0], to: parts[1] === ".." ? null : parts[1] } : value;
}
