import type { ActOf } from "../../case/act.js";
import { refuse } from "../../case/refusal.js";
import { siretGiven } from "../siret.js";
import { type ForfaitInnovation, story } from "./definition.js";
import { evaluation } from "./evaluation.js";
import { coverage } from "./life.js";
import { ministersExamination } from "./ministers.js";
import * as by from "./sources.js";

/** The forfait innovation, in the order of the articles: request, opinions, decision (R. 165-66 to R. 165-70), then its coverage. */
export const forfaitInnovationStory = story(function* (file) {
  siretGiven(file.filing.applicant.siret);
  const { indications } = file.filing;
  if (new Set(indications.map(({ id }) => id)).size < indications.length)
    refuse("Chaque indication porte un identifiant qui lui est propre.", by.applicationLaw);
  file.enter("admissibility");
  file.notify(["applicant", "HAS", "ministers"], "requested");
  const { body } = yield* file.under(
    [withdrawal(file), adverseFacts(file)],
    file.first(examination(file), silence(file)),
  );
  const { outcome, reasons, remedies } = body;
  file.notify(["applicant", "HAS", "insurer"], "decided", { facts: { outcome, reasons, remedies } });
  if (outcome === "refused") return yield* file.ends("refused");
  return yield* coverage(file);
});

const withdrawal = story(function* (file) {
  yield* file.received("withdrawn");
  file.notify(["applicant", "HAS", "ministers"], "withdrawn");
  return yield* file.ends("withdrawn");
});

/** R. 165-66, IV. Whatever may call its efficacy or its safety into question, as long as the request is examined. */
const adverseFacts = story(function* (file) {
  yield* file.each("adverseFactsReported", ({ body: { facts } }) => {
    file.notify(["HAS", "ministers"], "adverseFacts", { facts: { facts } });
  });
});

/** R. 165-70, IV. Without a decision in 195 days and the days that were given, the request is rejected. */
const silence = story(function* (file) {
  yield* file.end("silence", { from: file.filedOn });
  file.notify(["applicant", "HAS", "ministers"], "silentRejection");
  return yield* file.ends("silentlyRejected");
});

const examination = story(function* (file) {
  const { on } = yield* admissibility(file);
  const opinion = yield* evaluation(file, on);
  const decided = yield* ministersExamination(file, opinion);
  lawfulDecision(decided, opinion.favourable);
  return decided;
});

/** R. 165-67. Fifteen days from the receipt of the request, and again from that of what was missing. */
const admissibility = story(function* (file) {
  for (let from = file.filedOn; ; ) {
    const answer = yield* file.received("requestAcknowledged", "foundInadmissible").within("admissibility", { from });
    if (answer.act === "requestAcknowledged") return answer;
    file.enter("inadmissible");
    file.notify(["applicant", "ministers"], "inadmissible", { facts: { missing: answer.body.missing } });
    from = (yield* file.received("requestCompleted")).receivedOn;
    file.enter("admissibility");
  }
});

/** R. 165-69, I, R. 165-70, II and III. @throws Refusal */
function lawfulDecision(
  { body: { outcome, ground, reasons, remedies } }: ActOf<ForfaitInnovation, "coverageDecided">,
  favourable: boolean,
): void {
  if (outcome === "granted") {
    if (!favourable) refuse("Seul un avis favorable sans observation permet la prise en charge.", by.ministersLaw);
    return;
  }
  if (ground === undefined) refuse("Un refus se fonde sur l'un des motifs de l'article.", by.refusalGroundsLaw);
  if (reasons === undefined || remedies === undefined)
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.refusalLaw);
}
