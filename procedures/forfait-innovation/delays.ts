import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, years } from "../../law/delay.js";
import * as by from "./sources.js";

export const rulesets = {
  css: { name: "css", from: civilDate("2021-12-25"), label: "Code de la sécurité sociale" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

const given = [{ note: by.givenReading.quote ?? "", source: by.givenReading }];

/** The delays of the forfait innovation. Nothing stops any of them: the time given to the applicant is added (family E). */
export const delays = {
  admissibility: {
    label: "Recevabilité de la demande",
    bearer: "HAS",
    onExpiry: "overrun",
    tells: ["applicant", "ministers"],
    rule: { length: days(15), start: "la réception de la demande", source: by.admissibilityLaw },
  },
  opinion: {
    label: "Avis de la HAS",
    bearer: "HAS",
    onExpiry: "overrun",
    tells: ["applicant", "ministers"],
    suspendedBy: ["protocol"],
    reminders: [15],
    rule: {
      length: days(75),
      start: "l'accusé de réception de la demande complète",
      family: "additive",
      source: by.opinionLaw,
      otherwise: given,
    },
  },
  protocol: {
    label: "Modification du protocole demandée par la HAS",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [10, 3, 1],
    roll: "next",
    rule: { length: days(30), start: "la réception de la demande", source: by.requestLaw },
  },
  amendment: {
    label: "Mise en conformité du protocole avec les observations",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [10, 3, 1],
    roll: "next",
    rule: { length: days(30), start: "la réception de l'avis", source: by.amendmentLaw },
  },
  secondOpinion: {
    label: "Nouvel avis de la HAS",
    bearer: "HAS",
    onExpiry: "overrun",
    tells: ["applicant", "ministers"],
    reminders: [10],
    rule: { length: days(30), start: "la réception des éléments modifiés", source: by.secondOpinionLaw },
  },
  ministers: {
    label: "Examen par les ministres (premier avis favorable)",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    rule: {
      length: days(75),
      start: "la date à laquelle l'avis est rendu public",
      family: "additive",
      source: by.firstExaminationLaw,
      otherwise: given,
    },
  },
  ministersAfterSecond: {
    label: "Examen par les ministres (deuxième avis favorable)",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    reminders: [15],
    rule: {
      length: days(45),
      start: "la date à laquelle l'avis est rendu public",
      family: "additive",
      source: by.secondExaminationLaw,
      otherwise: given,
    },
  },
  information: {
    label: "Éléments complémentaires sollicités par les ministres",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    metBy: ["informationReceived"],
    reminders: [5, 1],
    roll: "next",
    rule: { length: days(30), setByAct: "at-most", start: "la réception de la demande", source: by.elementsLaw },
  },
  silence: {
    label: "Décision expresse",
    bearer: "ministers",
    onExpiry: "lapse",
    adverse: true,
    suspendedBy: ["protocol", "furtherInformation"],
    restartedBy: ["requestCompleted"],
    metBy: ["coverageDecided"],
    reminders: [30, 10],
    rule: {
      length: days(195),
      start: "la réception de la demande",
      family: "additive",
      source: by.silenceLaw,
      otherwise: [...given, { note: by.completedReading.quote ?? "", source: by.completedReading }],
    },
  },
  coverage: {
    label: "Prise en charge au forfait",
    bearer: "ministers",
    onExpiry: "lapse",
    conclusive: true,
    reminders: [90, 30],
    rule: {
      length: months(12),
      setByAct: "freely",
      start: "la date d'effet de l'arrêté",
      source: by.durationLaw,
    },
  },
  listingEffect: {
    label: "Arrêt du forfait, au jour où l'inscription prend effet",
    bearer: "ministers",
    onExpiry: "lapse",
    rule: {
      length: days(0),
      setByAct: "freely",
      start: "la publication de l'inscription",
      source: by.endByListingLaw,
    },
  },
  lpprRequest: {
    label: "Demande d'inscription sur la LPPR",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [90, 30, 7],
    roll: "next",
    rule: { length: years(1), start: "la fin de l'étude", source: by.listingDutyLaw },
  },
  penaltyObservations: {
    label: "Observations sur la pénalité envisagée",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    roll: "next",
    rule: { length: days(15), setByAct: "freely", start: "la réception de l'information", source: by.penaltyLaw },
  },
} as const satisfies Delays<keyof typeof rulesets>;
