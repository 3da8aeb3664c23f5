const REPLACEMENT = "\ufffd";

/**
 * The text as PostgreSQL can hold it. A `text` column refuses NUL and the wire can't carry half a surrogate pair; a party
 * who pastes one must not block the recording of the whole burst for ever, so each becomes U+FFFD before it is hashed.
 */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", REPLACEMENT).replace(/\p{Surrogate}/gu, REPLACEMENT);
}
