import { instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import type { CaseRecord } from "../register/register.js";
import { DeskRefusal } from "./refusal.js";

/** @throws DeskRefusal `erased` for a case of which no more can be told than its record says */
export function refuseErased({ id, erasedAt }: Pick<CaseRecord, "id" | "erasedAt">): void {
  if (erasedAt === null) return;
  const day = parisDay(instant(erasedAt));
  throw new DeskRefusal(
    "erased",
    `What was filed, sent and told in ${id} was erased on ${day}; its journal still says when.`,
  );
}
