import type { Transaction } from "kysely";
import { companyOf } from "./company.js";
import type { EarlierCase, NewFiling } from "./filing.js";
import type { Tables } from "./schema.js";

/**
 * The earlier cases of the product, whatever their procedure. A product is its company's: another's of the same identifier is
 * another product, which bars nothing and is shown to nobody who applies (`own` is false). A sandbox case meets only those of
 * its own company's sandbox: nobody's trial bars a real filing, or another's trial.
 */
export async function earlierCases(transaction: Transaction<Tables>, filing: NewFiling): Promise<EarlierCase[]> {
  const company = companyOf(filing.organisation);
  let query = transaction
    .selectFrom("cases as c")
    .leftJoin("indications as i", "i.case_id", "c.id")
    .select(["c.id", "c.procedure", "c.company", "c.filed_on", "c.status", "c.ending", "c.view"])
    .select(["i.id as indication", "i.open", "i.outcome"])
    .where("c.product", "=", filing.product)
    .where("c.sandbox", "=", filing.sandbox)
    .orderBy("c.filed_at")
    .orderBy("c.id")
    .orderBy("i.ordinal");
  if (filing.sandbox) query = query.where("c.company", "=", company);
  const found = new Map<string, EarlierCase>();
  for (const row of await query.execute()) {
    const { id, procedure, status, ending, view } = row;
    const earlier = found.get(id) ?? {
      case: id,
      procedure,
      own: row.company === company,
      filedOn: row.filed_on,
      status,
      ending,
      view: view as EarlierCase["view"],
      indications: [],
    };
    if (row.indication !== null)
      earlier.indications.push({ id: row.indication, open: row.open ?? false, outcome: row.outcome });
    found.set(id, earlier);
  }
  return [...found.values()];
}
