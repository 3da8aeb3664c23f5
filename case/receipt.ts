import type { CivilDate } from "../law/civil-date.js";
import type { JournalEntry } from "./entry.js";
import type { Kernel } from "./kernel.js";
import { type ClockView, clockView } from "./view.js";

/** What an act changed, by meaning. */
export interface Changes {
  readonly phase?: string;
  readonly ending?: string;
  readonly clocks: readonly {
    readonly id: string;
    readonly before: ClockState | null;
    readonly after: ClockState | null;
  }[];
  readonly notices: readonly { readonly party: string; readonly notice: string; readonly about?: string }[];
  /** Numbers of the journal's new entries. */
  readonly entries: readonly number[];
  /** What the journal said before and no longer holds, by the number of its entry: what leaves with a struck act. */
  readonly rectified: readonly Rectified[];
}

export interface Rectified {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly party?: string;
  readonly about?: string;
}

type ClockState = Pick<ClockView, "state" | "lastDay">;

export interface Receipt {
  /** Number of the act's entry in the journal. */
  readonly number: number;
  readonly act: string;
  readonly changes: Changes;
}

/** What a receipt compares: the case just before an act, and just after. */
export interface ComparedState {
  readonly phase: string | null;
  readonly ending: string | null;
  readonly clocks: ReadonlyMap<string, ClockState>;
}

export function comparedStateOf({ phase, ended, clocks }: Kernel, today: CivilDate): ComparedState {
  const states = clocks.map((clock): [string, ClockState] => {
    const { state, lastDay } = clockView(clock, today);
    return [clock.id, { state, lastDay }];
  });
  return { phase, ending: ended?.name ?? null, clocks: new Map(states) };
}

/** What differs between two states, and what was journaled in between. */
export function changesBetween(
  before: ComparedState,
  after: ComparedState,
  journaled: readonly JournalEntry[],
): Changes {
  const clocks = [...new Set([...before.clocks.keys(), ...after.clocks.keys()])].flatMap((id) => {
    const [was, is] = [before.clocks.get(id) ?? null, after.clocks.get(id) ?? null];
    return was?.state === is?.state && was?.lastDay === is?.lastDay ? [] : [{ id, before: was, after: is }];
  });
  return {
    ...(after.phase !== before.phase && after.phase !== null && { phase: after.phase }),
    ...(after.ending !== before.ending && after.ending !== null && { ending: after.ending }),
    clocks,
    notices: journaled
      .filter(({ kind }) => kind === "notice")
      .map(({ party, name, about }) => ({ party: party ?? "", notice: name, ...(about !== undefined && { about }) })),
    entries: journaled.map(({ number }) => number),
    rectified: rectifiedAmong(journaled),
  };
}

/** What those entries say no longer holds. */
export function rectifiedAmong(journaled: readonly JournalEntry[]): Rectified[] {
  return journaled
    .filter(({ kind }) => kind === "rectified")
    .map(({ name, party, about, detail }) => ({
      number: Number(detail?.rectifies),
      kind: String(detail?.kind),
      name,
      ...(party !== undefined && { party }),
      ...(about !== undefined && { about }),
    }));
}
