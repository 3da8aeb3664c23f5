import type { InFeed, NoticeReading, StoredNotice } from "../register/register.js";
import type { Desk } from "./desk.js";
import { type Principal, seesEverything } from "./principal.js";
import { scopeOf } from "./rights.js";

/** The notices that a principal may read, after a position of the feed. */
export async function noticesAfter(
  { register }: Desk,
  principal: Principal,
  {
    after,
    limit,
    party,
    delivery,
  }: Required<Pick<NoticeReading, "party">> &
    Pick<NoticeReading, "delivery"> & { readonly after: number; readonly limit: number },
): Promise<{ readonly notices: readonly InFeed<StoredNotice>[]; readonly next: string | null }> {
  // An applicant reads what it is told; authorities read what anybody is.
  const everyParty = seesEverything(principal);
  if (!everyParty && party !== undefined && party !== principal.party) return { notices: [], next: null };
  const wanted = everyParty ? party : principal.party;
  const notices = await register.noticeFeed({ ...scopeOf(principal), after, limit, party: wanted, delivery });
  const last = notices.at(-1);
  return { notices, next: last && notices.length === limit ? String(last.position) : null };
}
