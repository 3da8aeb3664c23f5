/** The home: what whoever reads it has to do, overdue first; then what their role looks at. */

import { type Deadline, openDeadlines } from "../desk/deadlines.js";
import type { Desk } from "../desk/desk.js";
import { type Due, dueOf } from "../desk/due.js";
import { type CaseSummary, casesOf } from "../desk/listings.js";
import { operator, type Principal } from "../desk/principal.js";
import type { Watched } from "../desk/standing.js";
import { daysBetween } from "../law/civil-date.js";
import { CaseTable, SearchForm } from "./cases.js";
import { html } from "./page.js";
import { Day, LastDay, Trial } from "./parts.js";
import { casePath, clockPath, productPath } from "./paths.js";
import { clockStates, partyLabel, phaseLabel, shortDate, whoIs } from "./words.js";

const mostCases = 200;

/** The page at `/`. */
export async function homePage(desk: Desk, principal: Principal, watched: () => Promise<Watched>): Promise<string> {
  const who = whoIs(principal);
  if (principal.party === operator) {
    const [standing, { deadlines }] = await Promise.all([watched(), openDeadlines(desk, principal, { limit: 50 })]);
    const children = <Operation {...standing} deadlines={deadlines} />;
    return html({ title: "Exploitation", who, current: "home", children });
  }
  const company = principal.party === "applicant" && principal.organisation !== undefined;
  const [{ due, more }, own] = await Promise.all([
    dueOf(desk, principal, { party: principal.party, limit: mostCases }),
    company ? casesOf(desk, principal, { limit: mostCases }) : undefined,
  ]);
  return html({
    title: "À faire",
    who,
    current: "home",
    children: (
      <>
        <h1>{company ? "Ce que votre entreprise doit faire" : "Ce que vous devez faire"}</h1>
        <Counts due={due} />
        <DueTable due={due} empty="Rien ne vous attend aujourd'hui." />
        {more && <p>Seuls les {mostCases} dossiers déposés en dernier sont lus ici.</p>}
        {own !== undefined && <Products cases={own.cases} />}
        {!company && <SearchForm />}
      </>
    ),
  });
}

function Counts({ due }: { readonly due: readonly Due[] }) {
  if (due.length === 0) return null;
  const within = (from: number, to: number): number =>
    due.filter(({ owed: { lastDay }, today }) => {
      const left = lastDay === null ? Number.NaN : daysBetween(today, lastDay);
      return left >= from && left <= to;
    }).length;
  const counts = [
    ["late", within(Number.NEGATIVE_INFINITY, -1), "en retard"],
    ["soon", within(0, 7), "dans les 7 jours"],
    ["calm", within(8, Number.POSITIVE_INFINITY), "plus tard"],
    ["none", due.filter(({ owed }) => owed.lastDay === null).length, "sans délai"],
  ] as const;
  return (
    <ul class="counts">
      {counts.map(([kind, count, label]) => (
        <li key={kind} class={count > 0 ? kind : "none"}>
          <strong>{count}</strong> {label}
        </li>
      ))}
    </ul>
  );
}

function DueTable({ due, empty }: { readonly due: readonly Due[]; readonly empty: string }) {
  if (due.length === 0) return <p class="empty">{empty}</p>;
  return (
    <table class="list">
      <caption class="hidden">Ce qui est dû, le plus urgent d'abord</caption>
      <thead>
        <tr>
          <th scope="col">À faire</th>
          <th scope="col">Dossier</th>
          <th scope="col">Dernier jour</th>
        </tr>
      </thead>
      <tbody>
        {due.map((one) => (
          <DueRow key={`${one.case} ${one.owed.names} ${one.owed.about}`} {...one} />
        ))}
      </tbody>
    </table>
  );
}

