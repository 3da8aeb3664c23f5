import { actNamed, strikeAct } from "../case/act.js";
import { Refusal } from "../case/refusal.js";
import type { Instant } from "../law/instant.js";
import type { CaseRecord } from "../register/register.js";
import { reach } from "../temporal/reaching.js";
import { type ActToSend, type IdentifiedMessage, standingOf } from "../temporal/sending.js";
import { actId } from "./act-id.js";
import { type Desk, nowOf } from "./desk.js";
import { readForm } from "./form.js";
import { oneMessage, toSend, unlessRefused } from "./one-message.js";
import { authorOf, type Principal } from "./principal.js";
import { commonBodies, servedOf } from "./procedures.js";
import { receiptOf, refuseOtherRequest, type ShownReceipt } from "./receipts.js";
import { DeskRefusal, refuseUnavailable } from "./refusal.js";
import { type SentAct, senderOf } from "./rights.js";
import { recordFor, recordWithAct, shownCase } from "./shown-case.js";

/** An act that a principal sends to a case. */
export interface ActCommand {
  readonly caseId: string;
  readonly act: string;
  readonly sent: SentAct;
  readonly idempotencyKey: string;
  /** Whether a case that stands so is the one for which the act is sent; absent: whatever it has become. */
  readonly meantFor?: ((standing: Standing) => boolean) | undefined;
}

/** Where a case stands: its version, and its time. */
export interface Standing {
  readonly version: number;
  readonly now: Instant;
}

/** @throws DeskRefusal `moved` */
function refuseIfMoved(record: CaseRecord, { meantFor }: ActCommand): void {
  const { version } = record;
  if (meantFor !== undefined && !meantFor({ version, now: nowOf(record) }))
    throw new DeskRefusal("moved", `${record.id} isn't as you have seen it any more: read it again.`);
}

export type ActAnswer =
  | { readonly kind: "done"; readonly receipt: ShownReceipt }
  /** The case has taken it; where to ask for the receipt. */
  | { readonly kind: "accepted"; readonly id: string };

/** The message to send: by whom, and since when it counts; without a date, from its arrival. Every fault of its body at once. */
function prepared(principal: Principal, record: CaseRecord, command: ActCommand, id: string): IdentifiedMessage {
  const { act, sent } = command;
  const { procedure, bodies } = servedOf(record.procedure);
  const now = nowOf(record);
  const by = senderOf(principal, { shape: procedure.shape, sandbox: record.sandbox, now }, act, sent);
  if (act !== strikeAct) actNamed(procedure.shape, act);
  const body = commonBodies[act] ?? bodies[act];
  if (body !== undefined) readForm(body, sent.body ?? {}, "/body");
  const dated = sent.on !== undefined || sent.at !== undefined || sent.receivedAt !== undefined;
  const author = authorOf(principal);
  return { ...sent, id, author, ...(by !== undefined && { by }), ...(!dated && { at: now }) };
}

/** What the act would change, done to a copy of the register's case: nothing is sent, nothing is written. */
export async function tryAct(desk: Desk, principal: Principal, command: ActCommand): Promise<ShownReceipt> {
  const record = await recordFor(desk, principal, command.caseId);
  const id = actId(principal, command.idempotencyKey, record.id);
  refuseIfMoved(record, command);
  const message = prepared(principal, record, command, id);
  const derived = await desk.cases.derived(record);
  const tried = derived.preview(command.act, message, nowOf(record));
  return {
    receipt: null,
    head: record.head,
    act: command.act,
    changes: tried.receipt.changes,
    case: shownCase(principal, record, tried.case),
  };
}

async function recorded(desk: Desk, principal: Principal, caseId: string, id: string): Promise<ActAnswer | undefined> {
  // Read again: the act itself has moved the case.
  const found = await receiptOf(desk, principal, await recordWithAct(desk, principal, caseId, id));
  return found && { kind: "done", receipt: found.answer };
}

/** Takes an act to its case and answers once the register holds it. @throws DeskRefusal, Refusal */
export async function performAct(desk: Desk, principal: Principal, command: ActCommand): Promise<ActAnswer> {
  desk.turnstile.admit();
  const id = actId(principal, command.idempotencyKey, command.caseId);
  const held = await recordWithAct(desk, principal, command.caseId, id);
  const { record } = held;
  const before = await receiptOf(desk, principal, held);
  if (before !== undefined) {
    refuseOtherRequest(before.act.act, before.act, command.act, command.sent);
    return { kind: "done", receipt: before.answer };
  }
  const going = await oneMessage(desk, held, command, () => {
    refuseIfMoved(record, command);
    const message = prepared(principal, record, command, id);
    // What comes at the same moment has seen the same case: the case itself says which of them is first.
    return command.meantFor === undefined ? message : { ...message, version: record.version };
  });
  const sent =
    going === undefined
      ? "recorded"
      : await unlessRefused(desk, record.id, going, () =>
          desk.turnstile.pass(() => sendOrRestart(desk, record.id, going)),
        );
  const answer = sent === "accepted" ? undefined : await recorded(desk, principal, command.caseId, id);
  if (answer !== undefined) return answer;
  await desk.register.promise(record.id, id);
  return { kind: "accepted", id };
}

async function sendOrRestart(desk: Desk, caseId: string, going: ActToSend): Promise<"recorded" | "accepted"> {
  const reaching = { patience: desk.patience, derived: (record: CaseRecord) => desk.cases.derived(record) };
  const sent = await reach(desk, caseId, going, reaching);
  if (sent === "unanswered")
    refuseUnavailable(
      "The case couldn't take the act in time, and perhaps never will: send it again with the same Idempotency-Key, it will be done once.",
      2,
    );
  if (sent === "missing")
    refuseUnavailable("The case's workflow keeps leaving: send the act again with the same Idempotency-Key.", 5);
  return sent;
}

/** The receipt of an act that wasn't answered in time. @throws DeskRefusal `not-found` for what the case hasn't taken. */
export async function receiptFor(desk: Desk, principal: Principal, caseId: string, id: string): Promise<ActAnswer> {
  const held = await recordWithAct(desk, principal, caseId, id);
  const found = await receiptOf(desk, principal, held);
  if (found !== undefined) return { kind: "done", receipt: found.answer };
  if (held.kept !== undefined) {
    const going = toSend(held.kept);
    const standing = await unlessRefused(desk, caseId, going, async () => {
      const found = await standingOf(desk.client, caseId, going.updateId);
      if (found instanceof Refusal) throw found;
      return found;
    });
    if (standing === "accepted") return { kind: "accepted", id };
    // Between the two questions it may have been recorded; what was promised, and its run has lost, is sent to it again.
    const answer = await recorded(desk, principal, caseId, id);
    if (answer !== undefined) return answer;
    if (held.kept.promised) return { kind: "accepted", id };
  }
  throw new DeskRefusal("not-found", `${caseId} has no act of that id: send it again with the same Idempotency-Key.`);
}
