import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import type { CivilDate } from "../../law/civil-date.js";
import type { File } from "./authorisation.js";
import { type AccesPrecoce, story } from "./definition.js";

/** The ministers by the law, the CEPS by its decree: whoever opened the procedure is told of what follows (reading A21). */
type Authority = "ministers" | "CEPS";
type Opened = ActOf<AccesPrecoce, "penaltyOpened">;

/** L. 162-16-5-4, II and R. 163-39. The breaches of the duties, one at a time. */
export const penalties = story(function* (file, id: string) {
  for (;;) {
    const opened = yield* file.received("penaltyOpened").about(id);
    file.notify("applicant", "penalty", {
      about: id,
      facts: { stage: "opened", authority: opened.by, breach: opened.body.breach },
    });
    yield* file.under(turnover(file, id, opened), proceedings(file, id, opened));
  }
});

function tell(file: File, id: string, { by: authority }: Opened, stage: string): void {
  file.notify(authority as Authority, "penalty", { about: id, facts: { stage } });
}

/** Observations and hearing, decision, payment. */
const proceedings = story(function* (file, id: string, opened: Opened) {
  const from = opened.receivedOn;
  yield* file.all(observations(file, id, opened), hearing(file, id, from));
  const { body, by: authority, receivedOn } = yield* file.received("penaltyDecided").about(id);
  file.notify("applicant", "penalty", {
    about: id,
    facts: { stage: "decided", authority, percent: body.percent, reason: body.reason },
  });
  if (body.percent === 0) return;
  yield* file.received("penaltyPaid").about(id).within("penaltyPayment", { from: receivedOn, of: id });
  tell(file, id, opened, "paid");
});

const observations = story(function* (file, id: string, opened: Opened) {
  const made = yield* file
    .received("penaltyObservationsMade")
    .about(id)
    .within("penaltyObservations", { from: opened.receivedOn, of: id });
  if (made !== lapsed) tell(file, id, opened, "observed");
});

const hearing = story(function* (file, id: string, from: CivilDate) {
  const asked = yield* file
    .received("penaltyHearingRequested")
    .about(id)
    .within("penaltyHearingRequest", { from, of: id });
  if (asked === lapsed) return;
  yield* file.received("penaltyHearingHeld").about(id).within("penaltyHearing", { from: asked.receivedOn, of: id });
});

/** I, al. 2. The turnover is owed within the twenty days; only after them, and by formal notice, within fifteen more. */
const turnover = story(function* (file, id: string, opened: Opened) {
  const given = yield* file
    .received("turnoverGiven")
    .about(id)
    .within("penaltyTurnover", { from: opened.receivedOn, of: id });
  if (given === lapsed) {
    file.task(opened.by as Authority, "askTurnover", { about: id });
    const next = yield* file.received("turnoverAsked", "turnoverGiven").about(id);
    if (next.act === "turnoverAsked") {
      file.notify("applicant", "penalty", { about: id, facts: { stage: "turnover-asked", authority: next.by } });
      yield* file.received("turnoverGiven").about(id).within("penaltyFormalNotice", { from: next.receivedOn, of: id });
    }
  }
  tell(file, id, opened, "turnover-given");
});
