import type { Instant } from "../law/instant.js";
import { epochMs } from "../law/instant.js";
import { type Entry, type JournalEntry, meaning } from "./entry.js";
import type { Mark } from "./snapshot.js";

/** Where a numbering stood: it goes back there when a message is refused. */
export interface NumberingStand {
  readonly numbers: number[];
  readonly counts: { readonly numbers: number; readonly news: number };
  readonly last: number;
}

/**
 * Which of the derived entries the journal holds, each under its number: a case is derived as often as need be, and what the
 * journal holds keeps its number. What is held back has none yet.
 */
export class Numbering {
  /** Number of each derived entry, in their order; 0 while it is held back. */
  private numbers: number[] = [];
  /** Number of each accepted act's entry, by the act's id. */
  private readonly acts = new Map<string, number>();
  private news: JournalEntry[] = [];
  private last = 0;

  /** Number of the journal's last entry. */
  get version(): number {
    return this.last;
  }

  /** The number of an act's entry; undefined when it was never accepted. */
  ofAct(id: string): number | undefined {
    return this.acts.get(id);
  }

  keepAct(id: string, number: number): void {
    this.acts.set(id, number);
  }

  /** The number of the entry that an act of the story has. */
  numberOf(actId: string, entries: readonly Entry[]): number {
    const i = entries.findLastIndex((entry) => entry.kind === "act" && entry.cause === actId);
    return i === -1 ? (this.acts.get(actId) ?? 0) : (this.numbers[i] ?? 0);
  }

  append(entry: Entry): number {
    const number = ++this.last;
    // Field by field: a spread of every entry would be a tenth of the cost of a case.
    const { kind, name, on, at, party, about, cause, tellAt, detail } = entry;
    const numbered: { -readonly [Field in keyof JournalEntry]: JournalEntry[Field] } = {
      kind,
      name,
      on,
      cause,
      number,
    };
    if (at !== undefined) numbered.at = at;
    if (party !== undefined) numbered.party = party;
    if (about !== undefined) numbered.about = about;
    if (tellAt !== undefined) numbered.tellAt = tellAt;
    if (detail !== undefined) numbered.detail = detail;
    this.news.push(numbered);
    return number;
  }

  /** Appends all that is derived and isn't held back beyond `now`. */
  appendUntil(now: Instant, entries: readonly Entry[]): void {
    for (let i = this.firstHeldBack(); i < entries.length; i++) {
      if ((this.numbers[i] ?? 0) !== 0) continue;
      const entry = entries[i]!;
      this.numbers[i] = entry.tellAt !== undefined && entry.tellAt > now ? 0 : this.append(entry);
    }
  }

  /** Nothing before it is held back: nearly always, nothing at all. */
  private firstHeldBack(): number {
    const heldBack = this.numbers.indexOf(0);
    return heldBack === -1 ? this.numbers.length : heldBack;
  }

  /** When the first of what is held back is due, in milliseconds since the epoch. */
  nextDueMs(entries: readonly Entry[]): number | null {
    let next: number | null = null;
    for (let i = this.firstHeldBack(); i < entries.length; i++) {
      const { tellAt } = entries[i]!;
      if (tellAt === undefined || (this.numbers[i] ?? 0) !== 0) continue;
      const at = epochMs(tellAt);
      if (next === null || at < next) next = at;
    }
    return next;
  }

  /** Goes over to what is derived now, matched by meaning. @returns what no longer holds, rectified in the journal. */
  adopt(before: readonly Entry[], derived: readonly Entry[]): readonly Entry[] {
    const { numbers, rectified } = matchByMeaning(before, this.numbers, derived);
    for (const entry of rectified) this.append(entry);
    this.numbers = numbers;
    return rectified;
  }

  get newsCount(): number {
    return this.news.length;
  }

  newsSince(count: number): readonly JournalEntry[] {
    return this.news.slice(count);
  }

  /** The entries appended since the last call, in the order of the journal. */
  takeNews(): JournalEntry[] {
    const news = this.news;
    this.news = [];
    return news;
  }

  stand(): NumberingStand {
    const { numbers, news, last } = this;
    return { numbers, counts: { numbers: numbers.length, news: news.length }, last };
  }

  /** As it stood, without the acts of those ids. */
  goBackTo({ numbers, counts, last }: NumberingStand, dropped: readonly { readonly id: string }[]): void {
    for (const { id } of dropped) this.acts.delete(id);
    this.numbers = numbers;
    this.numbers.length = counts.numbers;
    this.news.length = counts.news;
    this.last = last;
  }

  /** Takes the numbers of another numbering of the same case, and none of its news. */
  levelWith(other: Numbering): void {
    this.numbers = [...other.numbers];
    this.last = other.last;
    this.news = [];
    if (this.acts.size !== other.acts.size) for (const [id, number] of other.acts) this.acts.set(id, number);
  }

  /** Takes those of a mark. */
  resume({ acts, actNumbers, numbers, version }: Mark): void {
    this.numbers = [...numbers];
    this.last = version;
    acts.forEach(({ id }, i) => void this.acts.set(id, actNumbers[i] ?? 0));
  }

  mark(acts: Mark["acts"]): Pick<Mark, "actNumbers" | "numbers" | "version"> {
    return {
      actNumbers: acts.map(({ id }) => this.acts.get(id) ?? 0),
      numbers: [...this.numbers],
      version: this.last,
    };
  }
}

/** What the journal holds, matched by meaning with what is derived now. */
interface Match {
  /** For each derived entry, the number under which the journal holds it; 0 when it doesn't. */
  readonly numbers: number[];
  /** What it holds and what no longer does, as the entries that rectify it: rectified, never erased. */
  readonly rectified: Entry[];
}

function matchByMeaning(before: readonly Entry[], held: readonly number[], derived: readonly Entry[]): Match {
  const heldBefore = new Map<string, number[]>();
  before.forEach((entry, i) => {
    const number = held[i] ?? 0;
    if (number === 0) return;
    const key = meaning(entry);
    const numbers = heldBefore.get(key);
    if (numbers === undefined) heldBefore.set(key, [number]);
    else numbers.push(number);
  });
  const numbers = derived.map((entry) => heldBefore.get(meaning(entry))?.shift() ?? 0);
  const gone = new Set([...heldBefore.values()].flat());
  const rectified = before.flatMap((entry, i): Entry[] => {
    const number = held[i] ?? 0;
    if (!gone.has(number)) return [];
    const { kind, tellAt: _tellAt, detail: _detail, ...kept } = entry;
    return [{ ...kept, kind: "rectified", detail: { rectifies: number, kind } }];
  });
  return { numbers, rectified };
}
