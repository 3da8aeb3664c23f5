import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineSignal,
  defineUpdate,
  patched,
  setDefaultSignalHandler,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { Burst, HeldBurst } from "../activities/burst.js";
import { type ActMessage, strikeAct } from "../case/act.js";
import { Case } from "../case/case.js";
import { messageId } from "../case/message-id.js";
import type { Procedure } from "../case/procedure.js";
import { messageOf } from "../case/rebuild.js";
import type { Receipt } from "../case/receipt.js";
import { Refusal } from "../case/refusal.js";
import type { Mark } from "../case/snapshot.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { knownUpdates, unknownUpdate } from "./arrivals.js";
import { digestOf } from "./burst.js";
import { type ActReceipt, type CaseStart, caseQuery, catchUpUpdate, refusedType } from "./messages.js";
import { OperatorsView } from "./operators-view.js";
import { readMessage, shortened } from "./reading.js";
import { readBurst, record } from "./record.js";
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

/** A message accepted by the case, until its burst stands in the register. */
interface Pending {
  readonly name: string;
  readonly message: ActMessage & { readonly id: string };
  receipt: Receipt;
  readonly answer: (receipt: ActReceipt) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly answered: Promise<ActReceipt>;
}

/** Binds any story to a workflow: its messages, its timers, its journal. Temporal makes the case durable; it never decides. */
class Host {
  private live: Case;
  private readonly timers = new Timers(() => {
    this.woken = true;
  });
  private woken = true;
  /** Accepted since the burst that is being recorded. */
  private pending: Pending[] = [];
  /** Accepted in the burst that is being recorded: not answered yet, however often they are sent again. */
  private recording: Pending[] = [];
  /** Signals refused since the burst that is being recorded, and in it: a case behind the register may have been wrong. */
  private refused: { readonly name: string; readonly message: unknown }[] = [];
  private bursts: number;
  private head: string;
  /** Where the case stood after the last burst that the register is known to hold. */
  private recorded: Mark | null;
  /** The ending that the register shows, told or not. */
  private ending: string | null;
  /** This run began on a concluded case, and nothing has come yet. */
  private reopened: boolean;
  /** The register is said to hold more than this run knows. */
  private behind = false;
  private readonly shown = new OperatorsView();
  private readonly answers = new Map<string, boolean>();
  /** Validators and queries never ask a gate that the story hasn't passed: `patched` would write into the history. */
  private asking = false;

  constructor(
    private readonly procedure: Procedure,
    private readonly start: CaseStart,
  ) {
    this.bursts = start.bursts ?? 0;
    this.head = start.head ?? "";
    this.recorded = start.snapshot ?? null;
    this.live = this.asRecorded();
    this.reopened = this.live.concluded;
    this.ending = start.snapshot === undefined ? null : (this.live.view(this.live.toldAt).ending?.name ?? null);
  }

  /** The case where the register is known to hold it: at its opening, or at its last mark. */
  private asRecorded(): Case {
    const { snapshot, opening } = this.start;
    return this.passing(() => {
      if (this.recorded === null) return Case.open(this.procedure, opening, opening.filedAt, this.gate);
      if (this.recorded === snapshot) return Case.restore(this.procedure, snapshot, this.gate);
      return Case.resume(this.procedure, this.recorded, this.gate);
    });
  }

