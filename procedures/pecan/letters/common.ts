/** Words and sentences that several letters of the PECAN are made of. */
import type { Dated } from "../../../law/citation.js";
import { type CivilDate, isCivilDate } from "../../../law/civil-date.js";
import { deadline } from "../../../law/deadline.js";
import { delayInFrench, years } from "../../../law/delay.js";
import { type Letter as AnyLetter, nothing, type Sentence, say } from "../../letter.js";
import type { Pecan } from "../definition.js";
import * as by from "../sources.js";

export type Letter = AnyLetter<Pecan>;

export const grounds: Readonly<Record<string, string>> = {
  "ce-marking": "le marquage CE dans l'indication",
  "presumed-innovation": "le caractère présumé innovant",
  "simple-technical-evolution": "une simple évolution technique",
  "data-protection": "la protection des données personnelles",
  "interoperability-security": "les référentiels d'interopérabilité et de sécurité",
  "data-export": "l'export des données et les interfaces",
  hosting: "l'hébergement des données de santé",
  "studies-in-progress": "les études en cours",
  "quality-of-care": "la qualité des soins",
  precedent: "une prise en charge anticipée ou un refus antérieur dans l'indication",
  "ansm-measure": "une mesure de l'ANSM",
  cumulation: "le cumul avec une autre prise en charge",
  "not-the-exploitant": "la qualité d'exploitant",
};

export const endGrounds: Readonly<Record<string, string>> = {
  "no-listing-request": "aucune demande d'inscription de droit commun n'a été déposée dans le délai",
  "listing-request-withdrawn": "la demande d'inscription de droit commun a été retirée",
  "listing-refused": "l'inscription de droit commun a été refusée",
  "condition-lost": "une condition de la prise en charge n'est plus remplie",
  "safety-withdrawal": "le dispositif est arrêté pour la sécurité des patients",
  "ansm-measure": "l'ANSM a pris une mesure de police sanitaire",
};

export const inWords = (names: string, words: Readonly<Record<string, string>>): string =>
  names
    .split(" ; ")
    .map((name) => words[name] ?? name)
    .join(" ; ");

export const orUnknown = (write: Sentence, otherwise: Sentence): Sentence => (write === nothing ? otherwise : write);

/** What was asked, line by line. */
export const asked = (letter: Letter): Sentence =>
  letter.has("items") ? say`Éléments demandés : ${letter.list("items")}` : nothing;
export const missing = (letter: Letter): Sentence =>
  letter.list("missing") === "" ? nothing : say`Il manque : ${letter.list("missing")}`;
export const reasons = (letter: Letter): Sentence =>
  letter.text("reasons") === "" ? nothing : say`Motifs : ${letter.text("reasons")}`;

/** What follows a request of the ministers left without a whole answer. */
export const unanswered = say`Sans la totalité des éléments à cette date, la demande est réputée abandonnée, pour toutes ses indications (${by.abandonmentLaw.ref}).`;

/**
 * Decision F2, reading C3. At the ministers' stage `parcours` follows the guide's ten days: each letter of that stage shows the code's
 * thirty, to their last day where the reception is known, and how the operator chooses `css`. Under `css`, nothing.
 */
export function codesThirtyDays(letter: Letter, receivedOn?: CivilDate): Sentence {
  const delay = "ministersInformation";
  const code = letter.otherLengths(delay).find(({ source }) => source.kind === "law");
  if (code === undefined || !atTheMinisters(letter)) return nothing;
  const length = delayInFrench(code.length);
  const thirty =
    receivedOn === undefined
      ? say`${length} depuis la réception de la demande (${code.source.ref})`
      : say`${length}, jusqu'au ${letter.lastDayFrom(delay, receivedOn, code)}`;
  return say`À une demande adressée après les deux avis, ce dossier applique les ${letter.length(delay)} du guide (${letter.rule(delay).source.ref}). Le code donne à tous les stades ${thirty} : un abandon opposé d'ici là est contestable (${by.c3.ref}). L'opérateur du service choisit le texte du code en déposant la demande sous les règles « css » ; un dossier garde les règles de son dépôt.`;
}

/** As the story says it of a request, else from the delays that run. */
const atTheMinisters = (letter: Letter): boolean =>
  letter.text("delay") === "ministersInformation" ||
  (letter.text("delay") !== "furtherInformation" &&
    letter.runs("decision") &&
    !letter.runs("furtherInformation", letter.about));

export const platforms: Readonly<Record<string, string>> = { convergence: "Convergence", sesame: "Sésame" };

export const bothOpinions = (letter: Letter): Sentence => {
  const [ans, cnedimts] = [letter.lastDay("ansOpinion"), letter.lastDay("cnedimtsOpinion")];
  if (ans === undefined || cnedimts === undefined) return nothing;
  return say`L'avis de l'ANS est attendu au plus tard le ${ans} ; celui de la CNEDiMTS, le ${cnedimts}. Un retard n'emporte ni avis ni décision.`;
};

/** The day from which the other reading counts the listing duty (C6): shown where it differs. */
export const sinceTheEffect = (
  letter: Letter,
  duty: "lpprListing" | "latmListing",
  effectiveOn: CivilDate,
): Sentence => {
  const other = letter.lastDayFrom(duty, effectiveOn, {
    length: letter.rule(duty).length,
    source: by.coverageStart,
  });
  return other.date === letter.lastDay(duty)?.date
    ? nothing
    : say`La page Convergence de l'ANS compte ce délai depuis le début de la prise en charge, soit jusqu'au ${other} ; le code le compte depuis la décision, et c'est lui que suit le dossier (${by.c6.ref}).`;
};

export const dutyOf = (letter: Letter): "lpprListing" | "latmListing" =>
  letter.filing.indications.find(({ id }) => id === letter.about)?.list === "latm" ? "latmListing" : "lpprListing";

export const listOf = (letter: Letter): string => (dutyOf(letter) === "latmListing" ? "LATM" : "LPPR");

/** One year from the end of a study, as the Convergence page says it; reading C8 attaches it to another procedure. */
export const yearAfter = (endedOn: string): Dated | undefined => {
  if (!isCivilDate(endedOn)) return undefined;
  const { lastDay } = deadline({ from: endedOn, delay: years(1), roll: "next" });
  return lastDay === null ? undefined : { date: lastDay, source: by.undertakenListing };
};

export const flaggedC8 = say`Cet engagement d'un an figure sur la page Convergence de l'ANS au titre du forfait innovation ; pour une PECAN, ce sont les six ou neuf mois depuis la décision qui obligent (${by.c8.ref}).`;

/** The last day of coverage that the order, or the year, sets. */
export function lastDayCovered(letter: Letter, source: Dated["source"]): Dated {
  const firstDayWithout = letter.day("firstDayWithout");
  return firstDayWithout === undefined ? letter.today(source) : letter.dayBefore(firstDayWithout, source);
}

/** What the applicant owes once coverage has ended. */
export function afterTheEnd(letter: Letter): Sentence {
  if (!letter.toApplicant) return nothing;
  if (letter.text("continuity") === "lifted")
    return say`Le dispositif étant arrêté pour la sécurité des patients, vos engagements cessent, celui de continuité compris (${by.dutiesLiftedLaw.ref}).`;
  const delay = letter.text("continuity") === "shortContinuity" ? "shortContinuity" : "continuity";
  const last = letter.lastDayFrom(delay, lastDayCovered(letter, by.continuityLaw).date);
  return say`Vous devez assurer la continuité des traitements déjà engagés jusqu'au ${last}, aux conditions et montants de la prise en charge anticipée.`;
}
