import type { Selectable } from "kysely";
import type { Author } from "../case/author.js";
import type { CaseView } from "../case/view.js";
import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";
import type { FiledCase } from "./filing.js";
import type { Tables } from "./schema.js";

/** A case as the register holds it. */
export interface CaseRecord extends Omit<FiledCase, "repeated"> {
  /** SIREN of the company that holds the case, whichever of its establishments filed it. */
  company: string;
  product: string;
  phase: string;
  ending: string | null;
  whoseMove: string[];
  nextDueOn: string | null;
  /** The public view, as the last burst left it. */
  view: CaseView | null;
  /** Number of journal entries. */
  version: number;
  /** Number of the last burst. */
  bursts: number;
  /** Hash of the journal's last line. */
  head: string;
  /** How far a sandbox case's time is ahead of real time. */
  offsetMs: number;
  /** When what was filed, sent and told was erased; null as long as it stands. */
  erasedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** The record of a row of `cases`. */
export function caseRecord(row: Selectable<Tables["cases"]>): CaseRecord {
  return {
    id: row.id,
    procedure: row.procedure,
    ruleset: row.ruleset,
    sandbox: row.sandbox,
    organisation: row.organisation,
    company: row.company,
    product: row.product,
    principal: row.principal,
    author: (row.author as Author | null) ?? undefined,
    status: row.status,
    phase: row.phase,
    ending: row.ending,
    whoseMove: row.whose_move,
    nextDueOn: row.next_due_on,
    filing: row.filing as CaseRecord["filing"],
    filedOn: row.filed_on as CivilDate,
    filedAt: row.filed_at as Instant,
    view: row.view as CaseView | null,
    version: row.version,
    bursts: row.bursts,
    head: row.head,
    offsetMs: row.offset_ms,
    erasedAt: row.erased_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
