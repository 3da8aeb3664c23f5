import type { Delays, RulesetHeading } from "../../case/definition.js";
import { civilDate } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import * as by from "./sources.js";

export const rulesets = {
  css: { name: "css", from: civilDate("2024-01-01"), label: "Code de la sécurité sociale" },
} as const satisfies Readonly<Record<string, RulesetHeading>>;

/** "À compter de la date de cette notification et jusqu'à la date de réception": both days, the reading of the later rejection. */
const stopped = { family: "own", counting: "inclusive" } as const;
const start = "l'accusé de réception, délivré par l'ANS";
/** R. 162-76, V: only the ANS asks, and only its own delay stops. */
const validation = {
  bearer: "ANS",
  onExpiry: "lapse",
  adverse: true,
  suspendedBy: ["furtherInformation"],
  reminders: [15, 5],
} as const;
const information = {
  bearer: "applicant",
  onExpiry: "lapse",
  adverse: true,
  metBy: ["informationReceived"],
  reminders: [5, 1],
  roll: "next",
} as const;

/** The delays of a certificate, by the list that is aimed at: two articles say the same in the same words. */
export const delays = {
  validation: {
    label: "Décision de validation",
    ...validation,
    rule: { length: days(60), start, ...stopped, source: by.decisionLaw },
  },
  lpprValidation: {
    label: "Décision de validation (LPPR)",
    ...validation,
    rule: { length: days(60), start, ...stopped, source: by.lpprDecisionLaw },
  },
  information: {
    label: "Renseignements complémentaires",
    ...information,
    rule: { length: days(10), setByAct: "freely", start: "la notification", source: by.informationLaw },
  },
  lpprInformation: {
    label: "Renseignements complémentaires (LPPR)",
    ...information,
    rule: { length: days(10), setByAct: "freely", start: "la notification", source: by.lpprInformationLaw },
  },
} as const satisfies Delays<keyof typeof rulesets>;
