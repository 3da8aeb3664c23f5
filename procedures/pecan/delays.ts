import type { Delays, OtherReading, RulesetHeading, Transition } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, workingDays, years } from "../../law/delay.js";
import * as by from "./sources.js";

/** Every filing day of the PECAN: the decree entered into force on 1 April 2023. */
const inForce = civilDate("2023-04-01");
const transition: Transition = { rule: "by-request-date", source: by.transitionReading };

/**
 * `parcours` (default): what the official guides say, the law filling what they leave open. `css`: the code's text.
 * They differ on one length (reading C3). Never edited once a case is filed under them: a new text makes a new dated set.
 */
export const rulesets = {
  parcours: { name: "parcours", from: inForce, label: "Parcours officiel (G_NIUS, ANS, HAS)", transition },
  css: { name: "css", from: inForce, label: "Code de la sécurité sociale", transition },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** Reading C6: the guide counts the two listing delays from the start of the coverage. */
const fromCoverage = {
  origin: "coverageYear",
  note: "depuis le début de la prise en charge",
  source: by.coverageStart,
} as const satisfies OtherReading;

/** "À compter de la décision": from the day on which it was notified, as a decision is opposed to whom it concerns. */
const fromNotification = {
  fromAct: "decisionNotified",
  note: "depuis la notification de la décision",
  source: by.listingDutyLaw,
} as const satisfies OtherReading;

/** The earliest day from which the words can be read to count, hence the safest for the company. */
const fromSignature = {
  fromAct: "decisionNotified",
  dayIn: "signedOn",
  note: "depuis la signature de la décision",
  source: by.listingDutyLaw,
} as const satisfies OtherReading;

/** The delays of a PECAN: who bears each, what stops it, what its end does, and how long each text makes it. */
export const delays = {
  convergenceAccount: {
    label: "Ouverture du compte Convergence",
    bearer: "ANS",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: {
      length: workingDays(3),
      start: "la demande de compte",
      source: by.step.convergenceAccount,
      otherwise: [
        { length: days(3), note: "en jours calendaires", source: by.step.convergenceAccount },
        { note: by.c12.quote ?? "", source: by.c12 },
      ],
    },
  },
  inactivity: {
    label: "Inactivité de la candidature",
    bearer: "applicant",
    onExpiry: "lapse",
    restartedBy: ["convergenceDeposited", "conventionSigned", "evidenceSubmitted", "evidenceCompleted"],
    reminders: [60, 30, 7],
    roll: "next",
    rule: {
      length: months(6),
      start: "la dernière activité de l'exploitant",
      source: by.step.inactivity,
      otherwise: [{ note: by.c10.quote ?? "", source: by.c10 }],
    },
  },
  acknowledgement: {
    label: "Accusé de réception des ministres",
    bearer: "ministers",
    onExpiry: "overrun",
    rule: {
      length: workingDays(10),
      start: "la réception de l'envoi de l'intéressé",
      source: by.acknowledgementTarget,
    },
  },
  ansAnalysis: {
    label: "Temps d'analyse de l'ANS",
    bearer: "ANS",
    onExpiry: "overrun",
    suspendedBy: ["furtherInformation", "ansWaiting"],
    informative: true,
    rule: {
      length: days(60),
      start: "la date de soumission de TOUTES les preuves",
      family: "shared",
      source: by.step.ansEvaluation,
      otherwise: [{ note: by.c1.quote ?? "", source: by.c1 }],
    },
  },
  ansOpinion: {
    label: "Avis de l'ANS",
    bearer: "ANS",
    onExpiry: "overrun",
    tells: ["ministers"],
    suspendedBy: ["furtherInformation"],
    rule: {
      length: days(60),
      start: "la délivrance de l'accusé de réception",
      family: "shared",
      source: by.ansOpinionLaw,
      otherwise: [
        {
          length: days(60),
          origin: "ansAnalysis",
          suspendedBy: ["furtherInformation", "ansWaiting"],
          note: "depuis la soumission de toutes les preuves",
          source: by.step.ansEvaluation,
        },
      ],
    },
  },
  cnedimtsOpinion: {
    label: "Avis de la CNEDiMTS",
    bearer: "CNEDiMTS",
    onExpiry: "overrun",
    tells: ["HAS", "ministers"],
    suspendedBy: ["furtherInformation"],
    rule: {
      length: days(60),
      start: "la délivrance de l'accusé de réception",
      family: "shared",
      source: by.cnedimtsOpinionLaw,
    },
  },
  decision: {
    label: "Décision des ministres",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    suspendedBy: ["furtherInformation"],
    rule: {
      length: days(30),
      start: "la réception par les ministres chargés de la santé et de la sécurité sociale du dernier des deux avis",
      family: "shared",
      source: by.decisionLaw,
      otherwise: [
        { length: days(30), source: by.step.decision },
        { note: by.receptionReading.quote ?? "", source: by.receptionReading },
      ],
    },
  },
  consultation: {
    label: "Consultation de la demande mise à disposition",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5],
    rule: { length: days(15), start: "la mise à disposition du document", source: by.platformReceptionLaw },
  },
  receptionProof: {
    label: "Preuve de la réception d'une demande adressée par lettre",
    bearer: "ministers",
    onExpiry: "lapse",
    rule: { length: days(15), start: "l'envoi de la demande", source: by.receptionProof },
  },
  furtherInformation: {
    label: "Renseignements complémentaires (stade des avis)",
    bearer: "applicant",
    metBy: ["furtherInformationReceived"],
    onExpiry: "lapse",
    adverse: true,
    reminders: [10, 3, 1],
    roll: "next",
    rule: { length: days(30), start: "la réception de la demande", source: by.requestLaw },
  },
  ministersInformation: {
    label: "Renseignements complémentaires (stade des ministres)",
    bearer: "applicant",
    metBy: ["furtherInformationReceived"],
    onExpiry: "lapse",
    adverse: true,
    reminders: [5, 1],
    roll: "next",
    rules: {
      parcours: {
        length: days(10),
        start: "la réception de la demande",
        source: by.step.ministersRequest,
        otherwise: [
          { length: days(30), source: by.requestLaw },
          { note: by.c3.quote ?? "", source: by.c3 },
        ],
        enforces: by.c3,
      },
      css: {
        length: days(30),
        start: "la réception de la demande",
        source: by.requestLaw,
        otherwise: [{ length: days(10), source: by.step.ministersRequest }],
      },
    },
  },
  ansInformation: {
    label: "Éléments demandés par l'ANS",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [10, 3],
    roll: "next",
    rule: { length: days(30), start: "la demande de l'ANS", source: by.step.ansRequest },
  },
  coverageYear: {
    label: "Année de prise en charge anticipée",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    conclusive: true,
    reminders: [90, 30, 7],
    alsoReminds: { insurer: [30, 7], prescribers: [30, 7] },
    rule: {
      length: years(1),
      start: "la date d'effet de la prise en charge",
      source: by.coverageLaw,
      otherwise: [
        {
          countsFirstDay: true,
          note: "le premier jour couvert compte : l'année finit la veille",
          source: by.eveReading,
        },
      ],
    },
  },
  orderedEnd: {
    label: "Fin de la prise en charge, au jour que fixe l'arrêté",
    bearer: "ministers",
    onExpiry: "lapse",
    // The order fixes the day; where it says nothing, it is in force the day after its publication (CRPA L. 221-3).
    rule: {
      length: days(0),
      setByAct: "freely",
      start: "la publication de l'arrêté",
      source: by.endByOrderLaw,
    },
  },
  lpprListing: {
    label: "Demande d'inscription sur la LPPR",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [90, 30, 7],
    roll: "next",
    rule: {
      length: months(6),
      start: "la décision de prise en charge anticipée",
      source: by.listingDutyLaw,
      otherwise: [
        { length: months(6), ...fromCoverage },
        { length: months(6), ...fromNotification },
        { length: months(6), ...fromSignature },
      ],
      enforces: by.c6,
    },
  },
  latmListing: {
    label: "Demande d'inscription sur la LATM",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [90, 30, 7],
    roll: "next",
    rule: {
      length: months(9),
      start: "la décision de prise en charge anticipée",
      source: by.listingDutyLaw,
      otherwise: [
        { length: months(9), ...fromCoverage },
        { length: months(9), ...fromNotification },
        { length: months(9), ...fromSignature },
      ],
      enforces: by.c6,
    },
  },
  penaltyObservations: {
    label: "Observations sur la pénalité envisagée",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [5, 1],
    roll: "next",
    rule: { length: days(20), start: "la réception de cette information", source: by.penaltyObservationsLaw },
  },
  turnover: {
    label: "Déclaration du chiffre d'affaires",
    bearer: "applicant",
    onExpiry: "lapse",
    adverse: true,
    reminders: [5, 1],
    roll: "next",
    rule: { length: days(20), start: "la réception de cette information", source: by.turnoverLaw },
  },
  penaltyHearingRequest: {
    label: "Demande d'audition sur la pénalité envisagée",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [2],
    roll: "next",
    rule: { length: days(8), start: "la réception de cette information", source: by.penaltyHearingRequestLaw },
  },
  penaltyHearing: {
    label: "Audition sur la pénalité envisagée",
    bearer: "ministers",
    onExpiry: "overrun",
    tells: ["applicant"],
    rule: { length: days(45), start: "la réception de cette demande", source: by.penaltyHearingLaw },
  },
  penaltyPayment: {
    label: "Paiement de la pénalité",
    bearer: "applicant",
    onExpiry: "overrun",
    tells: ["ministers"],
    reminders: [7],
    roll: "next",
    rule: { length: months(1), start: "cette notification", source: by.penaltyPaymentLaw },
  },
  continuity: {
    label: "Continuité des traitements après la fin de la prise en charge",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [30],
    rule: { length: months(6), start: "l'arrêt de cette prise en charge", source: by.continuityLaw },
  },
  shortContinuity: {
    label: "Continuité des traitements après un refus d'inscription",
    bearer: "applicant",
    onExpiry: "lapse",
    reminders: [15],
    rule: { length: days(45), start: "l'arrêt de cette prise en charge", source: by.shortContinuityLaw },
  },
} as const satisfies Delays<keyof typeof rulesets>;
