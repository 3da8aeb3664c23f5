/** The notices of a case, as they were sent. */
import type { DeliveredNotice } from "../../desk/notices.js";
import { noticePath } from "../paths.js";
import { momentInFrench, partyLabel, shortDate } from "../words.js";

const deliveries: Readonly<Record<DeliveredNotice["delivery"], string>> = {
  waiting: "à remettre",
  delivered: "remise",
  failed: "remise en échec, essayée de nouveau",
  abandoned: "remise abandonnée",
  unaddressed: "remise à personne : aucune adresse connue",
  muted: "sans courriel : la société l'a choisi",
};

export function Notices({
  notices,
  procedure,
}: {
  readonly notices: readonly DeliveredNotice[];
  readonly procedure: string;
}) {
  if (notices.length === 0) return null;
  const all = notices.toReversed();
  const [last, earlier] = [all.slice(0, 4), all.slice(4)];
  const letter = (notice: DeliveredNotice) => <Letter key={notice.number} notice={notice} procedure={procedure} />;
  return (
    <section aria-labelledby="notifications">
      <h2 id="notifications">Notifications</h2>
      {last.map((notice) => letter(notice))}
      {earlier.length > 0 && (
        <details>
          <summary>Les {earlier.length} précédentes</summary>
          {earlier.map((notice) => letter(notice))}
        </details>
      )}
    </section>
  );
}

interface LetterProps {
  readonly notice: DeliveredNotice;
  readonly procedure: string;
}

/** One that its addressee hasn't opened yet is opened on a page of its own: that day counts (CRPA R. 112-20). */
function Letter({ notice, procedure }: LetterProps) {
  if (notice.unopened)
    return (
      <p class="notice">
        <a href={noticePath(notice.case, notice.number)}>{notice.subject}</a>
        <Told notice={notice} procedure={procedure} />
      </p>
    );
  return (
    <details class="notice">
      <summary>
        {notice.subject}
        <Told notice={notice} procedure={procedure} />
      </summary>
      <pre>{notice.text}</pre>
    </details>
  );
}

/** To whom, when, and what became of it. */
export function Told({ notice, procedure }: LetterProps) {
  return (
    <span class="minor">
      {" "}
      à {partyLabel(notice.party, procedure)}, {momentInFrench(notice.recordedAt)} ·{" "}
      {notice.deliveredAt === null
        ? deliveries[notice.delivery]
        : `${deliveries[notice.delivery]} le ${momentInFrench(notice.deliveredAt)}`}
      {notice.consultedOn !== null && ` · ouverte le ${shortDate(notice.consultedOn)}`}
      {notice.corrects !== null && ` · corrige la notification n° ${notice.corrects}`}
    </span>
  );
}
