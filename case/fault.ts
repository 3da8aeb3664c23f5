/** Faults of form: what is sent isn't written as it should. A code and its parameters; the words are of whoever shows them (ADR 29). */
import { dateInFrench } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { A_KNOWN_DAY, A_KNOWN_INSTANT, FIRST_KNOWN_DAY, LAST_KNOWN_DAY } from "../law/known-days.js";
import { textFormats } from "./text-formats.js";

type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

/** What each code says more precisely. */
interface Parameters {
  required: Record<never, never>;
  "no-such-field": { readonly fields: readonly string[] };
  "wrong-type": { readonly type: JsonType };
  "not-a-choice": { readonly choices: readonly string[] };
  "too-short": { readonly least: number };
  "too-long": { readonly most: number };
  "too-few": { readonly least: number };
  "too-many": { readonly most: number };
  "too-small": { readonly least: number };
  "too-big": { readonly most: number };
  "wrong-shape": { readonly pattern: string };
  "not-a-line": Record<never, never>;
  "not-a-text": Record<never, never>;
  "not-a-day": Record<never, never>;
  "not-an-instant": Record<never, never>;
  "not-a-moment": Record<never, never>;
  "no-date": Record<never, never>;
  "in-the-future": { readonly today: CivilDate };
  "too-early": { readonly first: CivilDate };
  "other-day": { readonly day: CivilDate };
  "no-subject": { readonly kind: string };
  "no-subject-wanted": Record<never, never>;
  "not-to-strike": Record<never, never>;
  "not-json": Record<never, never>;
  "too-heavy": { readonly most: number };
  /** A rule of the API's own, which no page meets. */
  rule: { readonly rule: string };
}

export type FaultCode = keyof Parameters;
export type FaultParameters<Code extends FaultCode> = Parameters[Code];

/** A fault at a JSON pointer. */
export interface Fault<Code extends FaultCode = FaultCode> {
  readonly pointer: string;
  readonly code: Code;
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
}

export const faultAt = <Code extends FaultCode>(
  pointer: string,
  code: Code,
  parameters: FaultParameters<Code>,
): Fault<Code> => ({ pointer, code, parameters: parameters as unknown as Fault["parameters"] });

type Words = { readonly [Code in FaultCode]: (parameters: Parameters[Code]) => string };

const types: Readonly<Record<JsonType, readonly [english: string, french: string]>> = {
  object: ["an object", "un objet"],
  array: ["a list", "une liste"],
  string: ["a text", "un texte"],
  number: ["a number", "un nombre"],
  integer: ["a whole number", "un nombre entier"],
  boolean: ["true or false", "oui ou non"],
  null: ["null", "rien"],
};

const english: Words = {
  required: () => "this field is required",
  "no-such-field": ({ fields }) =>
    fields.length === 0 ? "no such field" : `no such field; the fields are ${fields.join(", ")}`,
  "wrong-type": ({ type }) => `expected ${types[type][0]}`,
  "not-a-choice": ({ choices }) => `expected one of ${choices.join(", ")}`,
  "too-short": ({ least }) =>
    least === 1 ? "expected a text that isn't empty" : `expected at least ${least} characters`,
  "too-long": ({ most }) => `expected at most ${most} characters`,
  "too-few": ({ least }) => `expected at least ${least} in the list`,
  "too-many": ({ most }) => `expected at most ${most} in the list`,
  "too-small": ({ least }) => `expected a number of at least ${least}`,
  "too-big": ({ most }) => `expected a number of at most ${most}`,
  "wrong-shape": ({ pattern }) => `expected a text like ${pattern}`,
  "not-a-line": () => `expected ${textFormats.line.expected}`,
  "not-a-text": () => `expected ${textFormats.text.expected}`,
  "not-a-day": () => `expected ${A_KNOWN_DAY}`,
  "not-an-instant": () => `expected ${A_KNOWN_INSTANT}`,
  "not-a-moment": () => `expected ${A_KNOWN_DAY}, or ${A_KNOWN_INSTANT}`,
  "no-date": () => "expected the legal day of the act (on), or its instant (at, receivedAt)",
  "in-the-future": ({ today }) => `expected a date that isn't in the future (it is ${today} in Paris)`,
  "too-early": ({ first }) => `expected ${first} or later`,
  "other-day": ({ day }) => `expected an instant of the day ${day}, Europe/Paris`,
  "no-subject": ({ kind }) => `expected the ${kind} that the act is about`,
  "no-subject-wanted": () => "expected nothing: this act is about the case itself",
  "not-to-strike": () => "expected the number, or the id, of an accepted act that isn't struck yet",
  "not-json": () => "expected JSON of whole characters and finite numbers, not too deep",
  "too-heavy": ({ most }) => `expected at most ${most} bytes of JSON in UTF-8`,
  rule: ({ rule }) => rule,
};

