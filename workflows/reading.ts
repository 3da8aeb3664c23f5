import { ApplicationFailure } from "@temporalio/workflow";
import { type ActMessage, malformed } from "../case/act.js";
import { messageId } from "../case/message-id.js";
import { Refusal } from "../case/refusal.js";
import { mostMessageBytes } from "../case/weight.js";
import { canonicalJson, type Json } from "../law/canonical-json.js";
import { start } from "./arrivals.js";
import { refusedType } from "./messages.js";

/**
 * A message that the journal will be able to hold, whatever it then says: what can't be written again would break the
 * case at its burst, for ever, once accepted or once quoted by its refusal.
 * @throws Refusal
 */
function readMessage(message: unknown): { readonly message: ActMessage; readonly characters: number } {
  if (typeof message !== "object" || message === null || Array.isArray(message) || ArrayBuffer.isView(message)) {
    malformed("", "wrong-type", { type: "object" });
  }
  let written: string;
  try {
    written = canonicalJson(message as Json);
  } catch {
    malformed("", "not-json", {});
  }
  if (bytesOf(written) > mostMessageBytes) malformed("", "too-heavy", { most: mostMessageBytes });
  return { message: message as ActMessage, characters: written.length };
}

export type IdentifiedMessage = ActMessage & { readonly id: string };

/** @throws Refusal where nothing is taken that the house didn't seal */
export function refuseUnsealed({ sealed }: Came): void {
  if (sealed || !start.sealsRequired) return;
  throw new Refusal(
    "not-allowed",
    "Ce message n'est pas venu par le guichet : rien ne dit qui l'envoie, et personne n'en est tenu pour l'auteur.",
  );
}

/** A message as it came. */
export interface Came {
  readonly name: string;
  readonly sent: unknown;
  /** For this case and this message, by somebody who has the keys: the codec says so. */
  readonly sealed: boolean;
  /** The update's own id, which is the message's where it has none. */
  readonly updateId: string | undefined;
}

/**
 * The message with its id, saying so where nobody vouches for who sent it, and how many characters it is, as JSON.
 * @throws Refusal when the journal couldn't hold it
 */
export function identified({ name, sent, sealed, updateId }: Came): {
  readonly message: IdentifiedMessage;
  readonly characters: number;
} {
  const { message, characters } = readMessage(sent);
  const id = messageId(name, message, updateId);
  return { message: sealed ? { ...message, id } : { ...message, id, unverified: true }, characters };
}

/** A refusal as the failure that refuses an Update. */
export function asFailure(refusal: Refusal): ApplicationFailure {
  const short = shortened(refusal);
  return ApplicationFailure.create({
    type: refusedType,
    message: short.message,
    nonRetryable: true,
    details: [short.toJSON()],
  });
}

/** Its bytes in UTF-8; counted only where they may be too many. */
const bytesOf = (written: string): number =>
  written.length * 3 <= mostMessageBytes ? written.length : new TextEncoder().encode(written).length;

const mostTold = 2_000;
const mostAwaited = 100;

/** A refusal quotes what was sent: never so much of it that its answer is too long for Temporal or for the journal. */
export function shortened(refusal: Refusal): Refusal {
  const { message, fault, awaited } = refusal;
  const isShort = message.length <= mostTold && awaited.length <= mostAwaited;
  if (isShort && (fault === undefined || fault.pointer.length <= mostTold)) return refusal;
  return Refusal.from({
    ...refusal.toJSON(),
    detail: cut(message),
    awaited: awaited.slice(0, mostAwaited),
    ...(fault !== undefined && { fault: { ...fault, pointer: cut(fault.pointer) } }),
  });
}

/** Cut between two characters, never inside one. */
const cut = (text: string): string =>
  text.length <= mostTold ? text : `${[...text.slice(0, mostTold)].slice(0, -1).join("")}…`;
