/** A draft: its pages, each kept as it is left, then the whole, checked, and sent. */

import type { Desk } from "../../desk/desk.js";
import { fileDraft, removeDraft, saveDraft, tryDraft } from "../../desk/drafts.js";
import type { Principal } from "../../desk/principal.js";
import { DeskRefusal, refusalOf } from "../../desk/refusal.js";
import type { Draft } from "../../register/register.js";
import { schemaAt } from "../acting/faults.js";
import { Field, OnEnter } from "../acting/fields.js";
import { one, type Typed, withoutEmptied, withoutRemoved } from "../acting/given.js";
import type { Answered } from "../acting/page.js";
import { Summary } from "../acting/summary.js";
import { html } from "../page.js";
import { Trial } from "../parts.js";
import { casePath, draftPath, draftsPath } from "../paths.js";
import { procedureLabel } from "../words.js";
import { CheckedWhole } from "./checked.js";
import { type Checked, checkedOf } from "./checking.js";
import { type Drafting, draftingOf, filingOf } from "./drafting.js";

const under = (fields: readonly string[]) => (name: string) =>
  fields.some((field) => name === `/filing${field}` || name.startsWith(`/filing${field}/`));

/** The pages at `/depots/{id}/{number}`: what is sent to one is kept, then the next is shown. @throws DeskRefusal `not-found` */
export async function draftPage(
  desk: Desk,
  principal: Principal,
  {
    id,
    number,
    sent,
    check,
  }: { readonly id: string; readonly number: number; readonly sent: Typed | undefined; readonly check: boolean },
): Promise<Answered> {
  const drafting = await draftingOf(desk, principal, id);
  const { draft, form, schema } = drafting;
  if (draft.case !== null) return { to: casePath(draft.case) };
  const page = form[number - 1];
  if (page === undefined) throw new DeskRefusal("not-found", `The draft has no page ${number}.`);
  if (sent === undefined) {
    const checked = check
      ? await checkedOf(drafting, () => tryDraft(desk, principal, draft, filingOf(drafting)))
      : undefined;
    return { page: onePage(drafting, number, checked), status: 200 };
  }
  const own = under(page.fields);
  const merged: Typed = new Map([
    ...[...drafting.typed].filter(([name]) => !own(name)),
    ...[...withoutRemoved(sent)].filter(([name]) => own(name)),
  ]);
  const grows = sent.has("ajouter");
  const typed = grows ? merged : withoutEmptied(schema, merged, "/filing");
  await saveDraft(desk, principal, id, Object.fromEntries(typed));
  if (grows || sent.has("retirer")) {
    const shown = grows ? new Map([...typed, ["ajouter", sent.get("ajouter") ?? []]]) : typed;
    return { page: onePage({ ...drafting, typed: shown as Typed }, number), status: 200 };
  }
  switch (one(sent, "vers")) {
    case "plus-tard":
      return { to: draftsPath };
    case "precedente":
      return { to: draftPath(id, Math.max(1, number - 1)) };
    case "verification":
      return { to: draftPath(id, "verification") };
    default:
      return { to: draftPath(id, number < form.length ? number + 1 : "verification") };
  }
}

/** The page at `/depots/{id}/verification`: the whole as it was typed and what it would open; sent, it is filed, once. */
export async function checkPage(desk: Desk, principal: Principal, id: string, sends: boolean): Promise<Answered> {
  const drafting = await draftingOf(desk, principal, id);
  const { draft } = drafting;
  if (draft.case !== null) return { to: casePath(draft.case) };
  const filing = filingOf(drafting);
  if (!sends) {
    const checked = await checkedOf(drafting, () => tryDraft(desk, principal, draft, filing));
    return { page: wholePage(drafting, checked), status: 200 };
  }
  try {
    return { to: casePath(await fileDraft(desk, principal, draft, filing)) };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === undefined || refusal.kind === "unavailable" || refusal.kind === "too-many") throw fault;
    const checked = await checkedOf(drafting, () => Promise.reject(fault));
    return { page: wholePage(drafting, checked), status: refusal.kind === "malformed" ? 400 : 409 };
  }
}

/** Removes a draft, and goes back to the others. */
export async function removal(desk: Desk, principal: Principal, id: string): Promise<Answered> {
  await removeDraft(desk, principal, id);
  return { to: draftsPath };
}

const Kicker = ({ draft }: { readonly draft: Draft }) => (
  <p class="kicker">
    <a href={draftsPath}>Brouillons</a> · {procedureLabel(draft.procedure)} <Trial sandbox={draft.sandbox} />
  </p>
);

/** Where one is among the pages, each a link. */
function Pages({ drafting: { draft, form }, current }: { readonly drafting: Drafting; readonly current: number }) {
  const titles = [...form.map(({ title }) => title), "Vérification"];
  return (
    <nav class="pages" aria-label="Pages du formulaire">
      <ol>
        {titles.map((title, i) => (
          <li key={title}>
            <a
              href={draftPath(draft.id, i < form.length ? i + 1 : "verification")}
              aria-current={i + 1 === current ? "step" : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function onePage(drafting: Drafting, number: number, checked?: Checked): string {
  const { draft, principal, form, schema, wording, typed } = drafting;
  const page = form[number - 1]!;
  const own = under(page.fields);
  const faults = (checked?.faults ?? []).filter(({ pointer }) => own(pointer));
  return html({
    title: `${page.title}, ${procedureLabel(draft.procedure)}`,
    reader: principal,
    current: "drafts",
    children: (
      <article class="act">
        <Kicker draft={draft} />
        <h1>{page.title}</h1>
        <Pages drafting={drafting} current={number} />
        {page.help !== undefined && <p class="help">{page.help}</p>}
        {faults.length > 0 && <Summary title="À corriger sur cette page" faults={faults} />}
        <form method="post" action={draftPath(draft.id, number)} class="form" noValidate>
          <OnEnter name="vers" value="suivante" />
          {page.fields.map((field) => (
            <Field
              key={field}
              schema={schemaAt(schema, field) ?? {}}
              wording={wording}
              typed={typed}
              faults={faults}
              pointer={`/filing${field}`}
              required={isRequired(schema, field)}
            />
          ))}
          <p class="buttons">
            <button type="submit" name="vers" value="suivante">
              Continuer
            </button>{" "}
            {number > 1 && (
              <>
                <button type="submit" name="vers" value="precedente" class="secondary">
                  Page précédente
                </button>{" "}
              </>
            )}
            {checked !== undefined && (
              <>
                <button type="submit" name="vers" value="verification" class="secondary">
                  Revenir à la vérification
                </button>{" "}
              </>
            )}
            <button type="submit" name="vers" value="plus-tard" class="secondary">
              Continuer plus tard
            </button>
          </p>
        </form>
      </article>
    ),
  });
}

function isRequired(schema: Drafting["schema"], field: string): boolean {
  const at = field.lastIndexOf("/");
  return schemaAt(schema, field.slice(0, at))?.required?.includes(field.slice(at + 1)) ?? false;
}

function wholePage(drafting: Drafting, checked: Checked): string {
  const { draft, principal, form } = drafting;
  return html({
    title: `Vérification, ${procedureLabel(draft.procedure)}`,
    reader: principal,
    current: "drafts",
    children: (
      <article class="act">
        <Kicker draft={draft} />
        <h1>Vérification</h1>
        <Pages drafting={drafting} current={form.length + 1} />
        <CheckedWhole drafting={drafting} checked={checked} />
      </article>
    ),
  });
}
