/** What the calculator's page asks: fields that a person fills, and the one query that they spell. */
import { type Answer, calculate, type Faults } from "../../law/calculator.js";
import { itemsOf, one, type Typed } from "../acting/given.js";

/** In what a delay is counted: the letter of its duration, and how its days are counted. */
export const units = {
  jours: { label: "jours", letter: "D", days: "calendar" },
  ouvres: { label: "jours ouvrés", letter: "D", days: "working" },
  ouvrables: { label: "jours ouvrables", letter: "D", days: "ouvrable" },
  francs: { label: "jours francs", letter: "D", days: "clear" },
  semaines: { label: "semaines", letter: "W", days: "calendar" },
  mois: { label: "mois", letter: "M", days: "calendar" },
  ans: { label: "ans", letter: "Y", days: "calendar" },
} as const;

export const calendars = { fr: "France", "fr-alsace-moselle": "Alsace-Moselle" } as const;

/** How suspensions are counted: two readings of "il restait D − N jours" and "à compter de … jusqu'à". */
export const readings = {
  "half-open": "Le jour de la notification n'est pas suspendu",
  inclusive: "Le jour de la notification est suspendu aussi",
} as const;
export type Reading = keyof typeof readings;

const spanList = { type: "array", maxItems: 20 } as const;

/** How many suspensions the page has room for. */
export const spans = (typed: Typed): number => Math.min(20, itemsOf(typed, "suspensions", spanList));

/** The query of the calculator, by one reading; what can't be read is left as it was typed, for the calculator to refuse. */
export function queryOf(typed: Typed, counting: Reading): Record<string, unknown> {
  const unit = Object.hasOwn(units, one(typed, "unite"))
    ? units[one(typed, "unite") as keyof typeof units]
    : units.jours;
  const suspensions = Array.from({ length: spans(typed) }, (_, i) => ({
    from: one(typed, `suspensions/${i}/du`),
    to: one(typed, `suspensions/${i}/au`) || null,
  })).filter(({ from, to }) => from !== "" || to !== null);
  const calendar = one(typed, "calendrier");
  const at = one(typed, "jour");
  return {
    from: one(typed, "depuis"),
    delay: `P${one(typed, "nombre").trim()}${unit.letter}`,
    days: unit.days,
    roll: one(typed, "report") === "oui" ? "next" : "none",
    ...(calendar !== "" && { calendar }),
    suspensions,
    counting,
    ...(at !== "" && { at }),
  };
}

/** The answers of both readings, the usual one first, or what is wrong. */
export type Calculated = { readonly answers: readonly (readonly [Reading, Answer])[] } | { readonly faults: Faults };

export function calculated(typed: Typed): Calculated {
  const answers: [Reading, Answer][] = [];
  for (const reading of Object.keys(readings) as Reading[]) {
    const answer = calculate(queryOf(typed, reading));
    if ("problem" in answer) return { faults: answer.problem.errors };
    answers.push([reading, answer]);
  }
  return { answers };
}

/** The field of the page that a pointer of the query is about, and what it must hold. */
export function faultAt(pointer: string): { readonly field: string; readonly words: string } {
  const [, name = "", index, part] = pointer.split("/");
  if (name === "delay")
    return { field: "nombre", words: "Indiquez un nombre entier de jours, de semaines, de mois ou d'ans." };
  if (name === "suspensions") {
    const field = `suspensions/${index}/${part === "to" ? "au" : "du"}`;
    return {
      field,
      words:
        part === "to" ? "Une suspension finit le jour où elle commence, ou après." : "Indiquez un jour qui existe.",
    };
  }
  const fields: Readonly<Record<string, string>> = { from: "depuis", at: "jour", calendar: "calendrier" };
  const known = fields[name];
  if (known === undefined) return { field: "nombre", words: "Le dernier jour sort des années 1583 à 9999." };
  return { field: known, words: "Indiquez un jour qui existe, de 1583 à 9999." };
}
