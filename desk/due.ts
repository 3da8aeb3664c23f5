import type { Owed } from "../case/owed.js";
import type { CivilDate } from "../law/civil-date.js";
import { parisDay } from "../law/paris.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { scopeOf } from "./rights.js";

/** Something that a party has to do, and in which case. */
export interface Due {
  readonly case: string;
  readonly procedure: string;
  readonly product: string;
  readonly company: string;
  readonly phase: string | null;
  readonly sandbox: boolean;
  readonly today: CivilDate;
  readonly owed: Owed;
}

export interface DuePage {
  readonly due: readonly Due[];
  /** There are more cases than those that were read. */
  readonly more: boolean;
}

/** Two passages of a case may await the same act by the same day: it is owed once. */
const same = (a: Owed, b: Owed): boolean =>
  a.party === b.party && a.label === b.label && a.about === b.about && a.lastDay === b.lastDay;

/** What a party owes in the open cases that the principal may see: overdue first, then by last day, what has none last. */
export async function dueOf(
  { register }: Desk,
  principal: Principal,
  { party, limit }: { readonly party: string; readonly limit: number },
): Promise<DuePage> {
  const filter = { ...scopeOf(principal), whoseMove: party, limit };
  const page = await register.cases({ ...filter, status: "open" });
  const due = page.rows.flatMap((record): Due[] =>
    (record.view?.owed ?? [])
      .filter((owed, i, all) => owed.party === party && all.findIndex((one) => same(one, owed)) === i)
      .map((owed) => ({
        case: record.id,
        procedure: record.procedure,
        product: record.filing.product.name,
        company: record.filing.applicant.name,
        phase: record.phase || null,
        sandbox: record.sandbox,
        today: parisDay(nowOf(record)),
        owed,
      })),
  );
  const last = ({ owed }: Due): string => owed.lastDay ?? "9999-12-31";
  return { due: due.sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0)), more: page.next !== null };
}
