/** The home: what whoever reads it has to do, overdue first; then what their role looks at. */

import { type Deadline, openDeadlines } from "../desk/deadlines.js";
import type { Desk } from "../desk/desk.js";
import { type CaseSummary, casesOf } from "../desk/listings.js";
import { operator, type Principal } from "../desk/principal.js";
import type { Watched } from "../desk/standing.js";
import { type Task, tasksOf } from "../desk/tasks.js";
import { daysBetween } from "../law/civil-date.js";
import { CaseTable, SearchForm } from "./cases.js";
import { html } from "./page.js";
import { Day, LastDay, Trial } from "./parts.js";
import { casePath, clockPath, productPath } from "./paths.js";
import { clockStates, partyLabel, phaseLabel, procedureLabel, shortDate } from "./words.js";

const pageSize = 200;

export interface HomeQuery {
  readonly procedure?: string | undefined;
  readonly apres?: string | undefined;
}

/** The page at `/`. */
export async function homePage(
  desk: Desk,
  principal: Principal,
  { procedure, apres: after }: HomeQuery,
  watched: () => Promise<Watched>,
): Promise<string> {
  if (principal.party === operator) {
    const [standing, { deadlines }] = await Promise.all([watched(), openDeadlines(desk, principal, { limit: 50 })]);
    const children = <Operation {...standing} deadlines={deadlines} />;
    return html({ title: "Exploitation", reader: principal, current: "home", children });
  }
  const company = principal.party === "applicant" && principal.organisation !== undefined;
  const [{ tasks, next }, own] = await Promise.all([
    tasksOf(desk, principal, { mine: true, procedure, after, limit: pageSize }),
    company ? casesOf(desk, principal, { limit: pageSize }) : undefined,
  ]);
  const following = new URLSearchParams({ ...(procedure && { procedure }), ...(next && { apres: next }) });
  return html({
    title: "À faire",
    reader: principal,
    current: "home",
    children: (
      <>
        <h1>{company ? "Ce que votre entreprise doit faire" : "Ce que vous devez faire"}</h1>
        <Counts tasks={tasks} />
        <ProcedureFilter tasks={tasks} chosen={procedure} />
        <TaskTable tasks={tasks} />
        {next !== null && (
          <p>
            Les {pageSize} plus urgentes sont ici. <a href={`/?${following}`}>Voir la suite</a>
          </p>
        )}
        {own !== undefined && <Products cases={own.cases} />}
        {!company && <SearchForm />}
      </>
    ),
  });
}

function Counts({ tasks }: { readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) return null;
  const inTime = tasks.filter(({ overdue }) => !overdue);
  const within = (from: number, to: number): number =>
    inTime.filter(({ lastDay, today }) => {
      const left = lastDay === null ? Number.NaN : daysBetween(today, lastDay);
      return left >= from && left <= to;
    }).length;
  const counts = [
    ["late", tasks.length - inTime.length, "en retard"],
    ["soon", within(0, 7), "dans les 7 jours"],
    ["calm", within(8, Number.POSITIVE_INFINITY), "plus tard"],
    ["none", inTime.filter(({ lastDay }) => lastDay === null).length, "sans délai"],
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

/** The procedures in which something is due, each by a link: the choice stands in the address, to be kept or sent. */
function ProcedureFilter({ tasks, chosen }: { readonly tasks: readonly Task[]; readonly chosen: string | undefined }) {
  const found = [...new Set(tasks.map(({ procedure }) => procedure))];
  if (chosen === undefined && found.length < 2) return null;
  return (
    <nav class="choices" aria-label="Procédure">
      {[undefined, ...(chosen === undefined ? found : [chosen])].map((one) => (
        <a key={one ?? ""} href={one === undefined ? "/" : `/?procedure=${one}`} aria-current={one === chosen}>
          {one === undefined ? "Toutes les procédures" : procedureLabel(one)}
        </a>
      ))}
    </nav>
  );
}

function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  if (tasks.length === 0) return <p class="empty">Rien ne vous attend aujourd'hui.</p>;
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
        {tasks.map((task) => (
          <TaskRow key={`${task.case} ${task.names} ${task.about} ${task.since}`} {...task} />
        ))}
      </tbody>
    </table>
  );
}

function TaskRow({ about, label, lastDay, overdue, since, today, procedure, phase, ...task }: Task) {
  return (
    <tr class={overdue ? "late" : undefined}>
      <td data-label="À faire">
        <a class="main" href={casePath(task.case)}>
          {label}
        </a>
        {about !== null && <span class="about"> {about}</span>}
        <p class="minor">Depuis le {shortDate(since)}</p>
      </td>
      <td data-label="Dossier">
        {task.product} <Trial sandbox={task.sandbox} />
        <p class="minor">
          {task.company} · {task.case} · {phaseLabel(procedure, phase)}
        </p>
      </td>
      <td data-label="Dernier jour">
        {lastDay === null ? <span class="minor">aucun texte n'en fixe</span> : <LastDay date={lastDay} today={today} />}
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
  unaddressed: "Notifications sans destinataire",
  undeliverable: "Notifications abandonnées",
} as const;

function Operation({ standings, workers, deadlines }: Watched & { readonly deadlines: readonly Deadline[] }) {
  const total = (name: string): number | null =>
    standings === null
      ? null
      : standings.filter(({ standing }) => standing === name).reduce((sum, { count }) => sum + count, 0);
  const bad = new Set(["behind", "failing", "unaddressed", "undeliverable"]);
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
