import type { Transaction } from "kysely";
import type { Json } from "./burst.js";
import type { NewFiling, Precedent } from "./filing.js";
import type { Tables } from "./schema.js";

/** A case of the same procedure and product, with its indications. */
export interface EarlierCase {
  id: string;
  filedOn: string;
  status: Precedent["status"];
  ending: string | null;
  indications: { id: string; open: boolean; outcome: Json | null }[];
}

/**
 * The earlier cases that a filing has to reckon with. A sandbox case meets only those of its own organisation's sandbox:
 * nobody's trial bars a real filing, or another's trial.
 */
export async function earlierCases(transaction: Transaction<Tables>, filing: NewFiling): Promise<EarlierCase[]> {
  let query = transaction
    .selectFrom("cases as c")
    .innerJoin("indications as i", "i.case_id", "c.id")
    .select(["c.id", "c.filed_on", "c.status", "c.ending", "i.id as indication", "i.open", "i.outcome"])
    .where("c.procedure", "=", filing.procedure)
    .where("c.product", "=", filing.product)
    .where("c.sandbox", "=", filing.sandbox)
    .orderBy("c.filed_at")
    .orderBy("c.id")
    .orderBy("i.ordinal");
  if (filing.sandbox) query = query.where("c.organisation", "=", filing.organisation);
  const found = new Map<string, EarlierCase>();
  for (const row of await query.execute()) {
    const { id, status, ending } = row;
    const earlier = found.get(id) ?? { id, filedOn: row.filed_on, status, ending, indications: [] };
    earlier.indications.push({ id: row.indication, open: row.open, outcome: row.outcome });
    found.set(id, earlier);
  }
  return [...found.values()];
}

/** What an earlier case settled: none while all its indications are open, some while others still are. */
export function precedentOf(earlier: EarlierCase): Precedent[] {
  const settled = earlier.indications.filter((indication) => !indication.open);
  if (settled.length === 0) return [];
  const { id, filedOn, status, ending } = earlier;
  return [{ case: id, filedOn, status, ending, indications: settled.map(({ id, outcome }) => ({ id, outcome })) }];
}
