/** Acting: a form, then what the act would change, then the act. Nothing is recorded before the second page is confirmed. */
import { randomUUID } from "node:crypto";
import type { ComponentChildren } from "preact";
import type { FilingBase } from "../../case/definition.js";
import { inFrench } from "../../case/fault.js";
import { type ActCommand, performAct, tryAct } from "../../desk/acts.js";
import { type CaseFile, caseFileOf } from "../../desk/case-file.js";
import type { Desk } from "../../desk/desk.js";
import { isDeveloper, type Principal } from "../../desk/principal.js";
import { servedOf } from "../../desk/procedures.js";
import { DeskRefusal, refusalOf } from "../../desk/refusal.js";
import { html } from "../page.js";
import { Source } from "../parts.js";
import { actPath, casePath } from "../paths.js";
import { partyLabel } from "../words.js";
import { Consequences } from "./consequences.js";
import { type FieldFault, schemaAt } from "./faults.js";
import { Fields, fieldId, OnEnter } from "./fields.js";
import { one, type Typed, valueTyped, withoutEmptied, withoutRemoved } from "./given.js";
import { Summary } from "./summary.js";
import { type Wording, wordingOf } from "./wording.js";

export interface ActForm {
  readonly id: string;
  readonly act: string;
  /** What the act is about, where it is about something. */
  readonly about: string | undefined;
  /** What was typed; nothing when the form is opened. */
  readonly typed: Typed;
}

/** A page to show, or where to go once it is done. */
export type Answered = { readonly page: string; readonly status: number } | { readonly to: string };

/** What a form of an act is made of. */
interface Acting {
  readonly file: CaseFile;
  readonly principal: Principal;
  readonly form: ActForm;
  readonly spec: ReturnType<typeof servedOf>["procedure"]["shape"]["acts"][string];
  readonly wording: Wording;
  readonly schema: ReturnType<typeof servedOf>["procedure"]["schemas"]["bodies"][string];
  /** The same as long as the form is open: a double click, or a lost answer, is one act. */
  readonly key: string;
}

/** The pages at `/dossiers/{id}/actes/{act}`. @throws DeskRefusal `not-found`, `unknown`, `not-allowed` */
export async function actPage(desk: Desk, principal: Principal, form: ActForm): Promise<Answered> {
  const file = await caseFileOf(desk, principal, form.id);
  const { procedure } = servedOf(file.case.procedure);
  const spec = Object.hasOwn(procedure.shape.acts, form.act) ? procedure.shape.acts[form.act] : undefined;
  const schema = procedure.schemas.bodies[form.act];
  if (spec === undefined || schema === undefined) throw new DeskRefusal("unknown", `There is no act ${form.act}.`);
  if (!isDeveloper(principal) && !spec.by.includes(principal.party))
    throw new DeskRefusal("not-allowed", `${form.act} is sent by ${spec.by.join(", ")}.`);
  const step = one(form.typed, "etape");
  // Opened, a list made longer or shorter, or back from what it would change.
  const typing = step === "" || ["ajouter", "retirer", "retour"].some((name) => form.typed.has(name));
  const typed = form.typed.has("ajouter") ? form.typed : withoutEmptied(schema, withoutRemoved(form.typed), "/body");
  const wording = wordingOf(schema);
  const key = one(typed, "cle") || randomUUID();
  const acting = { file, principal, form: { ...form, typed }, spec, wording, schema, key };
  if (typing) return { page: formPage(acting), status: 200 };
  try {
    const command = commandOf(acting);
    if (step === "enregistrer") {
      await performAct(desk, principal, command);
      return { to: casePath(form.id) };
    }
    const receipt = await tryAct(desk, principal, command);
    return {
      page: consequencesPage(acting, <Consequences receipt={receipt} procedure={file.case.procedure} />),
      status: 200,
    };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === undefined || refusal.kind === "unavailable" || refusal.kind === "too-many") throw fault;
    return { page: formPage(acting, refusal), status: refusal.kind === "malformed" ? 400 : 409 };
  }
}

function commandOf({ form, spec, schema, principal, key }: Acting): ActCommand {
  const { id: caseId, act, typed } = form;
  const about = spec.about === undefined ? undefined : one(typed, "sujet") || form.about;
  const on = one(typed, "jour");
  const by = isDeveloper(principal) ? one(typed, "par") || spec.by[0] : undefined;
  const sent = {
    body: valueTyped(schema, typed, "/body") as Record<string, unknown>,
    ...(about !== undefined && about !== "" && { about }),
    ...(on !== "" && { on }),
    ...(by !== undefined && { by }),
    ...(one(typed, "confirme") === "oui" && { confirm: true }),
  };
  return { caseId, act, sent: sent as ActCommand["sent"], idempotencyKey: key };
}

