import { addDays, type CivilDate } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { addDelays, type Delay, formatDelay } from "../law/delay.js";
import { additive, asOf, type InformationRequest, type Suspension, stopping } from "../law/suspension.js";
import type { DelayRule, DelaySpec } from "./definition.js";

/** A request in the case's ledger, from which each clock derives, by its own family, when it is stopped. */
export interface LedgerRequest extends InformationRequest {
  readonly id: string;
  readonly kind: string;
  readonly about?: string;
  /** The only subject whose clocks it stops; absent: every clock of its kind. */
  readonly of?: string;
  readonly why: string;
  completedOn: CivilDate | null;
}

/** A span in which a clock is stopped, and the request that stops it. */
export type ClockSuspension = LedgerRequest & Suspension;

/** All the requests of a case; `version` grows at each change, so that clocks know when to count again. */
export class Ledger {
  readonly requests: LedgerRequest[] = [];
  version = 0;

  add(request: LedgerRequest): void {
    this.requests.push(request);
    this.version++;
  }

  /** Is that subject alone stopped? */
  stops(subject: string): boolean {
    return this.requests.some(({ of, completedOn }) => of === subject && completedOn === null);
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
  get suspensions(): readonly ClockSuspension[] {
    return this.stoppedBy(this.spec.suspendedBy ?? []);
  }

  /** Those of some kinds that stop it, or would under another reading. */
  stoppedBy(kinds: readonly string[]): readonly ClockSuspension[] {
    const { family } = this.rule;
    return family === undefined ? [] : stopping(family, this.requests(kinds), this.spec.bearer);
  }

  /** The requests of some kinds that touch it. A delay that is closed is exhausted: nothing later moves it. */
  private requests(kinds: readonly string[]): readonly LedgerRequest[] {
    if (kinds.length === 0 || this.ledger.requests.length === 0) return [];
    const touching = this.ledger.requests.filter(
      ({ kind, of }) => kinds.includes(kind) && (of === undefined || of === this.about),
    );
    return this.closing === null ? touching : asOf(touching, this.closing.on);
  }

  /** What is added to its length: by the act that extends it, or by the time that its family gives to the applicant. */
  private get extension(): Delay | undefined {
    const announced = this.extended ? this.rule.extension : undefined;
    if (this.rule.family !== "additive") return announced;
    const given = additive(this.requests(this.spec.suspendedBy ?? []));
    return announced === undefined ? given : addDelays(announced, given);
  }

  /** What the law is asked: the same for the last day, for its explanation and for its certificate. */
  get query() {
    const { extension } = this;
    return {
      from: this.from,
      delay: this.rule.length,
      roll: this.spec.roll ?? ("none" as const),
      suspensions: this.suspensions,
      restarts: this.restarts,
      ...(this.rule.counting !== undefined && { counting: this.rule.counting }),
      ...(extension !== undefined && { extension }),
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
