import type { CaseFile, Tellable } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { days } from "../../law/delay.js";
import { supplements as requests, type SupplementRules } from "../supplements.js";
import type { Latm } from "./definition.js";
import * as by from "./sources.js";

/** R. 162-81. Asked by the ministers or the commission; abandoned, the commission's delay runs again from the expiry of the delay given (al. 3). */
export const supplements = (file: CaseFile<Latm>): Tellable<"abandoned"> => requests(file, rules(file));

/** The activity is covered in advance, in one of its indications at least: what a linked PECAN tells ends it. */
const underPecan = (file: CaseFile<Latm>): boolean =>
  file.filing.underPecan && file.filing.indications.some(({ id }) => file.recorded("coverageEnded", id) === undefined);

const rules = (file: CaseFile<Latm>): SupplementRules => ({
  source: by.informationLaw,
  told: {
    complete: ["applicant", "ministers", "CNEDiMTS"],
    abandoned: ["applicant", "ministers", "CNEDiMTS", "CNP"],
  },
  lawful({ body: { days: given } }) {
    if (underPecan(file) && given !== 10)
      refuse("En prise en charge anticipée, le délai imparti est de dix jours.", by.pecanInformationLaw);
    if (given < 10) refuse("Le délai imparti ne peut être inférieur à dix jours.", by.informationLaw);
  },
  given: ({ receivedOn: from, body: { request: about, days: given } }) =>
    underPecan(file)
      ? file.end("pecanInformation", { from, about })
      : file.end("information", { from, about, length: days(given) }),
});
