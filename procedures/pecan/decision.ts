import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { dayGiven } from "../day-given.js";
import { bar } from "./bars.js";
import type { Pecan } from "./definition.js";
import * as by from "./sources.js";

export type Decision = ActOf<Pecan, "decisionNotified">;

/** What the texts ask of a decision: one outcome for each indication, reasons and remedies for a refusal, and no grant that they forbid. */
export function lawfulDecision(file: CaseFile<Pecan>, { body, on }: Decision): void {
  const { decisions, signedOn } = body;
  if (dayGiven(signedOn, by.decisionLaw) > on)
    refuse(`La décision est signée le ${signedOn}, après sa notification.`, by.decisionLaw);
  const { indications } = file.filing;
  for (const { id } of indications) {
    if (decisions.filter(({ indication }) => indication === id).length !== 1)
      refuse(`La décision se prononce une fois sur chaque indication : ${id}.`, by.orderLaw);
  }
  for (const { indication, outcome, reasons, remedies, criteria } of decisions) {
    if (!indications.some(({ id }) => id === indication))
      refuse(`L'indication ${indication} n'est pas demandée.`, by.orderLaw);
    if (outcome === "refused") {
      if (reasons === undefined || remedies === undefined)
        refuse(`Le refus de ${indication} porte ses motifs, et les voies et délais de recours.`, by.refusalLaw);
      if (criteria === undefined || criteria.length === 0)
        refuse(`Le refus de ${indication} dit le critère qui manque : il décide d'un nouveau dépôt.`, by.barsLaw);
      continue;
    }
    const precedent = bar(file.filing, indication);
    if (precedent !== undefined)
      refuse(`${indication} ne peut être accordée : elle ${precedent.why} (${precedent.case}).`, by.barsLaw);
    if (file.recorded("ansOpinionRendered")?.body.sense === "unfavourable") {
      refuse(
        `Les conditions 3° et 4° ne sont pas remplies selon l'avis de l'ANS : seul un refus est possible (${by.conditionsLaw.ref}).`,
        by.ansOpinionReading,
      );
    }
  }
}
