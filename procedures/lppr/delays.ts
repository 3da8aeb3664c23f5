import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, years } from "../../law/delay.js";
import { newCertificateDelay } from "../certificate.js";
import { delistingDelays } from "../delisting.js";
import * as by from "./sources.js";

export const rulesets = {
  css: { name: "css", from: civilDate("2025-03-20"), label: "Code de la sécurité sociale" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

const start = "la réception de la demande présentée par le fabricant ou le distributeur";
const eve = {
  countsFirstDay: true,
  note: "le premier jour inscrit compte : la durée finit la veille",
  source: by.eveReading,
} as const;

/** The delays of the LPPR: who bears each, what stops it, what its end does, and how long the code makes it. */
export const delays = {
  listingDecision: {
    label: "Décision d'inscription",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [30, 10],
    rule: { length: days(180), start, family: "late-start", source: by.decisionLaw },
  },
  tariffDecision: {
    label: "Décision de tarif",
    bearer: "CEPS",
    onExpiry: "overrun",
    tells: ["applicant", "ministers"],
    suspendedBy: ["furtherInformation"],
    reminders: [30, 10],
    rule: { length: days(180), start, family: "late-start", source: by.decisionLaw },
  },
  opinionAnswer: {
    label: "Observations ou demande d'audition",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [3, 1],
    roll: "next",
    rule: { length: days(10), start: "la réception de cet avis", source: by.opinionAnswerLaw },
  },
  hearing: {
    label: "Audition par la commission",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: {
      length: days(45),
      start: "la réception de la demande du fabricant ou du distributeur par la commission",
      source: by.hearingLaw,
    },
  },
  shortHearing: {
    label: "Audition par la commission, délai réduit",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: months(1), start: "la réception de la demande", source: by.shortHearingLaw },
  },
  term: {
    label: "Durée d'inscription (marque ou nom commercial)",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    conclusive: true,
    rule: {
      length: years(5),
      setByAct: "at-most",
      start: "la date d'effet de l'inscription",
      source: by.brandTermLaw,
      otherwise: [eve],
    },
  },
  genericTerm: {
    label: "Durée d'inscription (description générique)",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    conclusive: true,
    rule: {
      length: years(10),
      setByAct: "at-most",
      start: "la date d'effet de l'inscription",
      source: by.genericTermLaw,
      otherwise: [eve],
    },
  },
  renewalRequest: {
    label: "Demande de renouvellement",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [90, 30, 7],
    rule: { length: days(-180), start: "l'expiration de la durée d'inscription", source: by.renewalRequestLaw },
  },
  ...newCertificateDelay(by),
  ...delistingDelays(by),
  changeHearingRequest: {
    label: "Demande d'audition sur la modification envisagée",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [2],
    roll: "next",
    rule: { length: days(8), start: "l'information du fabricant", source: by.projectHearingRequestLaw },
  },
  changeObservations: {
    label: "Observations sur la modification envisagée",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(20), start: "l'information du fabricant", source: by.projectObservationsLaw },
  },
  changeHearing: {
    label: "Audition sur la modification envisagée",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(45), start: "la réception de la demande", source: by.projectHearingLaw },
  },
  changeOpinion: {
    label: "Avis sur la modification envisagée",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers"],
    rule: { length: days(20), start: "l'issue de la phase contradictoire", source: by.projectOpinionLaw },
  },
  tariffAnswer: {
    label: "Observations ou demande d'audition sur le tarif envisagé",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(20), start: "l'information du fabricant", source: by.projectPriceLaw },
  },
  tariffHearing: {
    label: "Audition par le CEPS",
    bearer: "CEPS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(35), start: "la réception de la demande", source: by.projectPriceHearingLaw },
  },
  tariffChange: {
    label: "Décision sur la modification du tarif",
    bearer: "CEPS",
    onExpiry: "lapse",
    suspendedBy: ["tariffInformation"],
    reminders: [30, 7],
    rule: {
      length: days(90),
      start: "la réception de la demande par le comité économique des produits de santé",
      family: "late-start",
      source: by.tariffChangeLaw,
    },
  },
} as const satisfies Delays<keyof typeof rulesets>;