const several = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? "s" : ""}`;

const french: Words = {
  required: () => "Ce champ est nécessaire.",
  "no-such-field": () => "Ce champ n'existe pas.",
  "wrong-type": ({ type }) => (type === "boolean" ? "Choisissez une réponse." : `Indiquez ${types[type][1]}.`),
  "not-a-choice": () => "Choisissez une réponse.",
  "too-short": ({ least }) => (least === 1 ? "Ce champ est nécessaire." : `Au moins ${several(least, "caractère")}.`),
  "too-long": ({ most }) => `Pas plus de ${several(most, "caractère")}.`,
  "too-few": ({ least }) => `Indiquez-en au moins ${least}.`,
  "too-many": ({ most }) => `Indiquez-en ${most} au plus.`,
  "too-small": ({ least }) => `Indiquez un nombre d'au moins ${least}.`,
  "too-big": ({ most }) => `Indiquez un nombre de ${most} au plus.`,
  "wrong-shape": () => "Cette valeur n'a pas la forme attendue.",
  "not-a-line": () => "Écrivez une seule ligne, sans caractère de commande.",
  "not-a-text": () => "Écrivez un texte, sans caractère de commande.",
  "not-a-day": () =>
    `Indiquez un jour qui existe, entre le ${dateInFrench(FIRST_KNOWN_DAY)} et le ${dateInFrench(LAST_KNOWN_DAY)}.`,
  "not-an-instant": () => "Indiquez un jour et une heure qui existent.",
  "not-a-moment": () => "Indiquez un jour qui existe, ou un jour et une heure.",
  "no-date": () => "Indiquez le jour de l'acte.",
  "in-the-future": ({ today }) => `Indiquez un jour qui n'est pas à venir (nous sommes le ${dateInFrench(today)}).`,
  "too-early": ({ first }) => `Indiquez un jour qui ne précède pas le ${dateInFrench(first)}.`,
  "other-day": ({ day }) => `Indiquez une heure du ${dateInFrench(day)}.`,
  "no-subject": () => "Indiquez de quoi il s'agit.",
  "no-subject-wanted": () => "Cet acte porte sur le dossier lui-même.",
  "not-to-strike": () => "Indiquez le numéro d'un acte enregistré, qui n'est pas déjà écarté.",
  "not-json": () => "Ce qui a été envoyé est illisible.",
  "too-heavy": () => "Ce qui a été envoyé est trop long.",
  rule: () => "Cette valeur ne convient pas.",
};

const worded = (words: Words, { code, parameters }: Fault): string =>
  (words[code] as (parameters: Fault["parameters"]) => string)(parameters);

/** Every code. */
export const faultCodes = Object.keys(english) as readonly FaultCode[];

/** For integrators and logs. */
export const inEnglish = (fault: Fault): string => worded(english, fault);
/** For who reads a page. */
export const inFrench = (fault: Fault): string => worded(french, fault);

/** `/on: expected …`: the fault with its place. */
export const placed = (fault: Fault): string => `${fault.pointer || "/"}: ${inEnglish(fault)}.`;
