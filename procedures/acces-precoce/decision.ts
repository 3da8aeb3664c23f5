import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import { daysBetween } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { type Authorisation, type Examined, type File, needsAnsm, needsCt } from "./authorisation.js";
import type { AccesPrecoce } from "./definition.js";
import * as by from "./sources.js";

export type Decision = ActOf<AccesPrecoce, "decisionRendered">;

/** What the texts ask of a decision: the opinions that condition it, its author, the reasons of a refusal, the terms of a grant. */
export function lawfulDecision(file: File, auth: Authorisation, examined: Examined, { body, on }: Decision): void {
  const ansm = file.recorded("ansmOpinionRendered", examined.request)?.body;
  const ct = file.recorded("ctOpinionRendered", examined.request)?.body;
  const ansmConditions = needsAnsm(file, auth, examined);

  if (body.decidedBy === "president") {
    const conforming = ct !== undefined && (ct.sense === "favourable") === (body.outcome === "granted");
    if (!conforming)
      refuse("Le président ne décide, par délégation, que sur un avis conforme de la commission.", by.collegeLaw);
  }
  if (body.outcome === "refused") {
    if (body.reasons === undefined || body.remedies === undefined)
      refuse("Un refus porte ses motifs, et les voies et délais de recours.", by.reasonsLaw);
    if (needsCt(examined) && (body.criteria ?? []).length === 0)
      refuse("Un refus dit quels critères ne sont pas remplis ; plusieurs peuvent manquer.", by.criteriaLaw);
    return;
  }
  if (ansmConditions && ansm?.sense !== "favourable")
    refuse("Avant l'AMM, sans avis favorable de l'ANSM, seul un refus est possible.", by.ansmOpinionLaw);
  if (needsCt(examined) && ct === undefined)
    refuse("L'avis de la commission de la transparence précède la décision.", by.collegeLaw);
  if (!needsCt(examined)) return;
  if (body.months === undefined) refuse("Une autorisation dit sa durée, un an au plus.", by.termLaw);
  if (examined.motive !== "first") return;
  if (body.protocol === undefined) refuse("Une autorisation s'accompagne de son PUT-RD.", by.protocolLaw);
  if (auth.ammOn !== null) return;
  if (body.ammFilingBy === undefined)
    refuse("Avant l'AMM, l'autorisation fixe la date de dépôt de la demande d'AMM.", by.ammFilingLaw);
  const filingBy = dayGiven(body.ammFilingBy, by.ammFilingLaw);
  if (daysBetween(on, filingBy) < 0 || filingBy > file.lastDay("ammFiling", on))
    refuse("La demande d'AMM se dépose dans les deux ans de l'autorisation.", by.ammFilingLaw);
}
