import type { DelayRule, Ruleset } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days, months, workingDays, years } from "../../law/delay.js";
import * as by from "./sources.js";

/**
 * `parcours` (default): what the official guides say, the law filling what they leave open. `css`: the code's text.
 * They differ on one length (reading C3). Never edited once a case is filed under them: a new text makes a new dated set.
 */
const common = {
  convergenceAccount: {
    length: workingDays(3),
    source: by.step.convergenceAccount,
    otherwise: [{ length: days(3), source: by.c12 }],
  },
  inactivity: {
    length: months(6),
    source: by.step.inactivity,
    otherwise: [{ note: by.c10.quote ?? "", source: by.c10 }],
  },
  // No text fixes it: the general delay of an acknowledgement is shown as a service target.
  acknowledgement: { length: workingDays(10), source: by.civilReceiptLaw },
  ansAnalysis: {
    length: days(60),
    source: by.step.ansEvaluation,
    otherwise: [{ note: by.c1.quote ?? "", source: by.c1 }],
  },
  ansOpinion: {
    length: days(60),
    source: by.ansOpinionLaw,
    otherwise: [
      { length: days(60), note: "depuis la soumission de toutes les preuves", source: by.step.ansEvaluation },
    ],
  },
  cnedimtsOpinion: { length: days(60), source: by.cnedimtsOpinionLaw },
  decision: { length: days(30), source: by.decisionLaw, otherwise: [{ length: days(30), source: by.step.decision }] },
  consultation: { length: days(15), source: by.platformReceptionLaw },
  furtherInformation: { length: days(30), source: by.requestLaw },
  ansInformation: { length: days(30), source: by.step.ansRequest },
  coverageYear: { length: years(1), source: by.coverageLaw },
  lpprListing: {
    length: months(6),
    source: by.listingDutyLaw,
    otherwise: [{ length: months(6), note: "depuis le début de la prise en charge", source: by.coverageStart }],
  },
  latmListing: {
    length: months(9),
    source: by.listingDutyLaw,
    otherwise: [{ length: months(9), note: "depuis le début de la prise en charge", source: by.coverageStart }],
  },
  continuity: { length: months(6), source: by.continuityLaw },
  shortContinuity: { length: days(45), source: by.shortContinuityLaw },
} as const satisfies Record<string, DelayRule>;

type PecanDelay = keyof typeof common | "ministersInformation";

/** Every filing day of the PECAN: the decree entered into force on 1 April 2023. */
const inForce = civilDate("2023-04-01");

export const rulesets: readonly Ruleset<PecanDelay>[] = [
  {
    name: "parcours",
    from: inForce,
    label: "Parcours officiel (G_NIUS, ANS, HAS)",
    delays: {
      ...common,
      ministersInformation: {
        length: days(10),
        source: by.step.ministersRequest,
        otherwise: [
          { length: days(30), source: by.requestLaw },
          { note: by.c3.quote ?? "", source: by.c3 },
        ],
      },
    },
  },
  {
    name: "css",
    from: inForce,
    label: "Code de la sécurité sociale",
    delays: {
      ...common,
      ministersInformation: {
        length: days(30),
        source: by.requestLaw,
        otherwise: [{ length: days(10), source: by.step.ministersRequest }],
      },
    },
  },
];
