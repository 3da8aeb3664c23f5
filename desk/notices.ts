import type { Delivery, NoticeReading, StoredNotice } from "../register/register.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { readsNoticesOf, scopeOf } from "./rights.js";
import { recordFor } from "./shown-case.js";

/** A notice, and what became of its delivery: the first success, or else the last attempt. */
export interface DeliveredNotice extends StoredNotice {
  readonly delivery: Delivery["outcome"] | "waiting";
  readonly deliveredAt: string | null;
}

/** The notices of a case that the principal may read, in order. @throws DeskRefusal `not-found` */
export async function noticesOf(desk: Desk, principal: Principal, caseId: string): Promise<DeliveredNotice[]> {
  const { id } = await recordFor(desk, principal, caseId);
  const [notices, attempts] = await Promise.all([desk.register.notices(id), desk.register.deliveries(id)]);
  const party = readsNoticesOf(principal);
  return notices
    .filter((notice) => party === undefined || notice.party === party)
    .map((notice) => ({ ...notice, ...deliveryOf(attempts.filter((one) => one.number === notice.number)) }));
}

function deliveryOf(attempts: readonly Delivery[]): Pick<DeliveredNotice, "delivery" | "deliveredAt"> {
  const last = attempts.findLast(({ outcome }) => outcome === "delivered") ?? attempts.at(-1);
  return { delivery: last?.outcome ?? "waiting", deliveredAt: last?.outcome === "delivered" ? last.at : null };
}

/** The notices of all cases that a principal may read, in order of recording, after a position; `next` is where to read on. */
export async function noticesAfter(
  { register }: Desk,
  principal: Principal,
  {
    after,
    limit,
    party,
    delivery,
    sandbox,
  }: Pick<NoticeReading, "party" | "delivery" | "sandbox"> & { readonly after: number; readonly limit: number },
): Promise<{ readonly notices: readonly StoredNotice[]; readonly next: string | null }> {
  const own = readsNoticesOf(principal);
  if (own !== undefined && party !== undefined && party !== own) return { notices: [], next: null };
  const notices = await register.noticeFeed({
    after,
    limit,
    party: own ?? party,
    delivery,
    sandbox,
    ...scopeOf(principal),
  });
  const last = notices.at(-1);
  return { notices, next: last && notices.length === limit ? String(last.position) : null };
}

/** The last notices that a principal may read. The feed is read from its beginning: on a laptop, that is short. */
export async function lastNotices(desk: Desk, principal: Principal, most: number): Promise<readonly StoredNotice[]> {
  let last: readonly StoredNotice[] = [];
  let after = 0;
  for (;;) {
    const page = await noticesAfter(desk, principal, { after, limit: 500 });
    last = [...last, ...page.notices].slice(-most);
    if (page.next === null) return last;
    after = Number(page.next);
  }
}
