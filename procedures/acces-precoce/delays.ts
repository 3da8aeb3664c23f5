import type { DelayRule, Delays, RulesetHeading, TextRule } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, weeks, years } from "../../law/delay.js";
import * as by from "./sources.js";

/** Never edited once a case is filed under them. A text that is read one day makes a new dated set. */
export const rulesets = {
  readText: {
    name: "csp",
    from: civilDate("2021-07-01"),
    label: "Code de la santé publique, texte du 1er juillet 2021",
  },
  // The day of the amendment of 2022 wasn't read: from the first day of that year, a person decides.
  laterTexts: {
    name: "csp",
    from: civilDate("2022-01-01"),
    label: "Code de la santé publique, textes de 2022 et suivants : silences non lus",
  },
  // LFSS 2023: the ANSM's opinion is asked for "en l'absence d'avis favorable" of the CHMP.
  chmp: {
    name: "csp",
    from: civilDate("2022-12-25"),
    label:
      "Code de la santé publique, texte du 25 décembre 2022 : l'avis favorable du CHMP dispense de celui de l'ANSM",
  },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** What the silence of the HAS is worth: the text grants, the text rejects, or it says nothing that was read. */
export type SilenceEffect = "grant" | "reject" | "person";

/** The situations in which the examination can end without a decision (A5, A6). */
export type Situation =
  | "preAmmFavourable" // an ANSM opinion attesting a strong presumption came in time
  | "preAmmWithout" // no ANSM opinion in time
  | "preAmmUnfavourable" // an unfavourable one
  | "preAmmWaived" // the CHMP's favourable opinion stood in for the ANSM's, under a text that says so
  | "postAmm" // the drug has its AMM: no ANSM opinion conditions the decision
  | "other"; // new data, a modification, continuity: no text on silence was read

type Effects<S extends Situation> = Readonly<Record<S, TextRule & { readonly effect: SilenceEffect }>>;
/** Where no text waives the ANSM's opinion, it is never waived. */
type Silence = Effects<Exclude<Situation, "preAmmWaived">> & Partial<Effects<"preAmmWaived">>;

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

/** What must come before the decision, as each text says. */
type Required = "always-before-amm" | "unless-chmp-favourable";
const unlessChmp = {
  ansmOpinion: { effect: "unless-chmp-favourable" satisfies Required, source: by.chmpLaw },
};

const examination = (silence: Silence, requires?: DelayRule["requires"]): DelayRule => ({
  length: months(3),
  extension: months(1),
  family: "shared",
  silence,
  ...(requires !== undefined && { requires }),
  source: by.decisionLaw,
  enforces: by.c11,
  otherwise: [
    { length: days(90), source: by.review.ninetyDays },
    { note: by.c11.quote ?? "", source: by.c11 },
    { note: "prolongé d'un mois quand les demandes sont exceptionnellement nombreuses", source: by.extensionLaw },
  ],
});

/** The delays: who bears each, what stops it, what its end does, and how long each text makes it. */
export const delays = {
  examination: {
    label: "Décision de la HAS",
    bearer: "HAS",
    onExpiry: "lapse",
    adverse: true,
    suspendedBy: ["furtherInformation"],
    extendedBy: ["examinationExtended"],
    reminders: [30, 10, 3],
    rules: {
      readText: examination(asReadIn2021),
      laterTexts: examination(notRead),
      chmp: examination({ ...notRead, preAmmWaived: { effect: "person", source: by.silenceOfTheWaived } }, unlessChmp),
    },
  },
  information: {
    label: "Renseignements demandés par la HAS",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [10, 3, 1],
    roll: "next",
    rule: { length: days(45), setByAct: "at-most", source: by.requestLaw },
  },
  authorisation: {
    label: "Autorisation d'accès précoce",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [30, 7],
    alsoReminds: { prescribers: [30, 7] },
    rule: { length: years(1), setByAct: "at-most", source: by.termLaw },
  },
  prolongation: {
    label: "Prolongation de l'autorisation pendant l'examen de son renouvellement",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    suspendedBy: ["furtherInformation"],
    extendedBy: ["examinationExtended"],
    reminders: [30, 7],
    alsoReminds: { HAS: [30, 7], prescribers: [30, 7] },
    // Counted from the first day of the period: its length, then the delays of the examination.
    rule: {
      length: { ...years(1), months: 3 },
      setByAct: "at-most",
      extension: months(1),
      family: "shared",
      source: by.prolongationLaw,
      otherwise: [
        { counting: "inclusive", note: "premier et dernier jours d'une suspension comptés", source: by.a10 },
        { note: by.a10.quote ?? "", source: by.a10 },
      ],
      enforces: by.a10,
    },
  },
  renewalRequest: {
    label: "Demande de renouvellement",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [60, 30, 7],
    rule: { length: months(-3), source: by.renewalLaw },
  },
  ammFiling: {
    label: "Dépôt de la demande d'AMM",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["HAS", "ANSM"],
    reminders: [90, 30],
    roll: "next",
    rule: { length: years(2), setByAct: "at-most", source: by.ammFilingLaw },
  },
  listingRequest: {
    label: "Demande d'inscription après l'AMM",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["HAS", "ministers"],
    reminders: [14, 3],
    roll: "next",
    rule: { length: months(1), source: by.listingDutyLaw },
  },
  synthesisReport: {
    label: "Rapport de synthèse du PUT-RD",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["HAS"],
    reminders: [30, 7],
    roll: "next",
    rule: {
      length: years(1),
      setByAct: "freely",
      source: by.reportLaw,
      otherwise: [{ note: by.a18.quote ?? "", source: by.a18 }],
    },
  },
  authorisationSuspension: {
    label: "Suspension de l'autorisation",
    bearer: "HAS",
    onExpiry: "lapse",
    reminders: [15],
    rule: { length: months(3), setByAct: "at-most", source: by.suspensionLaw },
  },
  holderWithdrawal: {
    label: "Retrait demandé par le titulaire",
    bearer: "HAS",
    onExpiry: "lapse",
    reminders: [10],
    rule: { length: months(1), source: by.holderWithdrawalLaw },
  },
  orderedEnd: {
    label: "Fin de la prise en charge, au jour que fixe l'arrêté",
    bearer: "ministers",
    onExpiry: "lapse",
    // The order fixes the day; where it says nothing, it is in force the day after its publication (CRPA L. 221-3).
    rule: { length: days(0), setByAct: "freely", source: by.endByOrderLaw },
  },
  continuity: {
    label: "Continuité des traitements",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [30],
    rule: { length: years(1), source: by.continuityLaw },
  },
  lastConditions: {
    label: "Dernières conditions de prise en charge",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [30],
    rule: { length: months(3), source: by.lastConditionsLaw },
  },
  penaltyObservations: {
    label: "Observations sur la pénalité",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(20), source: by.penaltyProcedureLaw },
  },
  penaltyHearingRequest: {
    label: "Demande d'audition sur la pénalité",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [3],
    roll: "next",
    rule: { length: days(8), source: by.penaltyHearingRequestLaw },
  },
  penaltyHearing: {
    label: "Audition sur la pénalité",
    bearer: "CEPS",
    onExpiry: "overrun",
    tells: ["applicant", "ministers"],
    rule: { length: days(45), source: by.penaltyHearingLaw },
  },
  penaltyTurnover: {
    label: "Chiffre d'affaires nécessaire à la pénalité",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(20), source: by.turnoverLaw },
  },
  penaltyFormalNotice: {
    label: "Chiffre d'affaires après mise en demeure",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["ministers", "CEPS"],
    roll: "next",
    rule: { length: days(15), source: by.formalNoticeLaw },
  },
  penaltyPayment: {
    label: "Versement de la pénalité",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["ministers", "CEPS"],
    reminders: [7],
    roll: "next",
    rule: { length: months(1), source: by.penaltyPaymentLaw },
  },
  yearlyDeclaration: {
    label: "Déclaration annuelle au CEPS (15 février)",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["CEPS"],
    reminders: [30, 7],
    roll: "next",
    // 15 February, counted from 31 December.
    rule: { length: days(46), source: by.declarationLaw },
  },
  listeEnSus: {
    label: "Demande de liste en sus",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: weeks(2), source: by.listeEnSusLaw },
  },
  listingDecision: {
    label: "Décision d'inscription de droit commun",
    bearer: "ministers",
    onExpiry: "overrun",
    suspendedBy: ["listingInformation"],
    tells: ["applicant"],
    rule: { length: days(180), family: "late-start", source: by.listingLaw },
  },
  listingObservations: {
    label: "Observations sur le projet d'avis",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [3],
    roll: "next",
    rule: { length: days(10), source: by.listingHearingLaw },
  },
  listingHearing: {
    label: "Audition sur le projet d'avis",
    bearer: "CT",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(45), source: by.listingHearingLaw },
  },
  followUp: {
    label: "Suivi statistique d'une demande refusée",
    bearer: "HAS",
    onExpiry: "lapse",
    informative: true,
    rule: { length: months(24), source: by.followUp },
  },
} as const satisfies Delays<keyof typeof rulesets>;
