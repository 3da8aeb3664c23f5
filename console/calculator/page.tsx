/** The calculator, for anybody: a delay, its suspensions, both readings of how they count, the walk, the event for a calendar. */
import { createHash } from "node:crypto";
import { icalDay, icalFile, icalInstant, icalText } from "../../desk/icalendar.js";
import type { Principal } from "../../desk/principal.js";
import { DeskRefusal } from "../../desk/refusal.js";
import type { Answer } from "../../law/calculator.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { fromEpochMs } from "../../law/instant.js";
import { fieldId, OnEnter } from "../acting/fields.js";
import { one, type Typed } from "../acting/given.js";
import { Summary } from "../acting/summary.js";
import { Steps } from "../clock.js";
import { html } from "../page.js";
import { Day } from "../parts.js";
import { calculatorFilePath, calculatorPath } from "../paths.js";
import { days, longDate } from "../words.js";
import { type Calculated, calculated, calendars, faultAt, readings, spans, units } from "./asked.js";

/** The page at `/calcul`: what was asked stands in the address, to be kept or sent. */
export function calculatorPage(typed: Typed, reader: Principal | undefined): { page: string; status: number } {
  const asked = one(typed, "depuis") !== "" || one(typed, "nombre") !== "";
  const result = asked && !typed.has("ajouter") ? calculated(typed) : undefined;
  const faults = result !== undefined && "faults" in result ? result.faults.map(({ pointer }) => faultAt(pointer)) : [];
  const page = html({
    title: "Calculer un délai",
    reader,
    current: "calculator",
    children: (
      <>
        <h1>Calculer un délai</h1>
        <p>
          Comme le font les dossiers : le jour de l'acte ne compte pas, le dernier jour finit à minuit, heure de Paris.
          Rien n'est enregistré.
        </p>
        {faults.length > 0 && (
          <Summary
            title="Le calcul n'a pas pu être fait"
            faults={faults.map(({ field, words }) => ({ pointer: field, words }))}
          />
        )}
        <CalculatorForm typed={typed} faults={new Map(faults.map(({ field, words }) => [field, words]))} />
        {result !== undefined && "answers" in result && <Result answers={result.answers} typed={typed} />}
      </>
    ),
  });
  return { page, status: faults.length > 0 ? 400 : 200 };
}

