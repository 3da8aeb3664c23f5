/** One key, one message: what is sent under a key is made once, and stands until its act does, or is refused. */
import { randomBytes } from "node:crypto";
import { Refusal } from "../case/refusal.js";
import type { CaseWithAct, KeptMessage } from "../register/register.js";
import type { ActToSend, IdentifiedMessage } from "../temporal/sending.js";
import type { Desk } from "./desk.js";
import { refuseOtherRequest } from "./receipts.js";
import { DeskRefusal } from "./refusal.js";
import type { SentAct } from "./rights.js";

/** What stands of the key, as it goes to the case. */
export const toSend = ({ act, updateId, message }: KeptMessage): ActToSend => ({
  act,
  updateId,
  message: message as IdentifiedMessage,
});

/**
 * The message to send under a key: the one that stands, or the one that is made now and kept before anybody sends it.
 * Undefined when the act itself stands by now. @throws DeskRefusal `key-reused` when another request stands.
 */
export async function oneMessage(
  { register }: Desk,
  { record, kept }: CaseWithAct,
  request: { readonly act: string; readonly sent: SentAct },
  make: () => IdentifiedMessage,
): Promise<ActToSend | undefined> {
  const standing = kept ?? (await register.keepMessage(record.id, newMessage(request.act, make())));
  if (standing === undefined) return undefined;
  const going = toSend(standing);
  refuseOtherRequest(going.act, going.message, request.act, request.sent);
  return going;
}

/** Each message has an update id of its own: Temporal never takes one message of an act for another. */
const newMessage = (act: string, message: IdentifiedMessage): KeptMessage => ({
  id: message.id,
  act,
  updateId: `${message.id}.${randomBytes(6).toString("base64url")}`,
  message,
});

/** Does what sends it. A refusal lets the message go: the same key sent again is an act of that later moment. */
export async function unlessRefused<Answer>(
  { register }: Desk,
  caseId: string,
  { updateId, message }: ActToSend,
  send: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await send();
  } catch (fault) {
    const refused = fault instanceof Refusal || (fault instanceof DeskRefusal && fault.kind !== "unavailable");
    if (refused) await register.letGoOf(caseId, message.id, updateId);
    throw fault;
  }
}
