import { lapsed } from "../../case/file.js";
import { type CivilDate, latest } from "../../law/civil-date.js";
import { chapter } from "./definition.js";

/** R. 162-84. A generic line that would take the activity in: a notice of the Journal officiel, observations, hearings, opinion. */
export const genericLines = chapter(function* (file) {
  for (;;) {
    const { on: from, body } = yield* file.received("genericLineProposed");
    file.notify(["applicant", "CNP", "CNEDiMTS"], "lineProposed", { facts: { ...body } });
    const [, heardOn] = yield* file.all(lineObservations(file, from), lineHearing(file, from));
    const over = file.lastDay("lineObservations", from);
    const opinionFrom = heardOn === null ? over : latest(over, heardOn);
    const opinion = yield* file.received("lineOpinionRendered").within("lineOpinion", { from: opinionFrom });
    file.notify(["applicant", "CNP", "ministers"], "lineOpinion", { facts: { ...opinion.body } });
    let decided = yield* file.received("genericLineDecided");
    // IV. A new notice: ten days of observations, then twenty for a new opinion, as often as the ministers publish one.
    while (decided.body.outcome === "proposed-again") {
      file.notify(["applicant", "CNP", "CNEDiMTS"], "lineDecided", { facts: { ...decided.body } });
      yield* secondNotice(file, decided.on);
      decided = yield* file.received("genericLineDecided");
    }
    file.notify(["applicant", "CNP"], "lineDecided", { facts: { ...decided.body } });
  }
});

const lineObservations = chapter(function* (file, from: CivilDate) {
  yield* file.under(
    file.each("lineObservations", () => undefined),
    file.end("lineObservations", { from }),
  );
});

/** The day of the hearing; null where none was asked for in time. */
const lineHearing = chapter(function* (file, from: CivilDate) {
  const asked = yield* file.received("lineHearingRequested").within("lineHearingRequest", { from });
  if (asked === lapsed) return null;
  return (yield* file.received("lineHearingHeld").within("lineHearing", { from: asked.receivedOn })).on;
});

const secondNotice = chapter(function* (file, from: CivilDate) {
  yield* file.under(
    file.each("lineObservations", () => undefined),
    file.end("secondLineObservations", { from }),
  );
  const over = file.lastDay("secondLineObservations", from);
  const { body } = yield* file.received("lineOpinionRendered").within("secondLineOpinion", { from: over });
  file.notify(["applicant", "CNP", "ministers"], "lineOpinion", { facts: { ...body } });
});
