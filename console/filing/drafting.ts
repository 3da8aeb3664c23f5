/** What the pages of a draft are made of. */
import type { Desk } from "../../desk/desk.js";
import { draftOf } from "../../desk/drafts.js";
import type { Principal } from "../../desk/principal.js";
import { servedOf } from "../../desk/procedures.js";
import type { Form } from "../../procedures/form.js";
import type { Draft } from "../../register/register.js";
import { type Typed, valueTyped } from "../acting/given.js";
import { type Wording, wordingOf } from "../acting/wording.js";

export interface Drafting {
  readonly draft: Draft;
  readonly principal: Principal;
  readonly form: Form;
  readonly schema: ReturnType<typeof servedOf>["procedure"]["schemas"]["filing"];
  readonly wording: Wording;
  readonly typed: Typed;
}

/** @throws DeskRefusal `not-found` */
export async function draftingOf(desk: Desk, principal: Principal, id: string): Promise<Drafting> {
  const draft = await draftOf(desk, principal, id);
  const { form, procedure } = servedOf(draft.procedure);
  const { filing: schema } = procedure.schemas;
  const typed = new Map(Object.entries(draft.typed));
  return { draft, principal, form, schema, typed, wording: wordingOf(schema) };
}

/** The filing, as far as it was typed. */
export const filingOf = ({ schema, typed }: Drafting): unknown => valueTyped(schema, typed, "/filing");
