import type { Case } from "../case/case.js";
import type { CaseRecord, Register } from "../register/register.js";
import { caseFromRegister } from "../temporal/starting.js";
import { refuseErased } from "./erased.js";

const MOST_KEPT = 500;

/**
 * Cases derived again from the register, the last ones kept in memory. A kept case is asked (its view, a preview) and
 * never told anything: it stays what the register held at that burst.
 */
export class KeptCases {
  private readonly kept = new Map<string, { readonly bursts: number; readonly derived: Case }>();

  constructor(private readonly register: Register) {}

  /** The case as the register holds it. @throws DeskRefusal `erased` */
  async derived(record: CaseRecord): Promise<Case> {
    refuseErased(record);
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
    refuseErased(record);
    return caseFromRegister(this.register, record, upTo);
  }
}
