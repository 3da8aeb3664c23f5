import type { DelayRule, Ruleset, SilenceRule } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, weeks, years } from "../../law/delay.js";
import * as by from "./sources.js";

/** What the silence of the HAS is worth: the text grants, the text rejects, or it says nothing that was read. */
export type SilenceEffect = "grant" | "reject" | "person";

/** The situations in which the examination can end without a decision (A5, A6). */
export type Situation =
  | "preAmmFavourable" // an ANSM opinion attesting a strong presumption came in time
  | "preAmmWithout" // no ANSM opinion in time
  | "preAmmUnfavourable" // an unfavourable one
  | "postAmm" // the drug has its AMM: no ANSM opinion conditions the decision
  | "other"; // new data, a modification, continuity: no text on silence was read

type Silence = Readonly<Record<Situation, SilenceRule & { readonly effect: SilenceEffect }>>;

/** R. 5121-69, II, A, text of 1 July 2021: acceptance if a favourable ANSM opinion came "dans ce même délai", else rejection. */
const asReadIn2021: Silence = {
  preAmmFavourable: { effect: "grant", source: by.silenceLaw },
  preAmmWithout: { effect: "reject", source: by.silenceLaw },
  preAmmUnfavourable: { effect: "reject", source: by.silenceLaw },
  postAmm: { effect: "person", source: by.a6 },
  other: { effect: "person", source: by.a6 },
};

/** Texts that were not read decide nothing by machine. */
const notRead: Silence = {
  preAmmFavourable: { effect: "person", source: by.laterTexts },
  preAmmWithout: { effect: "person", source: by.laterTexts },
  preAmmUnfavourable: { effect: "person", source: by.laterTexts },
  postAmm: { effect: "person", source: by.a6 },
  other: { effect: "person", source: by.a6 },
};

const common = {
  information: { length: days(45), setByAct: "at-most", source: by.requestLaw },
  authorisation: { length: years(1), setByAct: "at-most", source: by.termLaw },
  renewalRequest: { length: months(-3), source: by.renewalLaw },
  ammFiling: { length: years(2), setByAct: "at-most", source: by.ammFilingLaw },
  listingRequest: { length: months(1), source: by.listingDutyLaw },
  synthesisReport: {
    length: years(1),
    setByAct: "freely",
    source: by.reportLaw,
    otherwise: [{ note: by.a18.quote ?? "", source: by.a18 }],
  },
  authorisationSuspension: { length: months(3), setByAct: "at-most", source: by.suspensionLaw },
  holderWithdrawal: { length: months(1), source: by.holderWithdrawalLaw },
  continuity: { length: years(1), source: by.continuityLaw },
  lastConditions: { length: months(3), source: by.lastConditionsLaw },
  penaltyObservations: { length: days(20), source: by.penaltyProcedureLaw },
  penaltyHearingRequest: { length: days(8), source: by.penaltyProcedureLaw },
  penaltyHearing: { length: days(45), source: by.penaltyProcedureLaw },
  penaltyTurnover: { length: days(15), source: by.penaltyProcedureLaw },
  penaltyPayment: { length: months(1), source: by.penaltyLaw },
  /** 15 February, counted from 31 December. */
  yearlyDeclaration: { length: days(46), source: by.declarationLaw },
  listeEnSus: { length: weeks(2), source: by.listeEnSusLaw },
  listingDecision: { length: days(180), source: by.listingLaw },
  listingObservations: { length: days(10), source: by.listingHearingLaw },
  listingHearing: { length: days(45), source: by.listingHearingLaw },
  followUp: { length: months(24), source: by.followUp },
} as const satisfies Record<string, DelayRule>;

const examination = (silence: Silence): DelayRule => ({
  length: months(3),
  extension: months(1),
  silence,
  source: by.decisionLaw,
  enforces: by.c11,
  otherwise: [
    { length: days(90), source: by.review.ninetyDays },
    { note: by.c11.quote ?? "", source: by.c11 },
    { note: "prolongé d'un mois quand les demandes sont exceptionnellement nombreuses", source: by.extensionLaw },
  ],
});

export type AccesPrecoceDelay = keyof typeof common | "examination";

/** Never edited once a case is filed under them. A text that is read one day makes a new dated set. */
export const rulesets: readonly Ruleset<AccesPrecoceDelay>[] = [
  {
    name: "csp",
    from: civilDate("2021-07-01"),
    label: "Code de la santé publique, texte du 1er juillet 2021",
    delays: { ...common, examination: examination(asReadIn2021) },
  },
  {
    // The day of the amendment of 2022 wasn't read: from the first day of that year, a person decides.
    name: "csp",
    from: civilDate("2022-01-01"),
    label: "Code de la santé publique, textes de 2022 et suivants : silences non lus",
    delays: { ...common, examination: examination(notRead) },
  },
];
