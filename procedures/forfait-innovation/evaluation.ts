import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { type ForfaitInnovation, story } from "./definition.js";
import * as by from "./sources.js";

/** What the HAS concluded: favourable without observation or not, at the first opinion or the second. */
export interface Opinion {
  readonly favourable: boolean;
  readonly first: boolean;
}

/** R. 165-68. Seventy-five days from the acknowledgement, longer by what was given; then, on observations, thirty and thirty. */
export const evaluation = story(function* (file, from: CivilDate) {
  file.enter("evaluation");
  file.notify(["applicant", "HAS", "ministers"], "acknowledged");
  const rendered = yield* file.under(requests(file), file.received("opinionRendered").within("opinion", { from }));
  const { sense, reasons } = rendered.body;
  if (sense === "unfavourable" && reasons === undefined) refuse("Un avis défavorable est motivé.", by.unfavourableLaw);
  if (sense === "with-observations" && reasons === undefined)
    refuse("Un avis favorable avec observations dit ce qui reste à modifier.", by.observationsLaw);
  file.notify(["applicant", "ministers"], "opinion", { facts: { sense, reasons } });
  file.task("HAS", "publishOpinion");
  if (sense !== "with-observations") return { favourable: sense === "favourable", first: true };
  return { favourable: yield* afterObservations(file, rendered.receivedOn), first: false };
});

/** II. As many requests as are needed: thirty days each, all added; left unanswered, nothing is abandoned. */
const requests = story(function* (file) {
  const names = new Set<string>();
  yield* file.each("protocolRequested", (asked) => {
    const { request } = asked.body;
    if (names.has(request)) refuse("Une demande de ce nom existe déjà dans le dossier.", by.requestLaw);
    names.add(request);
    return modification(file, asked);
  });
});

const modification = story(function* (
  file,
  { on: addressedOn, receivedOn, body: { request, items } }: ActOf<ForfaitInnovation, "protocolRequested">,
) {
  const added = file.suspend("protocol", { addressedOn, receivedOn, allowedDays: 30, about: request });
  file.enter("requested", request);
  file.notify(["applicant", "ministers"], "protocolRequested", { about: request, facts: { items } });
  const modified = yield* file
    .received("protocolModified")
    .about(request)
    .within("protocol", { from: receivedOn, of: request });
  if (modified === lapsed) {
    file.resume(added, file.today);
    file.notify(["applicant", "HAS", "ministers"], "protocolNotModified", { about: request });
    return;
  }
  file.resume(added, modified.on);
  file.enter("satisfied", request);
  file.notify(["HAS", "ministers"], "protocolModified", { about: request });
});

/** IV. Thirty days to amend, thirty for a new opinion; nothing sent, an unfavourable one is still owed (E64). Was it favourable? */
const afterObservations = story(function* (file, receivedOn: CivilDate) {
  file.enter("amendment");
  const amended = yield* file.received("protocolAmended").within("amendment", { from: receivedOn });
  file.enter("secondEvaluation");
  let second: ActOf<ForfaitInnovation, "secondOpinionRendered">;
  if (amended === lapsed) {
    file.notify(["applicant", "HAS", "ministers"], "notAmended");
    file.task("HAS", "renderUnfavourable");
    second = yield* file.received("secondOpinionRendered");
    if (second.body.sense === "favourable")
      refuse("Le protocole n'a pas été modifié dans les trente jours : l'avis est défavorable.", by.unamendedLaw);
  } else {
    file.notify(["HAS", "ministers"], "protocolAmended");
    second = yield* file.received("secondOpinionRendered").within("secondOpinion", { from: amended.receivedOn });
  }
  const { sense, reasons } = second.body;
  if (sense === "unfavourable" && reasons === undefined) refuse("Un avis défavorable est motivé.", by.unfavourableLaw);
  file.notify(["applicant", "ministers"], "opinion", { facts: { sense, reasons, second: "yes" } });
  file.task("HAS", "publishOpinion");
  return sense === "favourable";
});
