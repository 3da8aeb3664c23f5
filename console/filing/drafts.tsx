/** Filing: the drafts that one has begun, and a new one, by its procedure and its product. */

import type { Desk } from "../../desk/desk.js";
import { beginDraft, draftsOf, mayDraft, type NewDraft } from "../../desk/drafts.js";
import { type CaseSummary, casesOf } from "../../desk/listings.js";
import { isDeveloper, type Principal } from "../../desk/principal.js";
import { DeskRefusal } from "../../desk/refusal.js";
import { served } from "../../procedures/served.js";
import type { Draft } from "../../register/register.js";
import { one, type Typed, typingOf } from "../acting/given.js";
import type { Answered } from "../acting/page.js";
import { html } from "../page.js";
import { Source, Trial } from "../parts.js";
import { draftPath, draftsPath } from "../paths.js";
import { momentInFrench, procedureLabel } from "../words.js";

/** The pages at `/depots`. @throws DeskRefusal `not-found`, `not-allowed`, `too-many` */
export async function draftsPage(
  desk: Desk,
  principal: Principal,
  typed: Typed | undefined,
  chosen?: string,
): Promise<Answered> {
  if (typed !== undefined) {
    const procedure = one(typed, "procedure");
    if (procedure === "")
      return { page: await listPage(desk, principal, { unchosen: true, product: one(typed, "produit") }), status: 400 };
    const wanted: NewDraft = {
      procedure,
      product: one(typed, "produit") || undefined,
      sandbox: desk.movesTime && one(typed, "essai") === "oui",
      typing: (schema, value) => Object.fromEntries(typingOf(schema, value, "/filing")),
    };
    return { to: draftPath((await beginDraft(desk, principal, wanted)).id, 1) };
  }
  return { page: await listPage(desk, principal, { unchosen: false, product: chosen }), status: 200 };
}

async function listPage(
  desk: Desk,
  principal: Principal,
  chosen: { readonly unchosen: boolean; readonly product: string | undefined },
): Promise<string> {
  if (!mayDraft(principal)) throw new DeskRefusal("not-allowed", "Filings are typed by applicants.");
  const [drafts, { cases }] = await Promise.all([
    draftsOf(desk, principal),
    principal.organisation === undefined ? { cases: [] } : casesOf(desk, principal, { limit: 200 }),
  ]);
  return html({
    title: "Déposer",
    reader: principal,
    current: "drafts",
    children: (
      <>
        <h1>Déposer une demande</h1>
        {drafts.length > 0 && <DraftTable drafts={drafts} />}
        <section aria-labelledby="nouveau">
          <h2 id="nouveau">{drafts.length > 0 ? "En commencer une autre" : "En commencer une"}</h2>
          <p>Chaque page est gardée à mesure ; rien n'est déposé avant que vous n'ayez vérifié l'ensemble.</p>
          <NewDraftForm
            products={productsOf(cases)}
            offersTrial={desk.movesTime && !isDeveloper(principal)}
            {...chosen}
          />
        </section>
      </>
    ),
  });
}

/** The products of the cases, each under the name that the last of them gives it; an account is none. */
function productsOf(cases: readonly CaseSummary[]): [id: string, name: string][] {
  const products = cases.filter(({ procedure }) => served.get(procedure)?.linkedAs !== "account");
  return [...new Map(products.map(({ product, productName }) => [product, productName] as const).reverse())];
}

function DraftTable({ drafts }: { readonly drafts: readonly Draft[] }) {
  return (
    <section aria-labelledby="brouillons">
      <h2 id="brouillons">Vos brouillons</h2>
      <table class="list">
        <caption class="hidden">Brouillons, le dernier enregistré d'abord</caption>
        <thead>
          <tr>
            <th scope="col">Demande</th>
            <th scope="col">Enregistré</th>
            <th scope="col">
              <span class="hidden">Supprimer</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, procedure, sandbox, typed, savedAt }) => (
            <tr key={id}>
              <td data-label="Demande">
                <a class="main" href={draftPath(id, 1)}>
                  {procedureLabel(procedure)}
                </a>{" "}
                <Trial sandbox={sandbox} />
                <p class="minor">{typed["/filing/product/name"]?.[0] || "sans nom de produit encore"}</p>
              </td>
              <td data-label="Enregistré">{momentInFrench(savedAt)}</td>
              <td>
                <form method="post" action={draftPath(id, "suppression")}>
                  <button type="submit" class="secondary">
                    Supprimer<span class="hidden"> ce brouillon : {procedureLabel(procedure)}</span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface NewDraftProps {
  readonly products: readonly (readonly [id: string, name: string])[];
  readonly offersTrial: boolean;
  readonly unchosen: boolean;
  readonly product: string | undefined;
}

function NewDraftForm({ products, offersTrial, unchosen, product }: NewDraftProps) {
  return (
    <form method="post" action={draftsPath} class="form">
      <fieldset class={unchosen ? "faulty" : undefined}>
        <legend>Procédure</legend>
        {unchosen && (
          <p class="fault" role="alert">
            Choisissez une procédure.
          </p>
        )}
        {[...served].map(([name, { procedure }]) => (
          <label key={name} class="option">
            <input type="radio" name="procedure" value={name} /> {procedure.shape.title}{" "}
            <Source of={procedure.shape.source} />
          </label>
        ))}
      </fieldset>
      {products.length > 0 && (
        <div class="field">
          <label for="produit">Produit</label>
          <p class="minor">Ce que ses dossiers disent déjà est repris.</p>
          <select id="produit" name="produit">
            <option value="">Un autre produit</option>
            {products.map(([id, name]) => (
              <option key={id} value={id} selected={id === product}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      {offersTrial && (
        <label class="option">
          <input type="checkbox" name="essai" value="oui" /> C'est un essai : le dossier n'a pas d'effet, et son temps
          se déplace.
        </label>
      )}
      <p class="buttons">
        <button type="submit">Commencer</button>
      </p>
    </form>
  );
}
