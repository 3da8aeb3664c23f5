/** The messages of a case that aren't answered yet: in line, taken, in the burst that is being recorded. */
import { causeOf } from "../case/act.js";
import type { JournalEntry } from "../case/entry.js";
import type { Receipt } from "../case/receipt.js";
import type { Refusal } from "../case/refusal.js";
import type { ActReceipt } from "./messages.js";
import { type Came, identified } from "./reading.js";

/** A message that came to a case. A signal has nobody to answer. */
export interface Message extends Came {
  readonly signal: boolean;
  answer(receipt: ActReceipt): void;
  /** With the message's id, where it could be read. */
  refuse(refusal: Refusal, id: string | undefined): void;
}

export interface Arrival extends Message {
  /** In the order of arrival: what has to be tried again is tried in it. */
  readonly order: number;
}

/** An act that the case has taken, until its burst stands in the register. */
export interface Taken {
  readonly name: string;
  readonly receipt: Receipt;
  /** All who sent it: the same id is the same act. */
  readonly sentBy: Arrival[];
}

/** What one burst holds of messages, and so what one task of the workflow does at once: the rest waits in line. */
interface Weight {
  readonly messages: number;
  /** Acts that were derived for them: a late act takes all those of its case again, at some 20 µs each. */
  readonly derived: number;
  /** Of the messages, as JSON. */
  readonly characters: number;
}

const nothing: Weight = { messages: 0, derived: 0, characters: 0 };

/**
 * From here on a burst is full. Counted in what is the same in every replay, never in time: its acts, some tenths of a second
 * of the workflow's five, and its weight, each so that the burst is recorded within the time of a local activity.
 */
const full: Weight = { messages: 50, derived: 2_000, characters: 500_000 };

export class PendingMessages {
  /** Nobody has looked at them yet. */
  private line: Arrival[] = [];
  private arrived = 0;
  private weight = nothing;
  /** Taken since the burst that is being recorded was made, by id; and signals refused: a case behind the register may be wrong. */
  private since = empty();
  /** The same, of that burst: not answered yet, however often they are sent again. */
  private recording = empty();

  arrive(message: Message): void {
    this.line.push({ ...message, order: this.arrived++ });
  }

  private get isFull(): boolean {
    const { messages, derived, characters } = this.weight;
    return messages >= full.messages || derived >= full.derived || characters >= full.characters;
  }

  /** A message that comes now would be taken now, as the case stands. */
  get lineIsOpen(): boolean {
    return this.line.length === 0 && !this.isFull;
  }

  get lineIsLong(): boolean {
    return this.line.length > 0;
  }

  /** The next in line, as long as the next burst may hold more. */
  next(): Arrival | undefined {
    return this.isFull ? undefined : this.line.shift();
  }

  /** The act of that id, taken and not recorded yet. */
  taken(id: string): Taken | undefined {
    return this.recording.taken.get(id) ?? this.since.taken.get(id);
  }

  take(id: string, taken: Taken): void {
    this.since.taken.set(id, taken);
    this.weigh({ messages: 1 });
  }

  refuse(arrival: Arrival, refusal: Refusal, id: string | undefined): void {
    if (arrival.signal) {
      this.since.refused.push(arrival);
      this.weigh({ messages: 1 });
    }
    arrival.refuse(refusal, id);
  }

  weigh({ messages = 0, derived = 0, characters = 0 }: Partial<Weight>): void {
    const { weight } = this;
    this.weight = {
      messages: weight.messages + messages,
      derived: weight.derived + derived,
      characters: weight.characters + characters,
    };
  }

  /** All that was taken goes into one burst; the next one begins. Returns the receipts, by id. */
  close(): Record<string, Receipt> {
    this.recording = this.since;
    this.since = empty();
    this.weight = nothing;
    return Object.fromEntries([...this.recording.taken].map(([id, { receipt }]) => [id, receipt]));
  }

  /** The burst stands in the register, with that head. */
  answer(head: string): void {
    const { taken } = this.recording;
    this.recording = empty();
    for (const { name, receipt, sentBy } of taken.values())
      for (const sender of sentBy) sender.answer({ receipt: receipt.number, act: name, head });
  }

  /** What was taken, or refused, wasn't for good: all of it is in line again, in the order in which it came. */
  takeBack(): void {
    const unanswered = [this.recording, this.since];
    const taken = unanswered.flatMap((one) => [...one.taken.values()].flatMap(({ sentBy }) => sentBy));
    const refused = unanswered.flatMap((one) => one.refused);
    this.line = [...taken, ...refused, ...this.line].sort((one, other) => one.order - other.order);
    [this.recording, this.since, this.weight] = [empty(), empty(), nothing];
  }

  /**
   * The register holds the refusal of a signal, of that name and cause: it isn't refused twice. The signal may be one that this
   * run hasn't looked at yet, when a task was lost that had recorded several bursts.
   */
  drop({ name, cause }: Pick<JournalEntry, "name" | "cause">): void {
    const at = this.line.findIndex((arrival) => arrival.signal && arrival.name === name && causeIn(arrival) === cause);
    if (at >= 0) this.line.splice(at, 1);
  }
}

const empty = () => ({ taken: new Map<string, Taken>(), refused: [] as Arrival[] });

/** What the journal would give for cause of the signal's refusal. */
function causeIn(arrival: Arrival): string {
  try {
    return causeOf(identified(arrival).message.id);
  } catch {
    return causeOf(undefined);
  }
}
