/** What if: acts that are supposed on a copy of a case, and every delay as it would move. The address holds it all: it is shared as a link. */

import type { FilingBase } from "../../case/definition.js";
import { inFrench } from "../../case/fault.js";
import { type CaseFile, caseFileOf } from "../../desk/case-file.js";
import type { Desk } from "../../desk/desk.js";
import type { Principal } from "../../desk/principal.js";
import { servedOf } from "../../desk/procedures.js";
import { type Supposed, type SupposedAct, suppose } from "../../desk/supposing.js";
import type { CivilDate } from "../../law/civil-date.js";
import { isKnownDay } from "../../law/known-days.js";
import type { ServedProcedure } from "../../procedures/served.js";
import type { FieldFault } from "../acting/faults.js";
import { Fields, fieldId, OnEnter } from "../acting/fields.js";
import { one, type Typed, withoutRemoved } from "../acting/given.js";
import type { Answered } from "../acting/page.js";
import { wordingOf } from "../acting/wording.js";
import { html } from "../page.js";
import { Source } from "../parts.js";
import { casePath, supposingPath } from "../paths.js";
import { partyLabel } from "../words.js";
import { type AskedAct, addressOf, askedActs, namesOf, supposedOf, withAct, withoutAct } from "./asked.js";
import { Moved } from "./moved.js";

/** The page at `/dossiers/{id}/et-si`. @throws DeskRefusal `not-found`, `malformed` */
export async function supposingPage(desk: Desk, principal: Principal, id: string, sent: Typed): Promise<Answered> {
  const file = await caseFileOf(desk, principal, id);
  const { procedure } = servedOf(file.case.procedure);
  const to = (typed: Typed): Answered => ({ to: `${supposingPath(id)}?${addressOf(typed)}` });
  if (one(sent, "nouveau") !== "") {
    const day = one(sent, "nouveau-jour");
    const indications = (file.case.filing as FilingBase).indications.map((one) => one.id);
    return to(withAct(sent, procedure, file.case.awaited, isKnownDay(day) ? day : file.today, indications));
  }
  if (sent.has("oter")) return to(withoutAct(sent, Number(one(sent, "oter"))));
  const typed = withoutRemoved(sent);
  const acts = askedActs(procedure, typed);
  const supposed = acts.flatMap((act) => {
    const dated = supposedOf(act, typed);
    return dated === undefined ? [] : [{ act, dated }];
  });
  const until = one(typed, "jusquau");
  const result = await suppose(
    desk,
    principal,
    id,
    supposed.map(({ dated }) => dated),
    isKnownDay(until) ? (until as CivilDate) : undefined,
  );
  const page = html({
    title: `Et si, ${id}`,
    reader: principal,
    children: (
      <article class="act">
        <p class="kicker">
          <a href={casePath(id)}>{id}</a> · {(file.case.filing as FilingBase).product.name}
        </p>
        <h1>Et si…</h1>
        <p>
          Une copie du dossier, dans un temps supposé. Rien n'est enregistré, personne n'est prévenu ; l'adresse de la
          page garde l'hypothèse, et se partage avec qui peut lire le dossier.
        </p>
        <Supposing {...{ file, typed, acts, procedure }} refused={refusedOf(supposed, result)} />
        <Moved result={result} acts={supposed.map(({ dated }) => dated)} procedure={file.case.procedure} id={id} />
      </article>
    ),
  });
  return { page, status: 200 };
}

type Refused = ReadonlyMap<number, NonNullable<ReturnType<Supposed["refused"]["get"]>>>;

/** By the place of each act on the page, why it wouldn't be accepted. */
const refusedOf = (supposed: readonly { act: AskedAct; dated: SupposedAct }[], { refused }: Supposed): Refused =>
  new Map([...refused].map(([at, refusal]) => [supposed[at]?.act.place ?? at, refusal]));

interface SupposingProps {
  readonly file: CaseFile;
  readonly typed: Typed;
  readonly acts: readonly AskedAct[];
  readonly procedure: ServedProcedure["procedure"];
  readonly refused: Refused;
}

