/** A case in Temporal: its messages and its life. Temporal makes it durable; it never decides. */
import type { RawValue } from "@temporalio/common";
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  currentUpdateInfo,
  sleep as pause,
  workflowInfo,
} from "@temporalio/workflow";
import type { Case } from "../case/case.js";
import { refusalOf } from "../case/derivation.js";
import type { Procedure } from "../case/procedure.js";
import { type Refusal, StoryFault } from "../case/refusal.js";
import type { CaseView } from "../case/view.js";
import { HeldCase } from "./held-case.js";
import type { Recording } from "./journal.js";
import type { ActReceipt, CaseStart } from "./messages.js";
import { OperatorsView } from "./operators-view.js";
import { type Arrival, type Message, PendingMessages } from "./pending.js";
import { asFailure, identified, refuseUnsealed, shortened } from "./reading.js";
import { record } from "./record.js";
import { sealed, startMessage } from "./seals.js";
import { Timers, timersOf } from "./timers.js";

/** What a case's workflow returns when it completes: an ending is a value, never a failure. */
export interface CaseResult {
  readonly ending: string;
  readonly effectiveOn: string;
  readonly entries: number;
}

/** Events after which a run continues as new: a longer history would be slow to replay when a case wakes after months. */
const longRun = 500;

/** How long a reopened case waits for the act for which it was reopened. */
const reopenedFor = "1 minute";

/** The run of one case. Whatever happens rouses it: it takes what waits in line, records what is news, and sleeps. */
export class Host {
  private readonly pending = new PendingMessages();
  private readonly held: HeldCase;
  private readonly timers = new Timers(() => this.rouse());
  private readonly shown = new OperatorsView();
  /** This run began on a concluded case, and nothing has come yet. */
  private reopened: boolean;
  /** The register is said to hold more than this run knows. */
  private behind = false;
  /** Something has happened, and no turn has seen it yet. */
  private roused = false;
  private wake: () => void = () => undefined;
  private complete: (result: CaseResult) => void = () => undefined;
  /** Fails the task, or continues as new: what the SDK does with what a workflow function throws. */
  private fail: (fault: unknown) => void = () => undefined;

  constructor(
    readonly procedure: Procedure,
    private readonly start: CaseStart,
  ) {
    this.held = new HeldCase(procedure, start, this.pending);
    this.reopened = this.live.concluded;
  }

  private get live(): Case {
    return this.held.live;
  }

  /** The case at the last event. */
  get view(): CaseView {
    return this.held.view;
  }

  /** Number of the last burst that this run knows. */
  get bursts(): number {
    return this.held.journal.bursts;
  }

  // ---- Messages.

  /** Would the message be taken? Leaves nothing behind. @throws ApplicationFailure that refuses it. */
  validate(name: string, sent: unknown, isSealed: boolean): void {
    try {
      const came = { name, sent, sealed: isSealed, updateId: currentUpdateInfo()?.id };
      const { message } = identified(came);
      refuseUnsealed(came);
      if (this.pending.taken(message.id) !== undefined || this.live.accepted(message.id) !== undefined) return;
      // What is ahead in line may change the case: its turn says. What is no message at all is refused at once.
      if (this.pending.lineIsOpen && !this.behind) this.live.check(name, message, this.held.now);
      else this.live.read(name, message, this.held.now);
    } catch (fault) {
      // What time does to the case isn't the message's fault: it is tried again.
      throw fault instanceof StoryFault ? fault : asFailure(refusalOf(fault, name));
    }
  }

  /** Answers the act once the register holds it. @throws ApplicationFailure that refuses it. */
  update(name: string, sent: unknown, isSealed: boolean): Promise<ActReceipt> {
    return new Promise((answer, reject) => {
      const refuse = (refusal: Refusal): void => reject(asFailure(refusal));
      this.arrive({ name, sent, sealed: isSealed, updateId: currentUpdateInfo()?.id, signal: false, answer, refuse });
    });
  }

  /** A signal has no answer: that it was refused, and why, is written in the journal. */
  signal(name: string, sent: unknown, isSealed: boolean): void {
    const refuse = (refusal: Refusal, id: string | undefined): void =>
      this.held.passing(() => this.live.noteRefused(name, shortened(refusal), this.held.now, id));
    this.arrive({ name, sent, sealed: isSealed, updateId: undefined, signal: true, answer: () => undefined, refuse });
  }

  /** Takes what the register holds and this run lacks. */
  catchUp(): Promise<void> {
    this.behind = true;
    this.rouse();
    return condition(() => !this.behind);
  }

  private arrive(message: Message): void {
    this.pending.arrive(message);
    this.takeInTurn();
    this.rouse();
  }

  /** Takes the messages in line, as many as the next burst may hold. */
  private takeInTurn(): void {
    if (this.behind) return;
    while (this.takeNext());
  }

  private readonly takeNext = (): boolean => {
    const next = this.pending.next();
    if (next === undefined) return false;
    // What time has done comes first; a fault of it is ours, and no message's.
    this.held.advance();
    this.take(next);
    return true;
  };

