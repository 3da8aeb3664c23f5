import { lapsed } from "../../case/file.js";
import type { CivilDate } from "../../law/civil-date.js";
import { chapter } from "./definition.js";

/** L. 162-16-5-4, II and R. 163-39. The breaches of the duties, one at a time; during each, formal notices. */
export const penalties = chapter(function* (file, id: string) {
  for (;;) {
    const opened = yield* file.received("penaltyOpened").about(id);
    const from = opened.receivedOn;
    file.notify("applicant", "penalty", { about: id, facts: { stage: "opened", breach: opened.body.breach } });
    yield* file.under(formalNotices(file, id), proceedings(file, id, from));
  }
});

/** Observations and hearing, decision, payment. */
const proceedings = chapter(function* (file, id: string, from: CivilDate) {
  yield* file.all(observations(file, id, from), hearing(file, id, from));
  const { body, receivedOn } = yield* file.received("penaltyDecided").about(id);
  file.notify("applicant", "penalty", {
    about: id,
    facts: { stage: "decided", percent: body.percent, reason: body.reason },
  });
  if (body.percent === 0) return;
  yield* file.received("penaltyPaid").about(id).within("penaltyPayment", { from: receivedOn, about: id });
  file.notify("CEPS", "penalty", { about: id, facts: { stage: "paid" } });
});

const observations = chapter(function* (file, id: string, from: CivilDate) {
  const made = yield* file
    .received("penaltyObservationsMade")
    .about(id)
    .within("penaltyObservations", { from, about: id });
  if (made !== lapsed) file.notify("CEPS", "penalty", { about: id, facts: { stage: "observed" } });
});

const hearing = chapter(function* (file, id: string, from: CivilDate) {
  const asked = yield* file
    .received("penaltyHearingRequested")
    .about(id)
    .within("penaltyHearingRequest", { from, about: id });
  if (asked === lapsed) return;
  yield* file.received("penaltyHearingHeld").about(id).within("penaltyHearing", { from: asked.receivedOn, about: id });
});

/** Fifteen days to give the turnover on which the penalty is counted. */
const formalNotices = chapter(function* (file, id: string) {
  for (;;) {
    const asked = yield* file.received("turnoverAsked").about(id);
    file.notify("applicant", "penalty", { about: id, facts: { stage: "turnover-asked" } });
    yield* file.received("turnoverGiven").about(id).within("penaltyTurnover", { from: asked.receivedOn, about: id });
    file.notify("CEPS", "penalty", { about: id, facts: { stage: "turnover-given" } });
  }
});
