import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { guide } from "../../law/citation.js";
import type { CivilDate } from "../../law/civil-date.js";
import { refuseIndications } from "./coverage.js";
import { lawfulDecision } from "./decision.js";
import { chapter, type Pecan } from "./definition.js";
import { register } from "./further-information.js";
import * as by from "./sources.js";

/** The rules that hold while a passage of the story lasts, each as its text says it. */

/** The applicant may withdraw until the decision; the opinions already given stay published. */
export const withdrawal = chapter(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "ministers", "ANS", "HAS"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** Step 9, and reading C10. Six months without any activity of the applicant: a person at the ANS decides, never the machine. */
export const inactivity = chapter(function* (file, since: CivilDate) {
  for (let from = since; ; ) {
    const inactiveOn = yield* file.end("inactivity", { from });
    file.notify(["applicant", "ANS"], "inactive");
    file.task("ANS", "reviewInactivity");
    const review = yield* file.received("inactivityReviewed");
    if (review.body.outcome === "abandon") {
      if (latestActivity(file) >= inactiveOn)
        refuse("L'exploitant a repris son dépôt depuis : la candidature a évolué.", by.step.inactivity);
      file.notify(["applicant", "ministers", "HAS"], "inactiveAbandoned", { facts: { reason: review.body.reason } });
      return yield* file.ends("consideredAbandoned");
    }
    file.notify("applicant", "inactivityReviewed");
    from = review.on;
  }
});

function latestActivity(file: CaseFile<Pecan>): string {
  const days = [
    file.recorded("convergenceDeposited"),
    file.recorded("conventionSigned"),
    file.recorded("evidenceSubmitted"),
  ].map((act) => act?.on ?? "");
  return days.sort().at(-1) ?? "";
}

/** Step 10: "si des informations sont manquantes, je reçois une notification par courriel". */
export const missingItems = chapter(function* (file) {
  yield* file.each("missingItemsNotified", ({ body }) => {
    file.notify("applicant", "missingItems", { facts: { sides: body.sides, missing: body.missing } });
  });
});

/** R. 162-112, al. 5. The ANS or the CNEDiMTS proposes, the ministers request: a proposal moves no date. */
export const proposals = chapter(function* (file) {
  yield* file.each("supplementProposed", ({ by: party, body }) => {
    file.notify("ministers", "supplementProposed", { facts: { party, items: body.items } });
    file.task("ministers", "considerRequest", { facts: { party, items: body.items } });
  });
});

const expertExclusion = guide(
  "HAS, rencontres précoces DM (méthode)",
  "ne pourront pas participer à l’évaluation du produit concerné",
);

/** Rapporteurs and experts are named after a check of their interests; who advised on the product early takes no part (E47). */
export const experts = chapter(function* (file) {
  yield* file.each("expertNamed", ({ body }) => {
    if (file.filing.excludedExperts?.includes(body.expert)) {
      refuse(
        `${body.expert} a participé à une rencontre précoce sur ce produit : aucune part dans son évaluation.`,
        expertExclusion,
      );
    }
    file.notify(["CNEDiMTS"], "expertNamed", { about: body.expert, facts: { role: body.role } });
  });
});

/** R. 162-114, V. Published without delay on the HAS's site. */
export const publication = chapter(function* (file) {
  yield* file.each("opinionPublished", ({ body }) => {
    file.notify(["applicant", "ministers"], "opinionPublished", { facts: { address: body.address } });
  });
});

/** The two opinions, by who renders them. */
export type Opinion = "ANS" | "CNEDiMTS";

/** R. 162-116, III. The ministers record the day on which they received an opinion. */
export const receptions = chapter(function* (file) {
  yield* file.each("opinionReceived", (reception) => lawfulReception(file, reception));
});

/** An opinion is received once rendered, and not before. @throws Refusal */
export function lawfulReception(file: CaseFile<Pecan>, { about, on }: ActOf<Pecan, "opinionReceived">): void {
  if (about !== "ANS" && about !== "CNEDiMTS")
    refuse(`« ${about} » : les avis sont ceux de l'ANS et de la CNEDiMTS.`, by.decisionLaw);
  const opinion = file.recorded(about === "ANS" ? "ansOpinionRendered" : "cnedimtsOpinionRendered");
  if (opinion === undefined || opinion.on > on) refuse("Un avis est reçu une fois rendu.", by.decisionLaw);
}

/** C5, E15: after one opinion the ministers may already refuse, with reasons; nothing else. */
export const earlyRefusal = chapter(function* (file) {
  const decision = yield* file.received("decisionNotified");
  if (decision.body.decisions.some(({ outcome }) => outcome === "granted")) {
    refuse("Une prise en charge ne s'accorde qu'après les deux avis.", by.conditionsLaw);
  }
  lawfulDecision(file, decision);
  return yield* refuseIndications(file, decision);
});

/** C1. The ANS's time of analysis, from all the evidence, without the time spent waiting for the applicant: information only. */
export const ansStopwatch = chapter(function* (file) {
  const evidence = file.recorded("evidenceCompleted");
  if (evidence !== undefined) yield* file.end("ansAnalysis", { from: evidence.on });
});

/** Step 11.a. The ANS's own questions and requests, as many as it has. */
export const ansRequests = chapter(function* (file, requests: Set<string>) {
  yield* file.each("ansInformationRequested", (asked) => precision(file, asked, requests));
});

/** They stop only its stopwatch; unanswered, the case is deprioritised, never abandoned (C4). */
const precision = chapter(function* (
  file,
  { on, body: { request, kind, items } }: ActOf<Pecan, "ansInformationRequested">,
  requests: Set<string>,
) {
  register(requests, request);
  const pause = file.suspend("ansWaiting", { addressedOn: on, about: request });
  file.enter("requested", request);
  file.notify("applicant", "precisionRequested", { about: request, facts: { kind, items } });
  let answer: ActOf<Pecan, "ansInformationProvided"> | typeof lapsed;
  if (kind === "question") answer = yield* file.received("ansInformationProvided").about(request);
  else
    answer = yield* file
      .received("ansInformationProvided")
      .about(request)
      .within("ansInformation", { from: on, about: request });
  if (answer === lapsed) {
    file.enter("deprioritised", request);
    file.notify(["applicant", "ANS"], "deprioritised", { about: request });
    file.task("ANS", "reviewDeprioritisation", { about: request });
    answer = yield* file.first(file.received("ansInformationProvided").about(request), reviews(file, request));
  }
  file.resume(pause, answer.on);
  file.enter("satisfied", request);
  file.notify(["applicant", "ANS"], "precisionReceived", { about: request });
});

/** The ANS keeps the deprioritised case, or proposes a formal request to the ministers; the answer is still awaited. */
const reviews = chapter(function* (file, request: string) {
  const { body } = yield* file.received("deprioritisationReviewed").about(request);
  file.notify("applicant", "deprioritisationReviewed", { about: request, facts: { outcome: body.outcome } });
  if (body.outcome === "propose-formal-request") {
    file.notify("ministers", "supplementProposed", { about: request, facts: { party: "ANS" } });
    file.task("ministers", "considerRequest", { about: request, facts: { party: "ANS" } });
  }
  return yield* file.nothing();
});