  /** While the story really passes, and isn't merely tried, a new gate may write into the history. */
  private passing<T>(passage: () => T): T {
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
  private get nowMs(): number {
    return Date.now() + (this.start.aheadMs ?? 0);
  }

  private get now(): Instant {
    return fromEpochMs(this.nowMs);
  }

  // ---- Messages.

  /** Registers every message of the procedure. Called once the story is at its first wait. */
  listen(): void {
    setDefaultSignalHandler((name, ...args) => this.onSignal(name, args[0]));
    const acts = {
      ...this.procedure.shape.acts,
      [strikeAct]: {
        description: "Écarte un acte envoyé à tort : par qui l'a envoyé, ou par l'autorité que la procédure désigne.",
      },
    };
    for (const [name, { description }] of Object.entries(acts)) {
      setHandler(defineSignal<[ActMessage]>(name), (message) => this.onSignal(name, message), { description });
      setHandler(defineUpdate<ActReceipt, [ActMessage]>(name), (message) => this.onUpdate(name, message), {
        description,
        validator: (message) => this.validate(name, message),
      });
      knownUpdates.add(name);
    }
    setHandler(defineUpdate<ActReceipt, [string]>(unknownUpdate), (name) => this.onUpdate(name, {}), {
      description: "Tout autre nom : refusé, en disant quels actes il y a",
      validator: (name) => this.validate(name, {}),
    });
    setHandler(defineUpdate<void, [number]>(catchUpUpdate), () => this.onCatchUp(), {
      description: "Reprend du registre ce que cette exécution n'en connaît pas (numéro de la dernière écriture)",
      validator: (held) => {
        if (!(held > this.bursts)) throw ApplicationFailure.nonRetryable(`${this.bursts} are known.`, "UpToDate");
      },
    });
    knownUpdates.add(catchUpUpdate);
    setHandler(defineQuery(caseQuery), () => this.live.view(this.live.toldAt), {
      description: "Le dossier au dernier événement",
    });
  }

  /** The message with its id. @throws Refusal when the journal couldn't hold it */
  private identified(
    name: string,
    message: unknown,
    id = currentUpdateInfo()?.id,
  ): ActMessage & { readonly id: string } {
    const sent = readMessage(message);
    return { ...sent, id: messageId(name, sent, id) };
  }

  private validate(name: string, message: unknown): void {
    try {
      this.live.check(name, this.identified(name, message), this.now);
    } catch (fault) {
      throw asFailure(fault);
    }
  }

  private onUpdate(name: string, message: unknown): Promise<ActReceipt> {
    try {
      return this.take(name, this.identified(name, message)).catch((fault: unknown) => {
        throw asFailure(fault);
      });
    } catch (fault) {
      throw asFailure(fault);
    }
  }

  private onSignal(name: string, message: unknown): void {
    let id: string | undefined;
    try {
      const identified = this.identified(name, message);
      id = identified.id;
      this.take(name, identified).catch((fault: unknown) => this.refuseSignal(name, message, id, fault));
    } catch (fault) {
      this.refuseSignal(name, message, id, fault);
    }
  }

  /** A signal has no answer: that it was refused, and why, is written in the journal. */
  private refuseSignal(name: string, message: unknown, id: string | undefined, fault: unknown): void {
    if (!(fault instanceof Refusal)) throw fault;
    this.refused.push({ name, message });
    this.passing(() => this.live.noteRefused(name, shortened(fault), this.now, id));
    this.woken = true;
  }

  private onCatchUp(): Promise<void> {
    this.behind = true;
    this.woken = true;
    return condition(() => !this.behind);
  }

  /** Accepts a message at once, synchronously; answers once the register holds it. @throws Refusal */
  private take(name: string, message: ActMessage & { readonly id: string }): Promise<ActReceipt> {
    const waiting = [...this.recording, ...this.pending].find((other) => other.message.id === message.id);
    if (waiting !== undefined) return waiting.answered;
    const known = this.live.accepted(message.id);
    if (known !== undefined) return Promise.resolve({ receipt: known, act: name, head: this.head, repeated: true });
    const receipt = this.receive(name, message);
    let answer: Pending["answer"] = () => undefined;
    let refuse: Pending["refuse"] = () => undefined;
    const answered = new Promise<ActReceipt>((resolve, reject) => {
      answer = resolve;
      refuse = reject;
    });
    this.pending.push({ name, message, receipt, answer, refuse, answered });
    this.woken = true;
    return answered;
  }

  private receive(name: string, message: ActMessage): Receipt {
    const receipt = this.passing(() => this.live.receive(name, message, this.now));
    // The act for which it runs again may be there before its first task.
    this.reopened = false;
    return receipt;
  }

  // ---- The life of the case.

  /** Until the case is concluded and told, or its run is long enough to continue as new. */
  async untilConcluded(): Promise<CaseResult> {
    for (;;) {
      await condition(() => this.woken);
      this.woken = false;
      if (this.behind) await this.catchUp();
      this.passing(() => this.live.advance(this.now));
      await this.journal();
      if (this.woken) continue;
      this.shown.show(this.procedure.shape, this.live.view(this.live.toldAt));
      this.timers.want(timersOf(this.live), this.nowMs);
      if (this.live.concluded) {
        await condition(allHandlersFinished);
        if (this.woken || (await this.wasReopenedForAnAct())) continue;
        return this.result();
      }
      const { historyLength, continueAsNewSuggested } = workflowInfo();
      if (historyLength > (this.start.longRun ?? longRun) || continueAsNewSuggested) {
        await condition(allHandlersFinished);
        if (!this.woken) await continueAsNew<(start: CaseStart) => Promise<CaseResult>>(this.next());
      }
    }
  }

  /** A run that starts concluded was started for an act that may change the end: true when one came. */
  private async wasReopenedForAnAct(): Promise<boolean> {
    if (!this.reopened) return false;
    this.reopened = false;
    return condition(() => this.woken, reopenedFor, { summary: "Dossier rouvert : un acte est attendu" });
  }

  private result(): CaseResult {
    const { ending, version } = this.live.view(this.live.toldAt);
    return { ending: ending?.name ?? "", effectiveOn: ending?.effectiveOn ?? "", entries: version };
  }

  private next(): CaseStart {
    const { snapshot: _before, ...start } = this.start;
    return { ...start, snapshot: this.live.snapshot(), bursts: this.bursts, head: this.head };
  }

  /** Records all that is news, in one burst; the messages of the burst are answered. */
  private async journal(): Promise<void> {
    const entries = this.live.takeNews();
    const recordedAt = this.live.toldAt;
    const view = this.live.view(recordedAt);
    const ending = view.ending?.name ?? null;
    // An adverse ending is derived before it is told: nothing is told yet, but the case shows it.
    if (entries.length === 0 && ending === this.ending) return;
    const answered = this.pending;
    this.recording = answered;
    this.pending = [];
    const ids = new Set(entries.filter(({ kind }) => kind === "act").map(({ cause }) => cause));
    const acts = this.live.recordedActs.filter(({ id }) => ids.has(id));
    const burst: Burst = {
      number: this.bursts + 1,
      opening: this.start.opening,
      acts,
      entries,
      recordedAt,
      receipts: Object.fromEntries(answered.map(({ message, receipt }) => [message.id, receipt])),
      view,
      digest: digestOf(acts, entries, recordedAt),
    };
    const mark = this.live.mark();
    const refused = this.refused.length;
    const recorded = await record(burst);
    this.recording = [];
    if (recorded.kind === "other") {
      this.registerWins(recorded.burst, [...answered, ...this.pending]);
      return;
    }
    if (recorded.digest !== burst.digest) {
      throw new Error(
        `Burst ${burst.number} of ${burst.opening.id} isn't told as it was recorded: ${burst.digest}, and ${recorded.digest} in the register.`,
      );
    }
    this.refused.splice(0, refused);
    this.bursts = burst.number;
    this.head = recorded.head;
    this.recorded = mark;
    this.ending = ending;
    for (const { name, receipt, answer } of answered)
      answer({ receipt: receipt.number, act: name, head: recorded.head });
  }

  /** A crash lost Temporal's commit, and the message with it: the register's bursts are taken until none is left. */
  private async catchUp(): Promise<void> {
    for (;;) {
      const burst = await readBurst({ case: this.start.opening.id, number: this.bursts + 1 });
      if (burst === null) break;
      this.registerWins(burst, this.pending);
    }
    this.behind = false;
  }

  /**
   * The register holds another burst at this number: a crash came between its commit and Temporal's. Its acts are taken
   * first, then those of this run are tried again.
   */
  private registerWins(burst: HeldBurst, waiting: readonly Pending[]): void {
    this.live = this.asRecorded();
    for (const entry of burst.entries) {
      if (entry.kind === "refused") {
        this.passing(() => this.live.noteRefusedAgain(entry));
        // The same signal, come again after the crash: its refusal stands.
        const again = this.refused.findIndex(({ name }) => name === entry.name);
        if (again >= 0) this.refused.splice(again, 1);
      }
      const act = entry.kind === "act" ? burst.acts.find(({ id }) => id === entry.cause) : undefined;
      if (act !== undefined) this.passing(() => this.live.accept(act.act, messageOf(act), act.recordedAt));
    }
    this.passing(() => this.live.advance(burst.recordedAt));
    const told = this.live.takeNews();
    const found = digestOf(burst.acts, told, burst.recordedAt);
    if (found !== burst.digest) {
      throw new Error(
        `The register holds a burst ${this.bursts + 1} of ${this.start.opening.id} that isn't told again: ${found}, and ${burst.digest} in the register.`,
      );
    }
    this.bursts += 1;
    this.head = burst.head;
    this.recorded = this.live.mark();
    this.ending = this.live.view(burst.recordedAt).ending?.name ?? null;
    this.pending = [];
    for (const message of waiting) this.tryAgain(message);
    for (const { name, message } of this.refused.splice(0)) this.onSignal(name, message);
    this.woken = true;
  }

  private tryAgain(waiting: Pending): void {
    const known = this.live.accepted(waiting.message.id);
    if (known !== undefined) {
      // It was in the register's burst itself: the crash only lost its answer.
      waiting.answer({ receipt: known, act: waiting.name, head: this.head });
      return;
    }
    try {
      waiting.receipt = this.receive(waiting.name, waiting.message);
      this.pending.push(waiting);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      waiting.refuse(fault);
    }
  }
}

function asFailure(fault: unknown): unknown {
  if (!(fault instanceof Refusal)) return fault;
  const refusal = shortened(fault);
  return ApplicationFailure.create({
    type: refusedType,
    message: refusal.message,
    nonRetryable: true,
    details: [refusal.toJSON()],
  });
}

/** Runs a procedure's story as a workflow. A cancellation of the root is ignored: a case ends as its text says. */
export function hostCase(procedure: Procedure, start: CaseStart): Promise<CaseResult> {
  return CancellationScope.nonCancellable(async () => {
    const host = new Host(procedure, start);
    host.listen();
    return host.untilConcluded();
  });
}
