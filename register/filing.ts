import type { Author } from "../case/author.js";
import type { FilingBase } from "../case/definition.js";
import type { CaseView } from "../case/view.js";
import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";

/** One indication of a filing: a stable key, which two filings for the same indication share. */
export interface FiledIndication {
  id: string;
  label?: string;
}

/** An earlier case of a product of that identifier, whatever its procedure, as the register holds it. */
export interface EarlierCase {
  case: string;
  procedure: string;
  /** Of the company that files now. */
  own: boolean;
  filedOn: string;
  status: FiledCase["status"];
  ending: string | null;
  /** The public view, as the last burst left it. */
  view: CaseView | null;
  /** What it locks, or locked. */
  indications: { id: string; open: boolean; outcome: unknown }[];
}

/** What the caller writes once it knows the product's earlier cases and the number. */
export interface CompletedFiling {
  /** The case's id: the number that was given, e.g. `PECAN-2026-0001`. */
  id: string;
  /** Everything the story needs, what the earlier cases say frozen in. */
  filing: FilingBase;
  /** The case as shown until its workflow has recorded its first burst. */
  view?: CaseView;
}

/** A filing to record. */
export interface NewFiling {
  procedure: string;
  ruleset: string;
  /** Prefix of the case's number, e.g. `PECAN`. */
  series: string;
  year: number;
  sandbox: boolean;
  /** SIRET of the establishment that files. */
  organisation: string;
  /** Key of the product among its company's: the same product always has the same key. */
  product: string;
  /** What the case locks while it is open; empty, it locks nothing. */
  indications: readonly FiledIndication[];
  principal: string;
  /** Who filed it; absent where nobody did. */
  author?: Author | undefined;
  idempotencyKey: string;
  requestHash: string;
  /** Legal day and instant of the filing. */
  filedOn: string;
  filedAt: string;
  /** What a search by text finds the case by, beside its number, product and indications. */
  text?: string;
  /**
   * Called inside the transaction, with the number that was taken and all the product's earlier cases: keep it quick and without
   * effects. What it throws refuses the filing.
   */
  complete(number: string, earlier: readonly EarlierCase[]): CompletedFiling;
}

/** A case as its filing left it: what is needed to start its workflow. */
export interface FiledCase {
  id: string;
  procedure: string;
  ruleset: string;
  sandbox: boolean;
  organisation: string;
  principal: string;
  author: Author | undefined;
  status: "opening" | "open" | "concluded";
  filing: FilingBase;
  filedOn: CivilDate;
  filedAt: Instant;
  /** True when the same request had already been filed. */
  repeated: boolean;
}
