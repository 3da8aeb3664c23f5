/** A product across procedures and years: its cases on one axis, and one below the other. */
import type { Desk } from "../desk/desk.js";
import { mayDraft } from "../desk/drafts.js";
import type { Principal } from "../desk/principal.js";
import { type Bridge, productLine } from "../desk/product-line.js";
import { type CivilDate, earliest } from "../law/civil-date.js";
import { CaseTable } from "./cases.js";
import { html } from "./page.js";
import { clockPath, filingPath } from "./paths.js";
import { Timeline } from "./timeline.js";

const mostCases = 50;

/** The page at `/produits/{id}`. @throws DeskRefusal `not-found`, `ambiguous` */
export async function productPage(
  desk: Desk,
  principal: Principal,
  id: string,
  company: string | undefined,
): Promise<string> {
  const product = await productLine(desk, principal, id, { company, limit: mostCases });
  return html({
    title: product.name,
    reader: principal,
    children: (
      <>
        <p class="kicker">
          Produit {product.id} · SIREN {product.company}
        </p>
        <h1>{product.name}</h1>
        <Bridges of={product.bridges} />
        <CaseTable cases={product.cases} ofProduct />
        {mayDraft(principal) && (
          <p>
            <a href={filingPath(product.id)}>Déposer une demande pour ce produit</a>
          </p>
        )}
        {product.next !== null && (
          <p class="minor">Les {mostCases} derniers dossiers ; les autres sont dans la recherche.</p>
        )}
        <Timeline
          of="produit"
          clocks={product.clocks}
          filedOn={product.cases.map(({ filedOn }) => filedOn as CivilDate).reduce(earliest)}
          today={product.today}
        />
      </>
    ),
  });
}

/** Whether each coverage lasts until its listing is decided: those that don't come first. */
function Bridges({ of }: { readonly of: readonly Bridge[] }) {
  if (of.length === 0) return null;
  const ordered = [...of].sort((a, b) => b.gapDays - a.gapDays);
  return (
    <section aria-labelledby="relais">
      <h2 id="relais">De la prise en charge anticipée à l'inscription</h2>
      <ul class="bridges">
        {ordered.map(({ coverage, decision, breaks, sentence }) => (
          <li key={`${coverage.clock} ${decision.case}`} class={breaks ? "late" : undefined}>
            {breaks && <strong>Rupture : </strong>}
            {sentence}{" "}
            <span class="minor">
              <a href={clockPath(coverage.case, coverage.clock)}>{coverage.case}</a>,{" "}
              <a href={clockPath(decision.case, decision.clock)}>{decision.case}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
