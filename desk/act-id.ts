import { createHash } from "node:crypto";
import { type Principal, principalName } from "./principal.js";

/** The id of an act: the same principal, key and case give the same act, whatever happens in between. */
export function actId(principal: Principal, idempotencyKey: string, caseId: string): string {
  return createHash("sha256")
    .update(JSON.stringify([principalName(principal), idempotencyKey, caseId]))
    .digest("base64url")
    .slice(0, 22);
}
