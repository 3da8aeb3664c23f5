import type { Instant } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";

/** What is shown of a case changes with its journal, and with the day. */
export const etagOf = ({ version, now }: { readonly version: number; readonly now: Instant }): string =>
  `"${version}-${parisDay(now)}"`;
