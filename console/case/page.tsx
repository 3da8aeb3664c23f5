/** The case: the sentence, what I can do, the official steps, the delays, the journal, what was told to whom. */
import { type CaseFile, caseFileOf } from "../../desk/case-file.js";
import type { Desk } from "../../desk/desk.js";
import { journalOf } from "../../desk/journal.js";
import { noticesOf } from "../../desk/notices.js";
import { isDeveloper, type Principal } from "../../desk/principal.js";
import { type LinkKind, linkKinds } from "../../procedures/links.js";
import { html } from "../page.js";
import { Source, Trial } from "../parts.js";
import { actPath, casePath, livePath, productPath, supposingPath } from "../paths.js";
import { Timeline } from "../timeline.js";
import { phaseLabel, procedureLabel, shortDate } from "../words.js";
import { Head } from "./head.js";
import { Journal } from "./journal.js";
import { Notices } from "./notices.js";
import { Steps } from "./steps.js";

const mostEntries = 1_000;

/** What a filing says that every case has; the principal may not read all of it. */
interface ReadFiling {
  readonly applicant?: { readonly name: string; readonly siret: string };
  readonly product?: { readonly id: string; readonly name: string };
  readonly indications?: readonly { readonly id: string; readonly label: string }[];
  readonly links?: readonly { readonly case: string; readonly kind: LinkKind }[];
}

/** The page at `/dossiers/{id}`. @throws DeskRefusal `not-found` */
export async function casePage(desk: Desk, principal: Principal, id: string): Promise<string> {
  const [file, { journal }, notices] = await Promise.all([
    caseFileOf(desk, principal, id),
    journalOf(desk, principal, id, { after: 0, limit: mostEntries }),
    noticesOf(desk, principal, id),
  ]);
  const { case: shown, today } = file;
  const filing = shown.filing as ReadFiling;
  return html({
    title: `${filing.product?.name ?? shown.id}, ${shown.id}`,
    reader: principal,
    live: livePath(shown.id, shown.version),
    children: (
      <article class="case">
        <header>
          <p class="kicker">
            {procedureLabel(shown.procedure)} · {shown.id} <Trial sandbox={shown.sandbox} />
          </p>
          <h1>{filing.product?.name ?? shown.id}</h1>
          <p class="minor">
            {filing.applicant?.name} · déposé le {shortDate(shown.filedOn)} · {phaseLabel(shown.procedure, shown.phase)}
            {filing.product !== undefined && (
              <>
                {" "}
                · <a href={productPath(filing.product.id, file.company)}>toute la vie du produit</a>
              </>
            )}
          </p>
        </header>
        <Head {...file} />
        <Possible file={file} principal={principal} />
        <p class="actions">
          <a href={supposingPath(shown.id)}>Et si… : supposer des actes, et voir chaque délai bouger</a>
        </p>
        <Subjects file={file} filing={filing} />
        <Timeline
          of="dossier"
          clocks={file.clocks.map((clock) => ({ ...clock, case: shown.id, procedure: shown.procedure }))}
          filedOn={shown.filedOn}
          today={today}
        />
        <Steps view={shown} journal={journal} />
        <Notices notices={notices} procedure={shown.procedure} />
        <Links of={filing.links ?? []} />
        <Journal entries={journal} procedure={shown.procedure} />
      </article>
    ),
  });
}

/** What whoever reads may send to the case: what is due, then what is only possible. */
function Possible({ file, principal }: { readonly file: CaseFile; readonly principal: Principal }) {
  const { awaited } = file.case;
  const own = isDeveloper(principal) ? awaited : awaited.filter(({ by }) => by.includes(principal.party));
  if (own.length === 0) return null;
  const once = [...new Map(own.map((one) => [`${one.act} ${one.about}`, one])).values()];
  const items = (due: boolean) =>
    once
      .filter((one) => one.due === due)
      .map((one) => (
        <li key={`${one.act} ${one.about}`}>
          <a href={actPath(file.case.id, one.act, one.about)}>{one.label}</a>
          {one.about !== undefined && <span class="about"> {one.about}</span>} <Source of={one.source} />
        </li>
      ));
  return (
    <section aria-labelledby="agir" class="actions">
      <h2 id="agir">Ce que vous pouvez envoyer</h2>
      {once.some(({ due }) => due) ? <ul>{items(true)}</ul> : <p>Rien n'est attendu de vous.</p>}
      {once.some(({ due }) => !due) && (
        <details>
          <summary>Aussi possible, sans être attendu</summary>
          <ul>{items(false)}</ul>
        </details>
      )}
    </section>
  );
}

/** The indications, each with where it stands. */
function Subjects({ file, filing }: { readonly file: CaseFile; readonly filing: ReadFiling }) {
  const { indications, procedure } = file.case;
  if (indications.length === 0) return null;
  return (
    <section aria-labelledby="indications">
      <h2 id="indications">{indications.length === 1 ? "Indication" : "Indications"}</h2>
      <ul class="subjects">
        {indications.map(({ id, label, phase, outcome, since }) => (
          <li key={id}>
            {label ?? filing.indications?.find((one) => one.id === id)?.label ?? id}
            {(phase !== null || outcome !== null) && (
              <span class="minor">
                {" "}
                {phase === null ? "issue connue" : phaseLabel(procedure, phase)}, depuis le {shortDate(since)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Links({ of }: { readonly of: NonNullable<ReadFiling["links"]> }) {
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="lies">
      <h2 id="lies">Dossiers liés</h2>
      <ul>
        {of.map((link) => (
          <li key={link.case}>
            <a href={casePath(link.case)}>{link.case}</a> ({linkKinds[link.kind]})
          </li>
        ))}
      </ul>
    </section>
  );
}