function Supposing({ file, typed, acts, procedure, refused }: SupposingProps) {
  const { awaited } = file.case;
  const due = [...new Map(awaited.map((each) => [`${each.act}@${each.about ?? ""}`, each])).values()];
  const known = new Set(due.map(({ act }) => act));
  return (
    <form action={supposingPath(file.case.id)} class="form" noValidate>
      <OnEnter name="" value="" />
      {acts.map((act) => (
        <Act key={act.place} {...{ act, typed, file }} refusal={refused.get(act.place)} />
      ))}
      <fieldset>
        <legend>Supposer un acte</legend>
        <div class="span">
          <div class="field">
            <label for="nouveau">Acte</label>
            <select id="nouveau" name="nouveau">
              <option value="">Choisir</option>
              <optgroup label="Possibles aujourd'hui">
                {due.map(({ act, label, about }) => (
                  <option key={`${act}@${about}`} value={about === undefined ? act : `${act}@${about}`}>
                    {label}
                    {about !== undefined && ` (${about})`}
                  </option>
                ))}
              </optgroup>
              <optgroup label="Plus tard">
                {Object.entries(procedure.shape.acts)
                  .filter(([name]) => !known.has(name))
                  .map(([name, { label }]) => (
                    <option key={name} value={name}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            </select>
          </div>
          <div class="field">
            <label for="nouveau-jour">Jour</label>
            <input
              id="nouveau-jour"
              name="nouveau-jour"
              type="date"
              value={acts.length === 0 ? file.today : lastDayOf(acts, typed, file.today)}
            />
          </div>
        </div>
        <button type="submit" class="secondary">
          Ajouter cet acte
        </button>
      </fieldset>
      <div class="field">
        <label for="jusquau">Regarder le dossier au</label>
        <p class="minor">Laissé vide : au jour du dernier acte supposé.</p>
        <input id="jusquau" name="jusquau" type="date" value={one(typed, "jusquau")} />
      </div>
      <p class="buttons">
        <button type="submit">Voir ce qui changerait</button>
      </p>
    </form>
  );
}

const lastDayOf = (acts: readonly AskedAct[], typed: Typed, today: string): string =>
  acts.map(({ place }) => one(typed, namesOf(place).on)).reduce((a, b) => (a >= b ? a : b), today);

interface ActProps {
  readonly act: AskedAct;
  readonly typed: Typed;
  readonly file: CaseFile;
  readonly refusal: ReturnType<Refused["get"]>;
}

function Act({ act: { place, spec, schema }, typed, file, refusal }: ActProps) {
  const names = namesOf(place);
  const wording = wordingOf(schema);
  const faults: FieldFault[] = (refusal?.kind === "malformed" ? (refusal.parameters.faults ?? []) : []).flatMap(
    (fault) =>
      fault.pointer.startsWith("/body")
        ? [{ pointer: fault.pointer.replace("/body", names.body), words: inFrench(fault) }]
        : [],
  );
  const undated = !isKnownDay(one(typed, names.on));
  return (
    <fieldset class={refusal === undefined && !undated ? "supposed" : "supposed faulty"} id={fieldId(names.act)}>
      <legend>{spec.label}</legend>
      <input type="hidden" name={names.act} value={one(typed, names.act)} />
      {refusal !== undefined && (
        <p class="fault" role="alert">
          {faults.length > 0 ? "Un champ de cet acte est à corriger." : refusal.message}{" "}
          {refusal.parameters.source !== undefined && <Source of={refusal.parameters.source} />}
        </p>
      )}
      {undated && (
        <p class="fault" role="alert">
          Indiquez le jour de l'acte.
        </p>
      )}
      <div class="span">
        <div class="field">
          <label for={fieldId(names.on)}>Jour</label>
          <input id={fieldId(names.on)} name={names.on} type="date" value={one(typed, names.on)} />
        </div>
        {spec.about !== undefined && (
          <div class="field">
            <label for={fieldId(names.about)}>À propos de ({spec.about})</label>
            <input
              id={fieldId(names.about)}
              name={names.about}
              type="text"
              value={one(typed, names.about)}
              autocomplete="off"
            />
          </div>
        )}
        {spec.by.length > 1 && (
          <div class="field">
            <label for={fieldId(names.by)}>Par</label>
            <select id={fieldId(names.by)} name={names.by}>
              {spec.by.map((party) => (
                <option key={party} value={party} selected={one(typed, names.by) === party}>
                  {partyLabel(party, file.case.procedure)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {Object.keys(schema.properties ?? {}).length > 0 && (
        <details open={faults.length > 0}>
          <summary>Ce que dit l'acte</summary>
          <Fields schema={schema} wording={wording} typed={typed} faults={faults} pointer={names.body} />
        </details>
      )}
      <button type="submit" name="oter" value={place} class="secondary">
        Ôter cet acte<span class="hidden"> : {spec.label}</span>
      </button>
    </fieldset>
  );
}
