/** The case of a run, and what the register holds of it: where the two disagree, the register wins (ADR 5). */
import { patched } from "@temporalio/workflow";
import type { HeldBurst } from "../case/burst.js";
import { Case } from "../case/case.js";
import type { Procedure } from "../case/procedure.js";
import type { CaseView } from "../case/view.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { Journal, type Recording } from "./journal.js";
import type { CaseStart } from "./messages.js";
import type { PendingMessages } from "./pending.js";
import { readBurst, type record } from "./record.js";

/** What the register answers to a burst that it now holds. */
type Held = Extract<Awaited<ReturnType<typeof record>>, { kind: "recorded" }>;

/** Takes the next message in line; false when there is none, or the next burst is full. */
type TakeNext = () => boolean;

export class HeldCase {
  live: Case;
  readonly journal: Journal;
  private readonly answers = new Map<string, boolean>();
  /** Validators and queries never ask a gate that the story hasn't passed: `patched` would write into the history. */
  private asking = false;
  /** As of when messages are taken, where that isn't the workflow's own time. */
  private asOf: Instant | null = null;

  constructor(
    readonly procedure: Procedure,
    private readonly start: CaseStart,
    private readonly pending: PendingMessages,
  ) {
    this.journal = new Journal(start);
    this.live = this.asRecorded();
    this.journal.begins(this.view);
  }

  /** The case where the register is known to hold it: at its opening, or at its last mark. */
  private asRecorded(): Case {
    const { snapshot, opening } = this.start;
    const { mark } = this.journal;
    return this.passing(() => {
      if (mark === null) return Case.open(this.procedure, opening, opening.filedAt, this.gate);
      if (mark === snapshot) return Case.restore(this.procedure, snapshot, this.gate);
      return Case.resume(this.procedure, mark, this.gate);
    });
  }

  /** While the story really passes, and isn't merely tried, a new gate may write into the history. */
  passing<T>(passage: () => T): T {
    this.asking = true;
    try {
      return passage();
    } finally {
      this.asking = false;
    }
  }

  private readonly gate = (name: string): boolean => {
    const known = this.answers.get(name);
    if (known !== undefined) return known;
    if (!this.asking) return true;
    const answer = patched(name);
    this.answers.set(name, answer);
    return answer;
  };

  /** The time of the workflow; ahead of it by a fixed span where a sandbox case was restarted after its time was moved. */
  get nowMs(): number {
    return Date.now() + (this.start.aheadMs ?? 0);
  }

  get now(): Instant {
    return this.asOf ?? fromEpochMs(this.nowMs);
  }

  /** The case at the last event. */
  get view(): CaseView {
    return this.live.view(this.live.toldAt);
  }

  /** Lets time pass: what it does to the case is ours, and no message's. */
  advance(): void {
    this.passing(() => this.live.advance(this.now));
  }

  /** All that is news, as the next burst; null when nothing is. */
  nextBurst(view: CaseView): Recording | null {
    return this.journal.next(this.live, view, this.pending.close());
  }

  /**
   * The register holds the burst that was made. A task that outlasts its time says that it goes on; a replay reads the time of
   * its end, and may meet what came meanwhile (ADR 18). What the burst took is then taken again, as of when the register
   * recorded it and as far as it did.
   */
  holds(made: Recording, held: Held, takeNext: TakeNext): CaseView {
    const recording = this.asHeld(made, held, takeNext);
    this.journal.holds(recording, held);
    return recording.burst.view;
  }

  private asHeld(made: Recording, held: Held, takeNext: TakeNext): Recording {
    const { recordedAt, view } = made.burst;
    if (recordedAt === held.recordedAt && view.version === held.version) return made;
    this.pending.takeBack();
    this.live = this.asRecorded();
    this.asOf = held.recordedAt;
    this.advance();
    while (this.live.version < held.version && takeNext());
    this.asOf = null;
    return this.nextBurst(this.view) ?? made;
  }

  /**
   * Takes the register's bursts until none is left, then tries again what this run had taken, in the order in which it came. The
   * refusal of a signal that the register holds already stands.
   */
  async takeFromRegister(): Promise<void> {
    const held = await this.heldNext();
    if (held !== null) {
      this.pending.takeBack();
      this.live = this.asRecorded();
      for (let burst: HeldBurst | null = held; burst !== null; burst = await this.heldNext()) {
        this.follow(burst);
        for (const entry of burst.entries) if (entry.kind === "refused") this.pending.drop(entry);
      }
    }
  }

  private heldNext(): Promise<HeldBurst | null> {
    return readBurst({ case: this.start.opening.id, number: this.journal.bursts + 1 });
  }

  private follow(burst: HeldBurst): void {
    this.passing(() => this.journal.follow(this.live, burst));
  }
}