/** The frame of both pages: what is asked, by whom, by which text. */
function framed({ file, form, spec, principal }: Acting, title: string, children: ComponentChildren): string {
  return html({
    title: `${title}, ${form.id}`,
    reader: principal,
    children: (
      <article class="act">
        <p class="kicker">
          <a href={casePath(form.id)}>{form.id}</a> · {(file.case.filing as FilingBase).product.name}
        </p>
        <h1>
          {spec.label}
          {form.about !== undefined && <span class="about"> {form.about}</span>}
        </h1>
        <p class="minor">
          {spec.description} <Source of={spec.source} />
        </p>
        {children}
      </article>
    ),
  });
}

function formPage(acting: Acting, refusal?: DeskRefusal): string {
  const { form, spec, schema, wording, principal, file, key } = acting;
  const { typed } = form;
  const faults = refusal === undefined ? [] : faultsOf(acting, refusal);
  const whole = refusal !== undefined && faults.length === 0 ? refusal : undefined;
  return framed(
    acting,
    spec.label,
    <>
      {refusal !== undefined && (
        <Summary
          title={refusal.kind === "confirm" ? "Une confirmation est nécessaire" : "L'acte n'a pas été enregistré"}
          faults={faults}
          refusal={whole}
        />
      )}
      <form method="post" action={actPath(form.id, form.act, form.about)} class="form" noValidate>
        <OnEnter name="etape" value="verifier" />
        <input type="hidden" name="cle" value={key} />
        {isDeveloper(principal) && spec.by.length > 1 && (
          <div class="field">
            <label for="par">Au nom de</label>
            <select id="par" name="par">
              {spec.by.map((party) => (
                <option key={party} value={party} selected={one(typed, "par") === party}>
                  {partyLabel(party, file.case.procedure)}
                </option>
              ))}
            </select>
          </div>
        )}
        {spec.about !== undefined && form.about === undefined && (
          <Plain name="sujet" label={`À propos de (${spec.about})`} typed={typed} faults={faults} pointer="/about" />
        )}
        <Fields schema={schema} wording={wording} typed={typed} faults={faults} pointer="/body" />
        <details open={one(typed, "jour") !== ""}>
          <summary>L'acte a eu lieu un autre jour</summary>
          <Plain name="jour" label="Jour de l'acte" type="date" typed={typed} faults={faults} pointer="/on" />
          <p class="minor">Laissé vide, l'acte compte de l'instant où il est enregistré.</p>
        </details>
        {refusal?.kind === "confirm" && (
          <label class="option">
            <input type="checkbox" name="confirme" value="oui" /> Je confirme cet effet.
          </label>
        )}
        <p class="buttons">
          <button type="submit" name="etape" value="verifier">
            Voir ce que cela changerait
          </button>{" "}
          <a href={casePath(form.id)}>Ne rien envoyer</a>
        </p>
      </form>
    </>,
  );
}

function consequencesPage(acting: Acting, consequences: ComponentChildren): string {
  const { form, key } = acting;
  const kept = [...form.typed].filter(([name]) => !["cle", "etape", "retour", "ajouter", "retirer"].includes(name));
  return framed(
    acting,
    "Ce que cela changerait",
    <>
      <h2>Ce que cela changerait</h2>
      <p>Rien n'est encore enregistré.</p>
      {consequences}
      <form method="post" action={actPath(form.id, form.act, form.about)} class="form">
        <input type="hidden" name="cle" value={key} />
        {kept.flatMap(([name, values]) =>
          values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        <p class="buttons">
          <button type="submit" name="etape" value="enregistrer">
            Enregistrer
          </button>{" "}
          <button type="submit" name="retour" value="oui" class="secondary">
            Modifier
          </button>{" "}
          <a href={casePath(form.id)}>Ne rien envoyer</a>
        </p>
      </form>
    </>,
  );
}

/** The faults that belong to a field of the form. */
function faultsOf({ schema, wording }: Acting, { kind, parameters }: DeskRefusal): FieldFault[] {
  if (kind !== "malformed") return [];
  return (parameters.faults ?? []).map((fault) => {
    const { pointer } = fault;
    const at = pointer.startsWith("/body") ? schemaAt(schema, pointer.slice("/body".length)) : undefined;
    const label = at && wording.placed(pointer);
    return { pointer, label, words: inFrench(fault) };
  });
}

interface PlainProps {
  readonly name: string;
  readonly label: string;
  readonly type?: "date" | "text";
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  readonly pointer: string;
}

/** A field that isn't of the act's own schema. */
function Plain({ name, label, type = "text", typed, faults, pointer }: PlainProps) {
  const words = faults.find((fault) => fault.pointer === pointer)?.words;
  return (
    <div class={words === undefined ? "field" : "field faulty"}>
      <label for={fieldId(pointer)}>{label}</label>
      {words !== undefined && <p class="fault">{words}</p>}
      {type === "date" ? (
        <input id={fieldId(pointer)} name={name} type="date" value={one(typed, name)} />
      ) : (
        <input id={fieldId(pointer)} name={name} type="text" value={one(typed, name)} autocomplete="off" />
      )}
    </div>
  );
}
