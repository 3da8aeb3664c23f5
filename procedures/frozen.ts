import type { CaseView } from "../case/view.js";

/** An earlier case of the same product, of whatever procedure, as the register tells it. */
export interface EarlierCase {
  readonly case: string;
  readonly procedure: string;
  /** Name of its ending. */
  readonly ending: string | null;
  /** Its last view; null while nothing has been told. */
  readonly view: CaseView | null;
  /** What it locks, or locked; `outcome` is what became of it. */
  readonly indications: readonly { readonly id: string; readonly open: boolean; readonly outcome: unknown }[];
}

/** A field of a filing that only the register writes, from the product's earlier cases: the story stays pure. */
export interface FrozenField {
  readonly freeze: (earlier: readonly EarlierCase[]) => readonly unknown[];
  /** It looks at other companies' cases too, where a product has changed hands: it must be shown to no applicant. */
  readonly everyCompany?: boolean;
  /** The confidential procedure of which it tells: shown to its authorities alone. */
  readonly tellsOf?: string;
}

/** The frozen fields of a procedure's filings, by name. */
export type Frozen = Readonly<Record<string, FrozenField>>;
