import type { Json } from "./burst.js";

/** One indication of a filing: a stable key, which two filings for the same indication share. */
export interface FiledIndication {
  id: string;
  label?: string;
}

/** An earlier case of the same procedure and product, with what was decided for its settled indications. */
export interface Precedent {
  case: string;
  filedOn: string;
  status: "opening" | "open" | "concluded";
  ending: string | null;
  indications: { id: string; outcome: Json | null }[];
}

/** An earlier case of a product of that identifier, whatever its procedure, as the register holds it. */
export interface EarlierCase {
  case: string;
  procedure: string;
  /** Of the company that files now. */
  own: boolean;
  filedOn: string;
  status: Precedent["status"];
  ending: string | null;
  /** The public view, as the last burst left it. */
  view: Json;
  /** What it locks, or locked. */
  indications: { id: string; open: boolean; outcome: Json | null }[];
}

/** What the caller writes once it knows the precedents and the number. */
export interface CompletedFiling {
  /** The case's id: the number that was given, e.g. `PECAN-2026-0001`. */
  id: string;
  /** Everything the story needs, precedents frozen in. */
  filing: Json;
  /** The case as shown until its workflow has recorded its first burst. */
  view?: Json;
  phase?: string;
  whoseMove?: readonly string[];
  nextDueOn?: string | null;
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
  idempotencyKey: string;
  requestHash: string;
  /** Legal day and instant of the filing. */
  filedOn: string;
  filedAt: string;
  /** What a search by text finds the case by, beside its number, product and indications. */
  text?: string;
  /**
   * Called inside the transaction, with what the same procedure settled for the product, and with all the product's
   * cases: keep it quick and without effects. What it throws refuses the filing.
   */
  complete(
    precedents: readonly Precedent[],
    number: string,
    earlier: readonly EarlierCase[],
  ): CompletedFiling | Promise<CompletedFiling>;
}

/** A case as its filing left it: what is needed to start its workflow. */
export interface FiledCase {
  id: string;
  procedure: string;
  ruleset: string;
  sandbox: boolean;
  organisation: string;
  principal: string;
  status: "opening" | "open" | "concluded";
  filing: Json;
  filedOn: string;
  filedAt: string;
  /** True when the same request had already been filed. */
  repeated: boolean;
}