  /** Takes a message at once, synchronously. Whatever goes wrong refuses it: never a failed task for what somebody sent. */
  private take(arrival: Arrival): void {
    const { name } = arrival;
    const before = this.live.actsDerived;
    let id: string | undefined;
    try {
      const { message, characters } = identified(arrival);
      id = message.id;
      refuseUnsealed(arrival);
      this.pending.weigh({ characters });
      const taken = this.pending.taken(message.id);
      const known = this.live.accepted(message.id);
      if (taken !== undefined) taken.sentBy.push(arrival);
      else if (known !== undefined)
        arrival.answer({ receipt: known, act: name, head: this.held.journal.head, repeated: true });
      else {
        const receipt = this.held.passing(() => this.live.receive(name, message, this.held.now));
        // The act for which it runs again may be there before its first task.
        this.reopened = false;
        this.pending.take(message.id, { name, receipt, sentBy: [arrival] });
      }
    } catch (fault) {
      this.pending.refuse(arrival, refusalOf(fault, name), id);
    }
    this.pending.weigh({ derived: this.live.actsDerived - before });
  }

  // ---- The life of the case.

  /** Until the case is concluded and told, or its run is long enough to continue as new. */
  untilConcluded(): Promise<CaseResult> {
    return new Promise((complete, fail) => {
      this.complete = complete;
      this.fail = fail;
      this.roused = true;
      this.sleep();
    });
  }

  private rouse(): void {
    this.roused = true;
    this.wake();
  }

  /** Until something happens: its turn comes once all the messages of the task are there. */
  private sleep(): void {
    const roused = new Promise<void>((wake) => {
      this.wake = wake;
      if (this.roused) wake();
    });
    void roused.then(this.turn);
  }

  /** Takes what is in line, lets time pass, and records what is news; else the case is at rest. */
  private readonly turn = (): void => {
    try {
      this.roused = false;
      this.wake = () => undefined;
      if (this.behind) {
        this.held.takeFromRegister().then(this.caughtUp, this.fail);
        return;
      }
      this.takeInTurn();
      this.held.advance();
      const { view } = this;
      const recording = this.held.nextBurst(view);
      if (recording === null) {
        // All that was taken had been before: the rest of the line is for another task.
        if (this.pending.lineIsLong) pause("1 millisecond").then(this.turn, this.fail);
        else this.rest(view);
        return;
      }
      record(recording.burst).then((recorded) => this.recorded(recording, recorded), this.fail);
    } catch (fault) {
      this.fail(fault);
    }
  };

  private recorded(made: Recording, recorded: Awaited<ReturnType<typeof record>>): void {
    try {
      if (recorded.kind === "other") {
        // A crash came between the register's commit and Temporal's: what stands there comes first.
        this.behind = true;
        this.turn();
        return;
      }
      const view = this.held.holds(made, recorded, this.takeNext);
      const more = this.roused || this.pending.lineIsLong;
      // What operators see is written before the answers leave.
      if (!more) this.show(view);
      this.pending.answer(recorded.head);
      if (more) this.turn();
      else this.leaveOrSleep();
    } catch (fault) {
      this.fail(fault);
    }
  }

  private readonly caughtUp = (): void => {
    this.behind = false;
    this.turn();
  };

  private show(view: CaseView): void {
    this.shown.show(this.procedure.shape, view);
    this.timers.want(timersOf(this.live), this.held.nowMs);
  }

  /** Nothing is news, and nobody waits for an answer. */
  private rest(view: CaseView): void {
    this.show(view);
    this.leaveOrSleep();
  }

  private leaveOrSleep(): void {
    if (this.live.concluded || this.isLong) this.leave().then((left) => (left ? undefined : this.sleep()), this.fail);
    else this.sleep();
  }

  private get isLong(): boolean {
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    return historyLength > (this.start.longRun ?? longRun) || continueAsNewSuggested;
  }

  /** Ends the run, unless something more has come. */
  private async leave(): Promise<boolean> {
    await condition(allHandlersFinished);
    if (this.roused) return false;
    if (!this.live.concluded) return continueAsNew<(start: RawValue) => Promise<CaseResult>>(this.next());
    if (await this.wasReopenedForAnAct()) return false;
    const { ending, version } = this.view;
    this.complete({ ending: ending?.name ?? "", effectiveOn: ending?.effectiveOn ?? "", entries: version });
    return true;
  }

  /** A run that starts concluded was started for an act that may change the end: true when one came. */
  private async wasReopenedForAnAct(): Promise<boolean> {
    if (!this.reopened) return false;
    this.reopened = false;
    return condition(() => this.roused, reopenedFor, { summary: "Dossier rouvert : un acte est attendu" });
  }

  private next(): RawValue {
    const { snapshot: _before, ...start } = this.start;
    const { bursts, head } = this.held.journal;
    const next: CaseStart = { ...start, snapshot: this.live.snapshot(), bursts, head };
    return sealed(next, start.opening.id, startMessage);
  }
}
