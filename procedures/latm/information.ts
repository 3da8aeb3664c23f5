import type { CaseFile, Tellable } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { days } from "../../law/delay.js";
import { supplements as requests, type SupplementRules } from "../supplements.js";
import type { Latm } from "./definition.js";
import * as by from "./sources.js";

/** R. 162-81. Asked by the ministers or the commission; abandoned, the commission's delay runs again from the expiry of the delay given (al. 3). */
export const supplements = (file: CaseFile<Latm>): Tellable<"abandoned"> => requests(file, rules(file));

const rules = (file: CaseFile<Latm>): SupplementRules => ({
  source: by.informationLaw,
  told: {
    complete: ["applicant", "ministers", "CNEDiMTS"],
    abandoned: ["applicant", "ministers", "CNEDiMTS", "CNP"],
  },
  lawful({ body: { days: given } }) {
    if (file.filing.underPecan && given !== 10)
      refuse("En prise en charge anticipée, le délai imparti est de dix jours.", by.pecanInformationLaw);
    if (given < 10) refuse("Le délai imparti ne peut être inférieur à dix jours.", by.informationLaw);
  },
  given: ({ receivedOn: from, body: { request: of, days: given } }) =>
    file.filing.underPecan
      ? file.end("pecanInformation", { from, of })
      : file.end("information", { from, of, length: days(given) }),
});
