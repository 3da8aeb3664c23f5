/** The notices of a case, as they were sent. */
import type { DeliveredNotice } from "../../desk/notices.js";
import { momentInFrench, partyLabel } from "../words.js";

const deliveries: Readonly<Record<DeliveredNotice["delivery"], string>> = {
  waiting: "à remettre",
  delivered: "remise",
  failed: "remise en échec, essayée de nouveau",
  abandoned: "remise abandonnée",
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

function Letter({ notice, procedure }: { readonly notice: DeliveredNotice; readonly procedure: string }) {
  return (
    <details class="notice">
      <summary>
        {notice.subject}
        <span class="minor">
          {" "}
          à {partyLabel(notice.party, procedure)}, {momentInFrench(notice.recordedAt)} ·{" "}
          {notice.deliveredAt === null
            ? deliveries[notice.delivery]
            : `${deliveries[notice.delivery]} le ${momentInFrench(notice.deliveredAt)}`}
          {notice.corrects !== null && ` · corrige la notification n° ${notice.corrects}`}
        </span>
      </summary>
      <pre>{notice.text}</pre>
    </details>
  );
}