/** The event of the last day, as a file for a calendar. @throws DeskRefusal `not-found` where there is no last day */
export function calculatorFile(typed: Typed): string {
  const result = calculated(typed);
  const answer = "answers" in result ? result.answers[0]?.[1] : undefined;
  if (!answer?.lastDay) throw new DeskRefusal("not-found", "That calculation has no last day.");
  const { lastDay } = answer;
  const delay = saidDelay(typed);
  const uid = createHash("sha256").update(addressOf(typed)).digest("hex").slice(0, 24);
  return icalFile([
    [
      "BEGIN:VEVENT",
      `UID:calcul-${uid}@guichet`,
      `DTSTAMP:${icalInstant(fromEpochMs(Date.now()))}`,
      `DTSTART;VALUE=DATE:${icalDay(lastDay)}`,
      `DTEND;VALUE=DATE:${icalDay(addDays(lastDay, 1))}`,
      `SUMMARY:${icalText(`Dernier jour : ${delay}`)}`,
      `DESCRIPTION:${icalText(answer.walk.map(({ sentence }) => sentence).join("\n"))}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ],
  ]);
}

/** What was asked, as the address has it. */
const addressOf = (typed: Typed): string =>
  new URLSearchParams(
    [...typed].flatMap(([name, values]) =>
      name === "ajouter" ? [] : values.filter((value) => value !== "").map((value) => [name, value]),
    ),
  ).toString();

function saidDelay(typed: Typed): string {
  const unit = one(typed, "unite");
  const label = Object.hasOwn(units, unit) ? units[unit as keyof typeof units].label : units.jours.label;
  return `${one(typed, "nombre")} ${label} depuis le ${one(typed, "depuis")}`;
}

interface FieldsProps {
  readonly typed: Typed;
  readonly faults: ReadonlyMap<string, string>;
}

function CalculatorForm({ typed, faults }: FieldsProps) {
  const unit = one(typed, "unite") || "jours";
  return (
    <form action={calculatorPath} class="form" noValidate>
      <OnEnter name="" value="" />
      <Text name="depuis" label="Jour de l'acte" type="date" typed={typed} faults={faults} />
      <Text name="nombre" label="Longueur du délai" type="text" typed={typed} faults={faults} />
      <div class="field">
        <label for={fieldId("unite")}>Compté en</label>
        <select id={fieldId("unite")} name="unite">
          {Object.entries(units).map(([value, { label }]) => (
            <option key={value} value={value} selected={value === unit}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <label class="option">
        <input type="checkbox" name="report" value="oui" checked={one(typed, "report") === "oui"} /> Reporté au premier
        jour ouvrable s'il finit un samedi, un dimanche ou un jour férié (délais de l'entreprise)
      </label>
      <fieldset id={fieldId("suspensions")}>
        <legend>
          Suspensions<span class="minor"> (facultatif)</span>
        </legend>
        <p class="minor">Sans dernier jour, une suspension dure encore.</p>
        {Array.from({ length: spans(typed) }, (_, i) => (
          <div key={i} class="span">
            <Text
              name={`suspensions/${i}/du`}
              label={`Suspension ${i + 1}, du`}
              type="date"
              typed={typed}
              faults={faults}
            />
            <Text
              name={`suspensions/${i}/au`}
              label={`Suspension ${i + 1}, au`}
              type="date"
              typed={typed}
              faults={faults}
            />
          </div>
        ))}
        <button type="submit" name="ajouter" value="suspensions" class="secondary">
          Ajouter une suspension
        </button>
      </fieldset>
      <details open={one(typed, "jour") !== "" || one(typed, "calendrier") === "fr-alsace-moselle"}>
        <summary>Ce qui reste un jour donné, et les jours fériés</summary>
        <Text name="jour" label="Dire ce qui reste au" type="date" typed={typed} faults={faults} />
        <div class="field">
          <label for={fieldId("calendrier")}>Jours fériés</label>
          <select id={fieldId("calendrier")} name="calendrier">
            {Object.entries(calendars).map(([value, label]) => (
              <option key={value} value={value} selected={value === one(typed, "calendrier")}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </details>
      <p class="buttons">
        <button type="submit">Calculer</button>
      </p>
    </form>
  );
}

interface TextProps extends FieldsProps {
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "text";
}

function Text({ name, label, type, typed, faults }: TextProps) {
  const words = faults.get(name);
  const id = fieldId(name);
  const common = {
    id,
    name,
    value: one(typed, name),
    autocomplete: "off",
    "aria-invalid": words !== undefined,
    "aria-describedby": words === undefined ? undefined : `${id}-faute`,
  };
  return (
    <div class={words === undefined ? "field" : "field faulty"}>
      <label for={id}>{label}</label>
      {words !== undefined && (
        <p class="fault" id={`${id}-faute`}>
          {words}
        </p>
      )}
      {type === "date" ? <input {...common} type="date" /> : <input {...common} type="text" inputMode="numeric" />}
    </div>
  );
}

const stateLabels = { running: "court", suspended: "est suspendu", expired: "est écoulé" } as const;

type Answers = Extract<Calculated, { answers: unknown }>["answers"];

/** The usual reading, then the other where it gives another day. */
function Result({ answers, typed }: { readonly answers: Answers; readonly typed: Typed }) {
  const [usual, other] = answers;
  if (usual === undefined) return null;
  const [, { lastDay, state, remainingDays, suspendedDays, walk }] = usual;
  const differs = other !== undefined && other[1].lastDay !== lastDay;
  return (
    <section aria-labelledby="resultat" class="result">
      <h2 id="resultat">Dernier jour</h2>
      <p class="sentence">
        {lastDay === null ? (
          "Aucun dernier jour tant que dure la suspension."
        ) : (
          <>
            <strong>
              <Day date={lastDay} />
            </strong>
            , jusqu'à minuit, heure de Paris.
          </>
        )}
      </p>
      {suspendedDays > 0 && <p>Les suspensions l'éloignent de {days(suspendedDays)}.</p>}
      {state !== undefined && (
        <p>
          Le {longDate(one(typed, "jour") as CivilDate)}, le délai {stateLabels[state]}
          {remainingDays !== undefined && state !== "expired" && ` ; il reste ${days(remainingDays)}`}.
        </p>
      )}
      {differs && other !== undefined && (
        <p>
          Selon l'autre lecture des suspensions, <OtherDay answer={other[1]} />. {readings[usual[0]]}, ou{" "}
          {readings[other[0]].toLowerCase()} : les textes ne le disent pas tous.
        </p>
      )}
      {!differs && suspendedDays > 0 && <p>L'autre lecture des suspensions donne le même dernier jour.</p>}
      {lastDay !== null && (
        <p>
          <a href={`${calculatorFilePath}?${addressOf(typed)}`}>Ajouter à mon agenda</a> ·{" "}
          <a href={`${calculatorPath}?${addressOf(typed)}`}>Lien vers ce calcul</a>
        </p>
      )}
      <h2>Le calcul, pas à pas</h2>
      <Steps walk={walk} />
      {differs && other !== undefined && (
        <details>
          <summary>Le calcul selon l'autre lecture</summary>
          <Steps walk={other[1].walk} />
        </details>
      )}
    </section>
  );
}

const OtherDay = ({ answer: { lastDay } }: { readonly answer: Answer }) =>
  lastDay === null ? <>aucun dernier jour tant que dure la suspension</> : <Day date={lastDay} />;
