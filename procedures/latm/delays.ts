import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, years } from "../../law/delay.js";
import { newCertificateDelay } from "../certificate.js";
import { delistingDelays } from "../delisting.js";
import * as by from "./sources.js";

export const rulesets = {
  css: { name: "css", from: civilDate("2026-01-01"), label: "Code de la sécurité sociale" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

const start = "l'accusé de réception délivré par les ministres";

/** The delays of the LATM: who bears each, what stops it, what its end does, and how long the code makes it, under a PECAN or not. */
export const delays = {
  opinion: {
    label: "Avis de la CNEDiMTS",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers", "applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    // R. 162-81, al. 2 stops both delays, whichever authority asked, and cites both: not the family B of R. 162-76, V.
    rule: { length: days(90), start, family: "shared", source: by.opinionLaw },
  },
  pecanOpinion: {
    label: "Avis de la CNEDiMTS (activité en prise en charge anticipée)",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers", "applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    rule: { length: days(70), start, family: "shared", source: by.pecanOpinionLaw },
  },
  decision: {
    label: "Décision d'inscription",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    rule: { length: days(120), start, family: "shared", source: by.decisionLaw },
  },
  pecanDecision: {
    label: "Décision d'inscription (activité en prise en charge anticipée)",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    rule: { length: days(90), start, family: "shared", source: by.pecanDecisionLaw },
  },
  information: {
    label: "Renseignements complémentaires",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    metBy: ["informationReceived"],
    reminders: [5, 1],
    roll: "next",
    rule: { length: days(10), setByAct: "freely", start: "la notification", source: by.informationLaw },
  },
  pecanInformation: {
    label: "Renseignements complémentaires (activité en prise en charge anticipée)",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    metBy: ["informationReceived"],
    reminders: [5, 1],
    roll: "next",
    rule: { length: days(10), start: "la notification", source: by.pecanInformationLaw },
  },
  draftAnswer: {
    label: "Observations ou demande d'audition sur le projet d'avis",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [3, 1],
    roll: "next",
    rule: { length: days(10), start: "la réception de ce projet", source: by.draftLaw },
  },
  hearing: {
    label: "Audition par la commission",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(45), start: "la réception de la demande", source: by.hearingLaw },
  },
  shortHearing: {
    label: "Audition par la commission, délai réduit",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: months(1), start: "la réception de la demande", source: by.shortHearingLaw },
  },
  term: {
    label: "Durée d'inscription",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    conclusive: true,
    rule: {
      length: years(5),
      setByAct: "at-most",
      start: "la date d'effet de l'inscription",
      source: by.termLaw,
      otherwise: [
        {
          countsFirstDay: true,
          note: "le premier jour inscrit compte : la durée finit la veille",
          source: by.eveReading,
        },
      ],
    },
  },
  renewalRequest: {
    label: "Demande de renouvellement",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [90, 30, 7],
    rule: { length: days(-120), start: "l'expiration de la durée d'inscription", source: by.renewalRequestLaw },
  },
  renewalOpinion: {
    label: "Avis de la CNEDiMTS sur le renouvellement",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers"],
    rule: { length: days(90), start, source: by.renewalOpinionLaw },
  },
  ...newCertificateDelay(by),
  ...delistingDelays(by),
  lineHearingRequest: {
    label: "Demande d'audition sur le projet de ligne générique",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [2],
    roll: "next",
    rule: { length: days(8), start: "l'avis publié au Journal officiel", source: by.lineHearingRequestLaw },
  },
  lineObservations: {
    label: "Observations sur le projet de ligne générique",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(20), start: "l'avis publié au Journal officiel", source: by.lineObservationsLaw },
  },
  lineHearing: {
    label: "Audition sur le projet de ligne générique",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(45), start: "la réception de la demande", source: by.lineHearingLaw },
  },
  lineOpinion: {
    label: "Avis sur le projet de ligne générique",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers"],
    rule: { length: days(20), start: "les vingt jours, ou la dernière audition", source: by.lineOpinionLaw },
  },
  secondLineObservations: {
    label: "Observations sur le nouvel avis de projet",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [3],
    roll: "next",
    rule: { length: days(10), start: "le nouvel avis publié au Journal officiel", source: by.secondLineLaw },
  },
  secondLineOpinion: {
    label: "Nouvel avis sur le projet de ligne générique",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["ministers"],
    rule: { length: days(20), start: "l'expiration des dix jours", source: by.secondLineOpinionLaw },
  },
} as const satisfies Delays<keyof typeof rulesets>;
