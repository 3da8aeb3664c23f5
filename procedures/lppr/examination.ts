import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { chapter, type Lppr } from "./definition.js";
import * as by from "./sources.js";

/** R. 165-8, al. 2. As many requests as are needed; family `late-start`: each stops both delays from the day on which the applicant receives it. */
export const requests = chapter(function* (file) {
  const names = new Set<string>();
  yield* file.each("informationRequested", (asked) => {
    const { request } = asked.body;
    if (names.has(request)) refuse(`La demande « ${request} » porte déjà ce nom.`, by.requestLaw);
    names.add(request);
    return information(file, asked);
  });
});

const information = chapter(function* (
  file,
  { on: addressedOn, by: party, body: { request, items } }: ActOf<Lppr, "informationRequested">,
) {
  file.enter("requested", request);
  file.notify("applicant", "informationRequested", { about: request, facts: { items, party } });
  const reception = yield* file.received("requestReceived").about(request);
  const suspension = file.suspend("furtherInformation", { addressedOn, receivedOn: reception.on, about: request });
  file.enter("received", request);
  file.notify(["applicant", "ministers", "CEPS"], "delaysStopped", { about: request, facts: { items } });
  const answer = yield* file.received("informationReceived").about(request);
  file.resume(suspension, answer.on);
  file.enter("satisfied", request);
  file.notify(["applicant", "ministers", "CEPS"], "delaysResumed", { about: request });
});

/** R. 165-12. The opinion, ten days to answer it, a hearing where one is asked for, then the final opinion, made public. */
export const opinion = chapter(function* (file) {
  const { body, receivedOn } = yield* file.received("opinionCommunicated");
  file.notify("applicant", "opinionCommunicated", { facts: { sense: body.sense } });
  const answer = yield* file.received("opinionAnswered").within("opinionAnswer", { from: receivedOn });
  if (answer !== lapsed) {
    file.notify("CNEDiMTS", "opinionAnswered", { facts: { ...answer.body } });
    if (answer.body.wish === "hearing") yield* hearing(file, answer);
  }
  const final = yield* file.received("finalOpinionRendered");
  file.notify(["applicant", "ministers", "CEPS"], "finalOpinion", { facts: { ...final.body } });
  file.task("CNEDiMTS", "publishOpinion");
  if (file.recorded("withdrawn") !== undefined) return yield* file.ends("withdrawn");
  return yield* file.nothing();
});

/** Forty-five days from the receipt of the demand; a month on a minister's reasoned demand. */
const hearing = chapter(function* (file, { receivedOn: from }: ActOf<Lppr, "opinionAnswered">) {
  const first = yield* file.first(
    file.received("hearingHeld").within("hearing", { from }),
    file.received("hearingShortened"),
  );
  if (first.act === "hearingShortened") yield* file.received("hearingHeld").within("shortHearing", { from });
});

/** R. 165-12, last al. The request ends; the commission finishes its examination all the same, unless it can't (E27). */
export const withdrawal = chapter(function* (file, { body }: ActOf<Lppr, "withdrawn">) {
  file.notify(["ministers", "CEPS", "CNEDiMTS", "applicant"], "withdrawn", { facts: { ...body } });
  for (const { id } of file.filing.indications) file.handOver("listingRequestWithdrawn", { about: id });
  if (file.recorded("finalOpinionRendered") !== undefined) return yield* file.ends("withdrawn");
  file.enter("withdrawn");
  file.task("CNEDiMTS", "finishExamination");
  yield* file.received("examinationImpossible");
  return yield* file.ends("withdrawn");
});
