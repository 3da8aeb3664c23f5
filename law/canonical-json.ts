/** JSON Canonicalization Scheme (RFC 8785): the one text of a value, so that a digest or a signature can be checked anywhere. */

/** What JSON can hold. `undefined` properties are left out, as JSON does. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Writes a value by RFC 8785: names sorted by UTF-16 code units, no space, numbers and strings as ECMAScript writes them.
 * Throws RangeError on a number that isn't finite or a text with a lone surrogate (RFC 8785 §3.2.2: no such text is JSON).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("Canonical JSON holds finite numbers only.");
    return JSON.stringify(value);
  }
  if (typeof value === "string") return textOf(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) members.push(`${textOf(name)}:${canonicalJson(member)}`);
  }
  return `{${members.join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function textOf(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError("Canonical JSON holds well-formed Unicode only.");
  return JSON.stringify(text);
}
