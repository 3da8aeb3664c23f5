import type { Instant } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";

/** What is shown of a case changes with its journal, and with the day. */
export const etagOf = ({ version, now }: { readonly version: number; readonly now: Instant }): string =>
  `"${version}-${parisDay(now)}"`;

/**
 * Whether a case is one that an If-Match header names (RFC 9110, 13.1.1): by its own tag, never by a weak one. Undefined for
 * `*`, which names whatever the case has become.
 */
export function matching(header: string) {
  const tags = header.split(",").map((one) => one.trim());
  if (tags.includes("*")) return undefined;
  return (standing: { readonly version: number; readonly now: Instant }): boolean => tags.includes(etagOf(standing));
}
