/** Finding cases: by words, by procedure, open or over. */
import type { Desk } from "../desk/desk.js";
import { type CaseQuery, type CaseSummary, casesOf } from "../desk/listings.js";
import type { Principal } from "../desk/principal.js";
import { served } from "../procedures/served.js";
import { html } from "./page.js";
import { Day, Trial } from "./parts.js";
import { casePath, casesPath } from "./paths.js";
import { endingLabel, listed, partyLabel, phaseLabel, procedureLabel, shortDate } from "./words.js";

export interface Search {
  readonly mots?: string | undefined;
  readonly procedure?: string | undefined;
  readonly etat?: "open" | "concluded" | undefined;
  readonly apres?: string | undefined;
}

/** The page at `/dossiers`. */
export async function casesPage(desk: Desk, principal: Principal, search: Search): Promise<string> {
  const query: CaseQuery = {
    text: search.mots,
    procedure: search.procedure,
    status: search.etat,
    after: search.apres,
    limit: 50,
  };
  const { cases, next } = await casesOf(desk, principal, query);
  const following = new URLSearchParams(
    Object.entries({ ...search, apres: next ?? undefined }).flatMap(([k, v]) => (v ? [[k, v]] : [])),
  );
  return html({
    title: "Dossiers",
    reader: principal,
    current: "cases",
    children: (
      <>
        <h1>Dossiers</h1>
        <SearchForm {...search} />
        {cases.length === 0 ? (
          <p class="empty">Aucun dossier ne répond à cette recherche.</p>
        ) : (
          <CaseTable cases={cases} />
        )}
        {next !== null && (
          <p>
            <a href={`${casesPath}?${following}`}>Page suivante</a>
          </p>
        )}
      </>
    ),
  });
}

export function SearchForm({ mots, procedure, etat }: Search) {
  return (
    <form class="search" action={casesPath}>
      <div>
        <label for="mots">Numéro, produit, indication ou entreprise</label>
        <input id="mots" name="mots" value={mots} maxLength={200} />
      </div>
      <div>
        <label for="procedure">Procédure</label>
        <select id="procedure" name="procedure">
          <option value="">Toutes</option>
          {[...served.keys()].map((name) => (
            <option key={name} value={name} selected={name === procedure}>
              {procedureLabel(name)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="etat">État</label>
        <select id="etat" name="etat">
          <option value="">Tous</option>
          <option value="open" selected={etat === "open"}>
            Ouverts
          </option>
          <option value="concluded" selected={etat === "concluded"}>
            Terminés
          </option>
        </select>
      </div>
      <button type="submit">Chercher</button>
    </form>
  );
}

export function CaseTable({
  cases,
  ofProduct = false,
}: {
  readonly cases: readonly CaseSummary[];
  readonly ofProduct?: boolean;
}) {
  return (
    <table class="list">
      <caption class="hidden">Dossiers, le dernier déposé d'abord</caption>
      <thead>
        <tr>
          <th scope="col">Dossier</th>
          <th scope="col">Où il en est</th>
          <th scope="col">Attendu de</th>
          <th scope="col">Prochain dernier jour</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.id}>
            <td data-label="Dossier">
              <a class="main" href={casePath(one.id)}>
                {ofProduct ? procedureLabel(one.procedure) : one.productName}
              </a>{" "}
              <Trial sandbox={one.sandbox} />
              <p class="minor">
                {one.id}
                {!ofProduct && ` · ${procedureLabel(one.procedure)}`}
              </p>
            </td>
            <td data-label="Où il en est">
              {one.ending === null ? phaseLabel(one.procedure, one.phase) : endingLabel(one.procedure, one.ending)}
              <p class="minor">déposé le {shortDate(one.filedOn)}</p>
            </td>
            <td data-label="Attendu de">
              {listed(one.whoseMove.map((party) => partyLabel(party, one.procedure))) || "—"}
            </td>
            <td data-label="Prochain dernier jour">{one.nextDueOn === null ? "—" : <Day date={one.nextDueOn} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
