/** What the texts put in a favourable opinion of the CNEDiMTS and in the order, where the act gives it. */
import { refuse } from "../../case/refusal.js";
import type { Bodies, Filing } from "./bodies.js";
import * as by from "./sources.js";

type OpinionOnOne = Bodies["cnedimtsOpinionRendered"]["opinions"][number];
export type OrderContent = NonNullable<Bodies["orderPublished"]["contents"]>[number];

/**
 * R. 162-114, II to IV. A favourable opinion says the class of the disease, the specifications and the population; for a remote
 * monitoring activity, a reference framework as well. Recommendations are those of a therapeutic device. All of it or, as long as the
 * opinion is only summed up here, none.
 * @throws Refusal
 */
export function lawfulOpinion(opinion: OpinionOnOne, list: Filing["indications"][number]["list"]): void {
  const { indication, sense, icd, specifications, population, framework, recommendations } = opinion;
  const given = [icd, specifications, population, framework, recommendations].some((one) => one !== undefined);
  if (!given) return;
  if (sense === "unfavourable")
    refuse(
      `L'avis sur ${indication} est défavorable : ces mentions sont celles d'un avis favorable.`,
      by.opinionContentLaw,
    );
  if (icd === undefined || specifications === undefined || population === undefined)
    refuse(
      `L'avis favorable sur ${indication} dit la classe et le chapitre de la pathologie, les spécifications et la population.`,
      by.opinionContentLaw,
    );
  if (list === "latm" && framework === undefined)
    refuse(`L'avis favorable sur ${indication}, une télésurveillance, comporte un référentiel.`, by.frameworkLaw);
  if (list === "latm" && recommendations !== undefined)
    refuse(
      `Ces recommandations sont celles d'un dispositif thérapeutique ; ${indication} a un référentiel.`,
      by.frameworkLaw,
    );
}

/**
 * R. 162-116, I. Contents are those of indications that were granted, each once.
 * @throws Refusal
 */
export function lawfulOrder({ contents = [] }: Bodies["orderPublished"], granted: readonly string[]): void {
  for (const { indication } of contents)
    if (!granted.includes(indication)) refuse(`L'indication ${indication} n'est pas accordée.`, by.orderContentLaw);
  if (new Set(contents.map(({ indication }) => indication)).size < contents.length)
    refuse("L'arrêté dit une fois les conditions de chaque indication.", by.orderContentLaw);
}
