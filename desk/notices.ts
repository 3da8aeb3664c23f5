import { parisDay } from "../law/paris.js";
import type { Consultation, Delivery, NoticeReading, StoredNotice } from "../register/register.js";
import { type Desk, nowOf } from "./desk.js";
import type { Principal } from "./principal.js";
import { DeskRefusal } from "./refusal.js";
import { opensNoticesOf, readsNoticesOf, scopeOf } from "./rights.js";
import { recordFor } from "./shown-case.js";

/** A notice, what became of its delivery (the first success, or else the last attempt), and when its party first opened it. */
export interface DeliveredNotice extends StoredNotice {
  readonly delivery: Delivery["outcome"] | "waiting";
  readonly deliveredAt: string | null;
  /** The day on which somebody of its party first opened it here (CRPA R. 112-20), and that instant. */
  readonly consultedOn: string | null;
  readonly consultedAt: string | null;
  /** It is addressed to whoever reads, who hasn't opened it yet. */
  readonly unopened: boolean;
}

/** The notices of a case that the principal may read, in order. @throws DeskRefusal `not-found` */
export async function noticesOf(desk: Desk, principal: Principal, caseId: string): Promise<DeliveredNotice[]> {
  const { id } = await recordFor(desk, principal, caseId);
  const [notices, attempts, consulted] = await Promise.all([
    desk.register.notices(id),
    desk.register.deliveries(id),
    desk.register.consultations.of(id),
  ]);
  const party = readsNoticesOf(principal);
  const own = opensNoticesOf(principal);
  return notices
    .filter((notice) => party === undefined || notice.party === party)
    .map((notice) => {
      const those = consulted.filter(({ number }) => number === notice.number);
      return {
        ...notice,
        ...deliveryOf(attempts.filter((one) => one.number === notice.number)),
        ...openingOf(those),
        unopened: notice.party === own && those.every(({ person }) => person !== principal.person),
      };
    });
}

/**
 * The same, opened: their letters are read, and the day on which somebody to whom they are addressed first does is kept. One alone
 * when a number says which. @throws DeskRefusal `not-found`
 */
export async function openNotices(
  desk: Desk,
  principal: Principal,
  caseId: string,
  number?: number,
): Promise<DeliveredNotice[]> {
  const all = await noticesOf(desk, principal, caseId);
  const read = number === undefined ? all : all.filter((notice) => notice.number === number);
  if (number !== undefined && read.length === 0)
    throw new DeskRefusal("not-found", `There is no notice ${number} of ${caseId}.`);
  if (!read.some(({ unopened }) => unopened)) return read;
  await opened(desk, principal, read);
  const now = new Map((await noticesOf(desk, principal, caseId)).map((notice) => [notice.number, notice]));
  return read.map((notice) => now.get(notice.number) ?? notice);
}

/** Keeps who opened those that are addressed to them, in the time of each case. */
async function opened({ register }: Desk, principal: Principal, read: readonly StoredNotice[]): Promise<void> {
  const own = read.filter(({ party }) => party === opensNoticesOf(principal));
  const days = new Map<string, string>();
  for (const id of new Set(own.map((notice) => notice.case))) {
    const record = await register.case(id);
    if (record !== undefined) days.set(id, parisDay(nowOf(record)));
  }
  await register.consultations.record(
    own.flatMap(({ case: id, number }) => {
      const on = days.get(id);
      return on === undefined ? [] : [{ case: id, number, person: principal.person, on }];
    }),
  );
}

function deliveryOf(attempts: readonly Delivery[]): Pick<DeliveredNotice, "delivery" | "deliveredAt"> {
  const last = attempts.findLast(({ outcome }) => outcome === "delivered") ?? attempts.at(-1);
  return { delivery: last?.outcome ?? "waiting", deliveredAt: last?.outcome === "delivered" ? last.at : null };
}

const openingOf = ([first]: readonly Consultation[]): Pick<DeliveredNotice, "consultedOn" | "consultedAt"> => ({
  consultedOn: first?.on ?? null,
  consultedAt: first?.at ?? null,
});

/** The notices of all cases that a principal may read, in order of recording, after a position; `next` is where to read on. */
export async function noticesAfter(
  desk: Desk,
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
  const notices = await desk.register.noticeFeed({
    after,
    limit,
    party: own ?? party,
    delivery,
    sandbox,
    ...scopeOf(principal),
  });
  await opened(desk, principal, notices);
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
