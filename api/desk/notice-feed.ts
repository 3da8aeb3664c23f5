import type { InFeed, NoticeReading, StoredNotice } from "../../register/register.js";
import { type Principal, seesEverything } from "../principal.js";
import { operates, sees } from "./access.js";
import type { Desk } from "./desk.js";

/** How many notices are looked through for a page: those of others are passed over. */
const MOST_READ = 2_000;
const AT_ONCE = 200;

/** The notices that a principal may read, after a position of the feed. */
export async function noticesAfter(
  desk: Desk,
  principal: Principal,
  { after, limit, party }: Required<Pick<NoticeReading, "party">> & { readonly after: number; readonly limit: number },
): Promise<{ readonly notices: readonly InFeed<StoredNotice>[]; readonly next: string | null }> {
  const { register } = desk;
  if (operates(principal)) {
    const notices = await register.noticeFeed({ after, limit, party });
    const last = notices.at(-1);
    return { notices, next: last && notices.length === limit ? String(last.position) : null };
  }
  // An applicant reads what it is told; authorities read what anybody is.
  if (!seesEverything(principal) && party !== undefined && party !== principal.party)
    return { notices: [], next: null };
  const wanted = seesEverything(principal) ? party : principal.party;
  const visible = new Map<string, boolean>();
  const notices: InFeed<StoredNotice>[] = [];
  let position = after;
  for (let read = 0; read < MOST_READ; read += AT_ONCE) {
    const page = await register.noticeFeed({ after: position, limit: AT_ONCE, party: wanted });
    for (const notice of page) {
      position = notice.position;
      if (!visible.has(notice.case)) {
        const record = await register.case(notice.case);
        visible.set(notice.case, record !== undefined && sees(principal, record));
      }
      if (visible.get(notice.case)) notices.push(notice);
      if (notices.length === limit) return { notices, next: String(position) };
    }
    if (page.length < AT_ONCE) return { notices, next: null };
  }
  return { notices, next: String(position) };
}
