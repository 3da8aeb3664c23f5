import { addDays, type CivilDate } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { formatDelay } from "../law/delay.js";
import type { Suspension } from "../law/suspension.js";
import type { DelayRule, DelaySpec } from "./definition.js";

/** A suspension in the case's ledger: who stopped the clocks, why, from when to when. */
export interface LedgerSuspension extends Suspension {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
  /** The only subject whose clocks it stops; absent: every clock of its kind. */
  readonly of?: string;
  readonly by: string;
  readonly why: string;
  to: CivilDate | null;
}

/** All the suspensions of a case; `version` grows at each change, so that clocks know when to count again. */
export class Ledger {
  readonly suspensions: LedgerSuspension[] = [];
  version = 0;

  add(suspension: LedgerSuspension): void {
    this.suspensions.push(suspension);
    this.version++;
  }

  /** Is that subject alone stopped? */
  stops(subject: string): boolean {
    return this.suspensions.some((s) => s.of === subject && s.to === null);
  }

  changed(): void {
    this.version++;
  }
}

/** `met` by the act that it awaited; `lapsed` with the effect that its text gives; `stopped` with its passage or its case. */
export type ClockOutcome = "open" | "met" | "lapsed" | "stopped";

/** How a delay came to no longer run. */
export interface Closing {
  readonly on: CivilDate;
  readonly why: "met" | "lapsed" | "left" | "ended";
  /** The act that met it. */
  readonly act?: string;
}

/** A delay at work in a case. Its last day is always counted again from its origin and the ledger, never patched. */
export class Clock {
  closing: Closing | null = null;
  /** The text gives no effect: over, recorded, and what it awaits is still awaited. */
  overrun = false;
  extended = false;
  readonly restarts: CivilDate[] = [];
  private counted: CivilDate | null = null;
  private countedAt = -1;
  /** Left by its passage: the next one may take it up. */
  private left = false;
  /** How often it was closed or taken up again. */
  private turns = 0;
  private rungs: readonly number[];

  constructor(
    readonly id: string,
    readonly delay: string,
    readonly spec: DelaySpec,
    readonly rule: DelayRule,
    readonly from: CivilDate,
    readonly about: string | undefined,
    private readonly ledger: Ledger,
  ) {
    this.rungs = spec.reminders ?? [];
  }

  get outcome(): ClockOutcome {
    if (this.closing === null) return "open";
    const { why } = this.closing;
    return why === "met" || why === "lapsed" ? why : "stopped";
  }

  /** The suspensions that stop this clock. */
  get suspensions(): readonly LedgerSuspension[] {
    const kinds = this.spec.suspendedBy;
    return kinds === undefined ? [] : this.stoppedBy(kinds);
  }

  /** Those of some kinds that stop it, or would under another reading. A delay that is closed is exhausted: nothing later moves it. */
  stoppedBy(kinds: readonly string[]): readonly LedgerSuspension[] {
    if (this.ledger.suspensions.length === 0) return [];
    const stopping = this.ledger.suspensions.filter(
      (s) => kinds.includes(s.kind) && (s.of === undefined || s.of === this.about),
    );
    const { closing } = this;
    if (closing === null) return stopping;
    return stopping.flatMap((s) => {
      if (s.from >= closing.on) return [];
      return [s.to === null || s.to > closing.on ? { ...s, to: closing.on } : s];
    });
  }

  /** What the law is asked: the same for the last day, for its explanation and for its certificate. */
  get query() {
    return {
      from: this.from,
      delay: this.rule.length,
      roll: this.spec.roll ?? ("none" as const),
      suspensions: this.suspensions,
      restarts: this.restarts,
      ...(this.rule.counting !== undefined && { counting: this.rule.counting }),
      ...(this.extended && this.rule.extension !== undefined && { extension: this.rule.extension }),
    };
  }

  /** The last day on which the act is in time; null while a suspension is open. */
  get lastDay(): CivilDate | null {
    const version = this.ledger.version + this.restarts.length + (this.extended ? 1 : 0) + this.turns;
    if (this.countedAt !== version) {
      this.counted = deadline(this.query).lastDay;
      this.countedAt = version;
    }
    return this.counted;
  }

  /** Is it open, with nothing said of its end yet? */
  get running(): boolean {
    return this.closing === null && !this.overrun;
  }

  /** The day of the next reminder, and how many days before the end it comes; null when none is left. */
  nextRung(after: CivilDate): { readonly on: CivilDate; readonly daysBefore: number } | null {
    const lastDay = this.lastDay;
    if (lastDay === null) return null;
    for (const daysBefore of this.rungs) {
      const on = addDays(lastDay, -daysBefore);
      // A delay that counts back begins before the day from which it counts.
      if (on > after && (on > this.from || lastDay < this.from)) return { on, daysBefore };
    }
    return null;
  }

  /** A rung is climbed once. */
  climbed(daysBefore: number): void {
    this.rungs = this.rungs.filter((rung) => rung < daysBefore);
  }

  restart(on: CivilDate): void {
    this.restarts.push(on);
    this.rungs = this.spec.reminders ?? [];
  }

  /** Lengthened once, and only before its end: an announcement that comes later finds nothing to lengthen. */
  extend(): void {
    this.extended = true;
  }

  /** Over, and what its text attaches to that has effect; or closed by the act that it awaited, its passage, its case. */
  close(closing: Closing): void {
    if (this.closing !== null) return;
    this.closing = closing;
    this.left = closing.why === "left";
    this.turns++;
  }

  /** Was it left because of an act that meets it, though another passage awaited that act? Then it was met. */
  metIfLeftBy({ act, about, on }: { readonly act: string; readonly about?: string; readonly on: CivilDate }): void {
    if (!this.left || this.spec.metBy?.includes(act) !== true) return;
    if (this.closing?.why === "left" && (about === undefined || about === this.about))
      this.closing = { on, why: "met", act };
  }

  /** Left by one passage and taken up by the next, from the same day and as long: the same clock goes on. */
  goesOn(from: CivilDate, { length }: DelayRule): boolean {
    if (!this.left || this.from !== from) return false;
    if (formatDelay(this.rule.length) !== formatDelay(length)) return false;
    this.closing = null;
    this.left = false;
    this.turns++;
    return true;
  }
}
