/** The whole of a draft: what is wrong with it, or what it would open; then each page as it was typed. */

import type { JsonSchema } from "../../case/schema.js";
import type { CaseView } from "../../case/view.js";
import { isKnownDay } from "../../law/known-days.js";
import { schemaAt } from "../acting/faults.js";
import { isChoice, isFilled, itemsOf, type Typed } from "../acting/given.js";
import { Summary } from "../acting/summary.js";
import type { Wording } from "../acting/wording.js";
import { Day, Source } from "../parts.js";
import { casePath, draftPath } from "../paths.js";
import { endingLabel, listed, partyLabel, phaseLabel, shortDate } from "../words.js";
import type { Checked } from "./checking.js";
import type { Drafting } from "./drafting.js";

export function CheckedWhole({ drafting, checked }: { readonly drafting: Drafting; readonly checked: Checked }) {
  const { draft, form, schema, wording, typed } = drafting;
  const { faults, reason, opened } = checked;
  const pageOf = (pointer: string): string => {
    const number = form.findIndex(({ fields }) => fields.some((field) => `${pointer}/`.startsWith(`/filing${field}/`)));
    return `${draftPath(draft.id, number + 1)}?controle=oui`;
  };
  return (
    <>
      {faults.length > 0 && <Summary title="À corriger avant de déposer" faults={faults} pageOf={pageOf} />}
      {reason !== undefined && (
        <div class="summary" role="alert">
          <h2>La demande ne peut pas être déposée</h2>
          <p>
            {reason.words} {reason.case !== undefined && <a href={casePath(reason.case)}>{reason.case}</a>}{" "}
            {reason.source !== undefined && <Source of={reason.source} />}
          </p>
        </div>
      )}
      {opened !== undefined && <Opened draft={draft} view={opened} />}
      {form.map(({ title, fields }, i) => (
        <section key={title} class="answers">
          <h2>{title}</h2>
          <p class="minor">
            <a href={draftPath(draft.id, i + 1)}>
              Modifier<span class="hidden"> : {title}</span>
            </a>
          </p>
          {!fields.some((field) => isFilled(typed, `/filing${field}`) || typed.has(`/filing${field}`)) && (
            <p>Rien n'est encore rempli.</p>
          )}
          <dl>
            {fields.map((field) => (
              <Answers
                key={field}
                schema={schemaAt(schema, field) ?? {}}
                typed={typed}
                wording={wording}
                pointer={`/filing${field}`}
              />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

/** What the filing would open, and the button that files it. */
function Opened({ draft, view }: { readonly draft: Drafting["draft"]; readonly view: CaseView }) {
  const { phase, ending, awaited, clocks } = view;
  const due = awaited.filter((one) => one.due);
  return (
    <section aria-labelledby="ouvrirait" class="opens">
      <h2 id="ouvrirait">Ce que le dépôt ouvrirait</h2>
      <p>Rien n'est encore déposé.</p>
      <dl class="consequences">
        <dt>Étape</dt>
        <dd>{ending === null ? phaseLabel(draft.procedure, phase) : endingLabel(draft.procedure, ending.name)}</dd>
        <dt>Ensuite attendu</dt>
        {due.length === 0 && <dd>Rien.</dd>}
        {due.map(({ act, label, by, about }) => (
          <dd key={`${act} ${about}`}>
            {listed(by.map((party) => partyLabel(party, draft.procedure)))} : {label}
            {about !== undefined && <span class="about"> {about}</span>}
          </dd>
        ))}
        <dt>Délais</dt>
        {clocks.length === 0 && <dd>Aucun délai ne commencerait aujourd'hui.</dd>}
        {clocks.map(({ id, label, about, lastDay }) => (
          <dd key={id}>
            {label}
            {about !== null && `, ${about}`}
            {lastDay !== null && (
              <>
                {" "}
                : dernier jour le <Day date={lastDay} />
              </>
            )}
          </dd>
        ))}
      </dl>
      <form method="post" action={draftPath(draft.id, "verification")}>
        <p class="buttons">
          <button type="submit">{draft.sandbox ? "Déposer cet essai" : "Déposer la demande"}</button>
        </p>
      </form>
    </section>
  );
}

interface AnswersProps {
  readonly schema: JsonSchema;
  readonly typed: Typed;
  readonly wording: Wording;
  readonly pointer: string;
}

/** What was typed under a pointer: a group holds its own list; what was left empty isn't shown. */
function Answers({ schema, typed, wording, pointer }: AnswersProps) {
  if (schema.type === "object" || (schema.type === "array" && !isChoice(schema))) {
    const parts: [string, JsonSchema][] =
      schema.type === "object"
        ? Object.entries(schema.properties ?? {})
        : Array.from({ length: itemsOf(typed, pointer, {}) }, (_, i) => [String(i), schema.items ?? {}]);
    if (!isFilled(typed, pointer)) return null;
    return (
      <>
        <dt>{wording.field(pointer).label}</dt>
        <dd>
          <dl>
            {parts.map(([name, part]) => (
              <Answers key={name} schema={part} typed={typed} wording={wording} pointer={`${pointer}/${name}`} />
            ))}
          </dl>
        </dd>
      </>
    );
  }
  const values = (typed.get(pointer) ?? []).filter((value) => value.trim() !== "");
  if (values.length === 0) return null;
  const said = (value: string): string => {
    if (schema.type === "boolean") return value === "true" ? "Oui" : "Non";
    if (schema.enum !== undefined || isChoice(schema)) return wording.value(pointer, value);
    return schema.format === "date" && isKnownDay(value) ? shortDate(value) : value;
  };
  return (
    <>
      <dt>{wording.field(pointer).label}</dt>
      {values.map((value) => (
        <dd key={value} dir="auto">
          {said(value)}
        </dd>
      ))}
    </>
  );
}
