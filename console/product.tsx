/** A product across procedures and years: its cases on one axis, and one below the other. */
import type { Desk } from "../desk/desk.js";
import { productOf } from "../desk/listings.js";
import type { Principal } from "../desk/principal.js";
import { CaseTable } from "./cases.js";
import { html } from "./page.js";
import { whoIs } from "./words.js";

/** The page at `/produits/{id}`. @throws DeskRefusal `not-found`, `ambiguous` */
export async function productPage(
  desk: Desk,
  principal: Principal,
  id: string,
  company: string | undefined,
): Promise<string> {
  const product = await productOf(desk, principal, id, { company, limit: 200 });
  return html({
    title: product.name,
    who: whoIs(principal),
    children: (
      <>
        <p class="kicker">
          Produit {product.id} · SIREN {product.company}
        </p>
        <h1>{product.name}</h1>
        <CaseTable cases={product.cases} ofProduct />
      </>
    ),
  });
}
