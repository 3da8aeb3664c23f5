/** Small pieces that several pages are made of. */
import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { longDate, urgency, whatRemains } from "./words.js";

/** Only an address of the web is a link: what somebody wrote could be a script. */
const safeAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//.test(url) ? url : undefined;

const addressOf = ({ legiarti, url }: Citation): string | undefined =>
  safeAddress(url) ?? (legiarti && `https://www.legifrance.gouv.fr/codes/article_lc/${legiarti}`);

/** Where a rule comes from, one click away. */
export function Source({ of }: { readonly of: Citation | string }) {
  const ref = typeof of === "string" ? of : of.ref;
  const address = typeof of === "string" ? undefined : addressOf(of);
  const shown = address === undefined ? ref : <a href={address}>{ref}</a>;
  return <cite class="source">{shown}</cite>;
}

export const Day = ({ date }: { readonly date: CivilDate | string }) => (
  <time dateTime={date}>{longDate(date as CivilDate)}</time>
);

/** A last day, and what remains until then. */
export function LastDay({ date, today }: { readonly date: CivilDate; readonly today: CivilDate }) {
  return (
    <>
      <Day date={date} /> <span class={`left ${urgency(date, today)}`}>{whatRemains(date, today)}</span>
    </>
  );
}

/** A trial case looks like any other, and says what it is. */
export const Trial = ({ sandbox }: { readonly sandbox: boolean }) => (sandbox ? <span class="tag">Essai</span> : null);
