import type { ActMessage } from "../case/act.js";
import { Refusal } from "../case/refusal.js";
import { mostMessageBytes } from "../case/weight.js";
import { canonicalJson, type Json } from "../law/canonical-json.js";

function malformed(expected: string): never {
  throw new Refusal("malformed", `/: expected ${expected}.`, { pointer: "" });
}

/**
 * A message that the journal will be able to hold, whatever it then says: what can't be written again would break the
 * case at its burst, for ever, once accepted or once quoted by its refusal.
 * @throws Refusal
 */
export function readMessage(message: unknown): ActMessage {
  if (typeof message !== "object" || message === null || Array.isArray(message) || ArrayBuffer.isView(message)) {
    malformed("an object {by, on | at, body}");
  }
  let written: string;
  try {
    written = canonicalJson(message as Json);
  } catch {
    malformed("JSON of whole characters and finite numbers, not too deep");
  }
  if (bytesOf(written) > mostMessageBytes) malformed(`at most ${mostMessageBytes} bytes of JSON in UTF-8`);
  return message as ActMessage;
}

/** Its bytes in UTF-8; counted only where they may be too many. */
const bytesOf = (written: string): number =>
  written.length * 3 <= mostMessageBytes ? written.length : new TextEncoder().encode(written).length;

const mostTold = 2_000;

/** A refusal quotes what was sent: never so much of it that its answer is too long for Temporal or for the journal. */
export function shortened(refusal: Refusal): Refusal {
  const { message, pointer } = refusal;
  if (message.length <= mostTold && (pointer === undefined || pointer.length <= mostTold)) return refusal;
  return Refusal.from({
    ...refusal.toJSON(),
    detail: cut(message),
    ...(pointer !== undefined && { pointer: cut(pointer) }),
  });
}

/** Cut between two characters, never inside one. */
const cut = (text: string): string =>
  text.length <= mostTold ? text : `${[...text.slice(0, mostTold)].slice(0, -1).join("")}…`;
