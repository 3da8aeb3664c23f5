import type { CaseFile } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { days } from "../../law/delay.js";
import { type SupplementRules, supplements } from "../supplements.js";
import { type ForfaitInnovation, story } from "./definition.js";
import type { Opinion } from "./evaluation.js";
import * as by from "./sources.js";

/** R. 165-69, II. Seventy-five days from the publication of a first favourable opinion, forty-five from that of a second. */
export const ministersExamination = story(function* (file, { favourable, first }: Opinion) {
  if (!favourable) {
    // R. 165-70, II, 1°: no delay of their own is written; the 195 days run.
    file.enter("refusal");
    file.task("ministers", "refuse");
    return yield* file.under(publications(file), file.received("coverageDecided"));
  }
  const next = yield* file.first(published(file), file.received("coverageDecided"));
  if (next.act === "coverageDecided") return next;
  const { on: from } = next;
  file.enter("ministers");
  const decision = file.received("coverageDecided").within(first ? "ministers" : "ministersAfterSecond", { from });
  const outcome = yield* file.first(decision, supplements(file, supplementRules(file)));
  return outcome === "abandoned" ? yield* file.ends("deemedWithdrawn") : outcome;
});

const published = story(function* (file) {
  const publication = yield* file.received("opinionPublished");
  file.notify(["applicant", "ministers"], "opinionPublished", { facts: { address: publication.body.address } });
  return publication;
});

/** R. 165-68, V. An unfavourable opinion is published too, and nothing runs from it. */
const publications = story(function* (file) {
  yield* published(file);
});

/** III. Thirty days at most in all; beyond, nothing more can be asked; unanswered, the request is deemed withdrawn. */
function supplementRules(file: CaseFile<ForfaitInnovation>): SupplementRules {
  let left = 30;
  return {
    source: by.elementsLaw,
    told: { complete: ["applicant", "ministers"], abandoned: ["applicant", "HAS", "ministers"] },
    lawful({ body: { days: asked } }) {
      if (asked > left)
        refuse(`Les délais supplémentaires n'excèdent pas trente jours en tout : il en reste ${left}.`, by.elementsLaw);
      left -= asked;
    },
    given: ({ receivedOn: from, body: { request: of, days: length } }) =>
      file.end("information", { from, of, length: days(length) }),
  };
}