function DueRow({ owed, today, procedure, phase, ...due }: Due) {
  return (
    <tr class={owed.lastDay !== null && owed.lastDay < today ? "late" : undefined}>
      <td data-label="À faire">
        <a class="main" href={casePath(due.case)}>
          {owed.label}
        </a>
        {owed.about !== null && <span class="about"> {owed.about}</span>}
        <p class="minor">Depuis le {shortDate(owed.since)}</p>
      </td>
      <td data-label="Dossier">
        {due.product} <Trial sandbox={due.sandbox} />
        <p class="minor">
          {due.company} · {due.case} · {phaseLabel(procedure, phase)}
        </p>
      </td>
      <td data-label="Dernier jour">
        {owed.lastDay === null ? (
          <span class="minor">aucun texte n'en fixe</span>
        ) : (
          <LastDay date={owed.lastDay} today={today} />
        )}
      </td>
    </tr>
  );
}

/** A company's products, each with its cases. */
function Products({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const products = new Map<string, CaseSummary[]>();
  for (const one of cases) products.set(one.product, [...(products.get(one.product) ?? []), one]);
  return (
    <section aria-labelledby="produits">
      <h2 id="produits">Vos produits</h2>
      {products.size === 0 && <p class="empty">Aucun dossier n'est encore déposé.</p>}
      {[...products].map(([id, own]) => (
        <section key={id} class="product">
          <h3>
            <a href={productPath(id)}>{own[0]?.productName ?? id}</a>
          </h3>
          <CaseTable cases={own} ofProduct />
        </section>
      ))}
    </section>
  );
}

const standingLabels = {
  open: "Dossiers ouverts",
  overdue: "Délais dépassés, encore attendus",
  behind: "Échéances passées depuis plus de cinq minutes et pas encore dites",
  failing: "Dossiers dont la tâche échoue",
  undelivered: "Notifications à remettre",
  undeliverable: "Notifications abandonnées",
} as const;

function Operation({ standings, workers, deadlines }: Watched & { readonly deadlines: readonly Deadline[] }) {
  const total = (name: string): number | null =>
    standings === null
      ? null
      : standings.filter(({ standing }) => standing === name).reduce((sum, { count }) => sum + count, 0);
  const bad = new Set(["behind", "failing", "undeliverable"]);
  return (
    <>
      <h1>Exploitation</h1>
      <dl class="standing">
        {Object.entries(standingLabels).map(([name, label]) => {
          const count = total(name);
          return (
            <div key={name} class={bad.has(name) && count !== 0 ? "late" : undefined}>
              <dt>{label}</dt>
              <dd>{count ?? "le registre ne répond pas"}</dd>
            </div>
          );
        })}
        <div class={workers === 0 ? "late" : undefined}>
          <dt>Workers à l'écoute</dt>
          <dd>{workers ?? "Temporal ne répond pas"}</dd>
        </div>
      </dl>
      <h2>Délais qui courent, le plus urgent d'abord</h2>
      {deadlines.length === 0 ? <p class="empty">Aucun délai ne court.</p> : <Deadlines of={deadlines} />}
      <SearchForm />
    </>
  );
}

function Deadlines({ of }: { readonly of: readonly Deadline[] }) {
  return (
    <table class="list">
      <caption class="hidden">Délais ouverts</caption>
      <thead>
        <tr>
          <th scope="col">Délai</th>
          <th scope="col">Dossier</th>
          <th scope="col">Dernier jour</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ case: id, clock, procedure, lastDay, state, ...one }) => (
          <tr key={`${id} ${clock}`} class={state === "overdue" ? "late" : undefined}>
            <td data-label="Délai">
              <a class="main" href={clockPath(id, clock)}>
                {one.label}
              </a>
              {one.about !== null && <span class="about"> {one.about}</span>}
              <p class="minor">{partyLabel(one.bearer, procedure)}</p>
            </td>
            <td data-label="Dossier">
              <a href={casePath(id)}>{id}</a> <Trial sandbox={one.sandbox} />
              <p class="minor">{one.product}</p>
            </td>
            <td data-label="Dernier jour">
              {lastDay === null ? "—" : <Day date={lastDay} />}{" "}
              <span class={`left state-${state}`}>{clockStates[state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
