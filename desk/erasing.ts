import { parisDay } from "../law/paris.js";
import type { Verification } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { refuseToAsk } from "./rights.js";
import { recordFor } from "./shown-case.js";
import { countNow } from "./statistics.js";

/** What became of a case's contents. */
export interface Erased {
  readonly case: string;
  readonly erasedAt: string;
  /** The chain, computed again. */
  readonly verification: Verification;
}

/**
 * Erases what was filed, sent and told in a concluded case, for good; its journal says by whom and why, and its chain still holds
 * (ADR 27). Erased already, it stays as it is. @throws DeskRefusal `not-allowed`, `not-found`, `not-erasable`
 */
export async function eraseCase(desk: Desk, principal: Principal, caseId: string, reason: string): Promise<Erased> {
  refuseToAsk(principal, "erasing");
  const { register } = desk;
  const record = await recordFor(desk, principal, caseId);
  if (record.erasedAt === null) {
    // Its facts can't be counted any more once it is erased.
    await countNow(register, record.id, record.version);
    const at = nowOf(record);
    await register.erase(record.id, { by: principal.person, reason, on: parisDay(at), at });
  }
  const { erasedAt } = await recordFor(desk, principal, caseId);
  return { case: caseId, erasedAt: erasedAt ?? "", verification: await register.verify(caseId) };
}
