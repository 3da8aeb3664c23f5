import type { ActOf } from "../../case/act.js";
import type { CaseFile } from "../../case/file.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { chapter, type Latm } from "./definition.js";
import * as by from "./sources.js";

/** Where the commission's examination stands, and how the request ended meanwhile. */
export interface Examination {
  contradiction: "none" | "open" | "over";
  over: "withdrawn" | "deemedAbandoned" | null;
}

/** R. 162-80. Ninety days from the acknowledgement, seventy under a PECAN; the draft is discussed first. */
export const opinion = chapter(function* (
  file,
  { on: from }: ActOf<Latm, "applicationAcknowledged">,
  examination: Examination,
) {
  file.notify(["applicant", "CNEDiMTS"], "acknowledged");
  const delay = file.filing.underPecan ? "pecanOpinion" : "opinion";
  const rendered = yield* file.under(
    contradiction(file, examination),
    file.received("opinionRendered").within(delay, { from }),
  );
  if (examination.contradiction !== "over")
    refuse("L'avis suit le projet d'avis, dix jours pour y répondre et, s'il y en a une, l'audition.", by.draftLaw);
  file.notify(["applicant", "ministers", "CNP"], "opinion", { facts: { ...rendered.body } });
  file.task("CNEDiMTS", "publishOpinion");
  return yield* examination.over === null ? file.nothing() : file.ends(examination.over);
});

/** II. A draft, ten days from its receipt to answer it, a hearing where one is asked for. */
const contradiction = chapter(function* (file, examination: Examination) {
  const { body, receivedOn: from } = yield* file.received("draftOpinionCommunicated");
  examination.contradiction = "open";
  file.notify(["applicant", "CNP"], "draftOpinion", { facts: { sense: body.sense } });
  const observations = file.each("draftObservations", (made) => {
    inTime(file, from, made.receivedOn);
    file.notify(["CNEDiMTS", "ministers"], "draftObservations", { facts: { ...made.body, party: made.by } });
  });
  yield* file.under(observations, discussion(file, from, examination));
});

const discussion = chapter(function* (file, from: CivilDate, examination: Examination) {
  const asked = yield* file.received("hearingRequested").within("draftAnswer", { from });
  if (asked !== lapsed) {
    file.notify("CNEDiMTS", "hearingRequested", { facts: { party: asked.by } });
    const others = file.each("hearingRequested", (again) => {
      inTime(file, from, again.receivedOn);
      file.notify("CNEDiMTS", "hearingRequested", { facts: { party: again.by } });
    });
    yield* file.under(others, hearing(file, asked));
  }
  examination.contradiction = "over";
  return yield* file.nothing();
});

const hearing = chapter(function* (file, { receivedOn: from }: ActOf<Latm, "hearingRequested">) {
  const first = yield* file.first(
    file.received("hearingHeld").within("hearing", { from }),
    file.received("hearingShortened"),
  );
  if (first.act === "hearingShortened") yield* file.received("hearingHeld").within("shortHearing", { from });
});

/** @throws Refusal of what comes after the ten days. */
function inTime(file: CaseFile<Latm>, from: CivilDate, on: CivilDate): void {
  if (on > file.lastDay("draftAnswer", from))
    refuse("Les dix jours qui suivent la réception du projet d'avis sont écoulés.", by.draftLaw);
}

/** IV, and R. 162-81, al. 3. The request is over; the commission finishes its examination and makes its opinion public (E27, E29). */
export const unfinished = chapter(function* (file, examination: Examination, ending: "withdrawn" | "deemedAbandoned") {
  if (file.recorded("opinionRendered") !== undefined) return yield* file.ends(ending);
  examination.over = ending;
  file.enter("unfinished");
  file.task("CNEDiMTS", "finishExamination");
  yield* file.received("examinationImpossible");
  return yield* file.ends(ending);
});
