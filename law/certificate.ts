/**
 * The certificate of a deadline: what anybody needs to compute the date again without us. Its bytes are RFC 8785
 * canonical JSON; signing them needs cryptography, hence happens outside law/. `verify/verify.py` checks the whole.
 */

import { calendarDigest } from "./calendar.js";
import { canonicalJson, type Json } from "./canonical-json.js";
import type { Citation } from "./citation.js";
import type { CivilDate } from "./civil-date.js";
import { type DeadlineInput, deadline, effectiveOn, expiresAt, explain } from "./deadline.js";
import { formatDelay } from "./delay.js";
import type { Instant } from "./instant.js";
import { sha256 } from "./sha-256.js";
import type { Walk } from "./walk.js";

/** The calculator's query that computes the same deadline; fields left at their defaults are absent. */
export type CertifiedQuery = { readonly [field: string]: Json };

export type Certificate = {
  readonly certificate: "guichet-deadline/1";
  /** Which clock of which case; absent for a deadline outside a case. */
  readonly about?: CertifiedClock;
  /** What is to be known of the key that signs; absent when nothing is. */
  readonly key?: string;
  readonly query: CertifiedQuery;
  /** Digest of the calendar with its further closed days. */
  readonly calendar: string;
  /** The ruleset of the case, with the digest of its canonical JSON; null for a deadline outside a case. */
  readonly ruleset: { readonly name: string; readonly digest: string } | null;
  readonly result: {
    readonly lastDay: CivilDate | null;
    readonly unrolledLastDay: CivilDate | null;
    readonly effectiveOn: CivilDate | null;
    readonly expiresAt: Instant | null;
    readonly suspendedDays: number;
  };
  readonly walk: Walk;
};

/** The clock that a certificate is about, as the case shows it. */
export type CertifiedClock = {
  readonly case: string;
  readonly clock: string;
  readonly delay: string;
  readonly label: string;
  /** The text that sets the delay. */
  readonly source: Citation;
  /** The case's day on which it was issued: a later act may move the date. */
  readonly on: CivilDate;
};

/** Ed25519 over `signedText(certificate)`; key and signature in hexadecimal, as `verify/verify.py` reads them. */
export type SignedCertificate = Certificate & {
  readonly signature: { readonly algorithm: "Ed25519"; readonly publicKey: string; readonly value: string };
};

/** The certificate of a deadline. Throws RangeError as `deadline` does. */
export function certify(input: DeadlineInput, ruleset: Certificate["ruleset"] = null): Certificate {
  const { lastDay, unrolledLastDay, suspendedDays } = deadline(input);
  return {
    certificate: "guichet-deadline/1",
    query: queryOf(input),
    calendar: calendarDigest(input.calendar ?? "fr", input.closed),
    ruleset,
    result: {
      lastDay,
      unrolledLastDay,
      effectiveOn: lastDay === null ? null : effectiveOn(lastDay),
      expiresAt: lastDay === null ? null : expiresAt(lastDay),
      suspendedDays,
    },
    walk: explain(input).walk,
  };
}

/** The text whose UTF-8 bytes are signed: canonical JSON of the certificate without its signature. */
export function signedText(certificate: Certificate): string {
  const { certificate: format, about, key, query, calendar, ruleset, result, walk } = certificate;
  return canonicalJson({ certificate: format, about, key, query, calendar, ruleset, result, walk });
}

/** "sha256:…" of the canonical JSON of a ruleset, or of any other value that a certificate names. */
export const digestOf = (value: Json): string => `sha256:${sha256(canonicalJson(value))}`;

/** The query of the calculator for a deadline of the engine. Who suspended and why stays in the walk. */
export function queryOf(input: DeadlineInput): CertifiedQuery {
  const { closed = [], suspensions = [], restarts = [], extension, delay, roll, calendar, counting } = input;
  return {
    from: input.fromInstant ?? input.from,
    delay: formatDelay(delay),
    ...(delay.counted === "calendar" ? {} : { days: delay.counted }),
    ...(roll === undefined || roll === "none" ? {} : { roll }),
    ...(calendar === undefined || calendar === "fr" ? {} : { calendar }),
    ...(closed.length === 0 ? {} : { closed }),
    ...(suspensions.length === 0 ? {} : { suspensions: suspensions.map(({ from, to }) => ({ from, to })) }),
    ...(counting === undefined || counting === "half-open" ? {} : { counting }),
    ...(restarts.length === 0 ? {} : { restarts }),
    ...(extension === undefined ? {} : { extension: formatDelay(extension) }),
  };
}
