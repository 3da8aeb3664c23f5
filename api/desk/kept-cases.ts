import type { Case } from "../../case/case.js";
import { type RecordedBurst, rebuild } from "../../case/rebuild.js";
import { type Standing, standing, toldBurst, toldOpening } from "../../case/restart.js";
import type { CaseRecord, Register } from "../../register/register.js";
import { Problem } from "../problem.js";
import { procedures, type ServedProcedure } from "../procedures.js";

const MOST_KEPT = 500;

/**
 * Cases derived again from the register, the last ones kept in memory. A kept case is asked (its view, a preview) and
 * never told anything: it stays what the register held at that burst.
 */
export class KeptCases {
  private readonly kept = new Map<string, { readonly bursts: number; readonly derived: Case }>();

  constructor(private readonly register: Register) {}

  /** The case as the register holds it. */
  async derived(record: CaseRecord): Promise<Case> {
    const known = this.kept.get(record.id);
    if (known !== undefined && known.bursts === record.bursts) return known.derived;
    const derived = await this.fresh(record);
    this.kept.delete(record.id);
    this.kept.set(record.id, { bursts: record.bursts, derived });
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value ?? "");
    return derived;
  }

  /** A case of one's own, up to a burst: it may be told more. */
  async fresh(record: CaseRecord, upTo = record.bursts): Promise<Case> {
    const bursts = await this.bursts(record.id, upTo);
    return rebuild(servedOf(record.procedure).procedure, toldOpening(record), bursts);
  }

  /** Where a new run of its workflow begins. */
  async standing(record: CaseRecord): Promise<Standing> {
    const bursts = await this.bursts(record.id, record.bursts);
    return standing(servedOf(record.procedure).procedure, toldOpening(record), bursts, record.head);
  }

  private async bursts(id: string, upTo: number): Promise<RecordedBurst[]> {
    const all: RecordedBurst[] = [];
    while (all.length < upTo) {
      const page = await this.register.bursts(id, { after: all.length, limit: Math.min(200, upTo - all.length) });
      if (page.length === 0) break;
      all.push(...page.map(toldBurst));
    }
    return all;
  }
}

/** The procedure of that name. @throws Problem `not-found` naming those that there are. */
export function servedOf(name: string): ServedProcedure {
  const served = procedures.get(name);
  if (served === undefined)
    throw new Problem(
      "not-found",
      `No procedure is called "${name.slice(0, 60)}"; there are ${[...procedures.keys()].join(", ")}.`,
    );
  return served;
}
