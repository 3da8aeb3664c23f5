/** Where a rule comes from. No date is shown to people without one: see `Dated`. */

import { type CivilDate, dayOfMonth, monthOf, yearOf } from "./civil-date.js";

/** A source: a legal text, an official guide, a decision of a court, or our own reading of a conflict of sources. */
export type Citation = {
  readonly kind: "law" | "guide" | "case-law" | "reading";
  /** As people cite it: "CSS R. 162-114, V", "Parcours G_NIUS, étape 11.b". */
  readonly ref: string;
  /** Légifrance identifier of the version of the article: "LEGIARTI000047382395". */
  readonly legiarti?: string;
  /** First day of force of that version. */
  readonly inForceSince?: CivilDate;
  /** The versions before it, the latest first, where it is cited for earlier days: known by their identifiers, their words not obtained. */
  readonly earlier?: readonly EarlierVersion[];
  /** The words relied upon, as published. */
  readonly quote?: string;
  readonly url?: string;
};

export type EarlierVersion = {
  readonly legiarti: string;
  readonly inForceSince: CivilDate;
};

/** What a source of law may carry besides its reference. */
export type CitationDetails = Omit<Citation, "kind" | "ref">;

const law = (ref: string, details: CitationDetails): Citation => ({ kind: "law", ref, ...details });

/** Code de la sécurité sociale: `css("R. 162-114, V")`. */
export const css = (ref: string, details: CitationDetails = {}): Citation => law(`CSS ${ref}`, details);
/** Code de la santé publique. */
export const csp = (ref: string, details: CitationDetails = {}): Citation => law(`CSP ${ref}`, details);
/** Code des relations entre le public et l'administration. */
export const crpa = (ref: string, details: CitationDetails = {}): Citation => law(`CRPA ${ref}`, details);
/** Code de procédure civile: the computation of delays (articles 640 to 642). */
export const cpc = (ref: string, details: CitationDetails = {}): Citation => law(`CPC ${ref}`, details);
/** Code de justice administrative. */
export const cja = (ref: string, details: CitationDetails = {}): Citation => law(`CJA ${ref}`, details);
/** Code du travail. */
export const labour = (ref: string, details: CitationDetails = {}): Citation => law(`Code du travail ${ref}`, details);

/** A step of the official guide "Parcours G_NIUS" with the words relied upon. */
export const parcours = (step: string, quote?: string): Citation => guide(`Parcours G_NIUS, étape ${step}`, quote);

/** Any other official guide or page. */
export const guide = (ref: string, quote?: string, url?: string): Citation => ({
  kind: "guide",
  ref,
  ...(quote === undefined ? {} : { quote }),
  ...(url === undefined ? {} : { url }),
});

/** A decision of a court. */
export const caseLaw = (ref: string, details: CitationDetails = {}): Citation => ({
  kind: "case-law",
  ref,
  ...details,
});

/** A choice between sources that disagree or are silent, by its number in the domain note: `reading("C3", "…")`. */
export const reading = (id: string, text: string): Citation => ({ kind: "reading", ref: `Lecture ${id}`, quote: text });

/** "LEGIARTI000048703007, en vigueur depuis le 1er janvier 2024 ; avant : LEGIARTI000044577372, du 25 décembre 2021, non lue"; empty where no version is known. */
export function versionInFrench({ legiarti, inForceSince, earlier = [] }: Citation): string {
  const since = inForceSince === undefined ? [] : [`en vigueur depuis le ${dateInFrench(inForceSince)}`];
  const read = [...(legiarti === undefined ? [] : [legiarti]), ...since].join(", ");
  const before = earlier.map((one) => `${one.legiarti}, du ${dateInFrench(one.inForceSince)}, non lue`);
  return [...(read === "" ? [] : [read]), ...(before.length === 0 ? [] : [`avant : ${before.join(" ; ")}`])].join(
    " ; ",
  );
}

/** A day together with its source: the only thing that `renderDate` accepts. */
export type Dated = { readonly date: CivilDate; readonly source: Citation };

/** "1er mai 2026 (CSS R. 162-114, V)". */
export const renderDate = (dated: Dated): string => `${dateInFrench(dated.date)} (${dated.source.ref})`;

const MONTHS = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;
const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** "1er mai 2026". For sentences whose source stands beside; a lone date goes through `renderDate`. */
export function dateInFrench(date: CivilDate): string {
  const day = dayOfMonth(date);
  return `${day === 1 ? "1er" : day} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
}

/** "vendredi", from 1 (Monday) to 7 (Sunday). */
export const weekdayInFrench = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7): string => DAYS[weekday - 1] ?? "";
