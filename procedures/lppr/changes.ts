import type { ActOf } from "../../case/act.js";
import { type CaseFile, lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { type CivilDate, latest } from "../../law/civil-date.js";
import { chapter, type Lppr } from "./definition.js";
import * as by from "./sources.js";

/** What happens to a listing during its term, each as its article says it. */

function named(file: CaseFile<Lppr>, names: Set<string>, name: string): void {
  if (names.has(name)) refuse(`« ${name} » : ce nom est déjà pris dans le dossier ${file.id}.`, by.listLaw);
  names.add(name);
}

/** R. 165-9, I and III. The ministers plan a change: observations within twenty days, a hearing asked for within eight. */
export const changes = chapter(function* (file) {
  const names = new Set<string>();
  yield* file.each("changeProposed", (proposed) => {
    named(file, names, proposed.body.change);
    return change(file, proposed);
  });
});

const change = chapter(function* (
  file,
  { receivedOn: from, body: { change: id, project } }: ActOf<Lppr, "changeProposed">,
) {
  file.enter("consultation", id);
  file.notify(["applicant", "CNEDiMTS"], "changeProposed", { about: id, facts: { project } });
  const [, heardOn] = yield* file.all(changeObservations(file, id, from), changeHearing(file, id, from));
  // III. Twenty days "à l'issue de la phase contradictoire": of the twenty days, or of the hearing where it comes later.
  file.enter("opinion", id);
  const over = file.lastDay("changeObservations", from);
  const { body } = yield* file
    .received("changeOpinionRendered")
    .about(id)
    .within("changeOpinion", { from: heardOn === null ? over : latest(over, heardOn), about: id });
  file.notify(["applicant", "ministers"], "changeOpinion", { about: id, facts: { opinion: body.opinion } });
  file.enter("decision", id);
  const decided = yield* file.received("changeDecided").about(id);
  file.notify(["applicant", "insurer"], "changeDecided", { about: id, facts: { ...decided.body } });
  yield* file.ends(decided.body.outcome === "changed" ? "changed" : "givenUp", id);
});

const changeObservations = chapter(function* (file, id: string, from: CivilDate) {
  yield* file.under(
    file.each("changeObservations", () => undefined, id),
    file.end("changeObservations", { from, about: id }),
  );
});

/** The day of the hearing; null where none was asked for in time. */
const changeHearing = chapter(function* (file, id: string, from: CivilDate) {
  const asked = yield* file
    .received("changeHearingRequested")
    .about(id)
    .within("changeHearingRequest", { from, about: id });
  if (asked === lapsed) return null;
  const held = yield* file
    .received("changeHearingHeld")
    .about(id)
    .within("changeHearing", { from: asked.receivedOn, about: id });
  return held.on;
});

/** R. 165-9, II. The CEPS plans a tariff: observations, or a hearing, asked for within the same twenty days. */
export const tariffProjects = chapter(function* (file) {
  const names = new Set<string>();
  yield* file.each("tariffProposed", (proposed) => {
    named(file, names, proposed.body.tariff);
    return tariffProject(file, proposed);
  });
});

const tariffProject = chapter(function* (
  file,
  { receivedOn: from, body: { tariff: id, planned } }: ActOf<Lppr, "tariffProposed">,
) {
  file.enter("consultation", id);
  file.notify("applicant", "tariffProposed", { about: id, facts: { planned } });
  const answer = yield* file.received("tariffAnswered").about(id).within("tariffAnswer", { from, about: id });
  if (answer !== lapsed && answer.body.wish === "hearing")
    yield* file.received("tariffHearingHeld").about(id).within("tariffHearing", { from: answer.receivedOn, about: id });
  file.enter("decision", id);
  const { body } = yield* file.received("tariffSet").about(id);
  file.notify(["applicant", "insurer"], "tariffSet", { about: id, facts: { ...body } });
  yield* file.ends(body.outcome === "set" ? "tariffChanged" : "tariffKept", id);
});

/** R. 165-15, II. The company asks the CEPS for another tariff: ninety days, family C; nothing notified in them, it is granted. */
export const tariffChanges = chapter(function* (file) {
  const names = new Set<string>();
  yield* file.each("tariffChangeRequested", (asked) => {
    named(file, names, asked.body.tariff);
    return tariffChange(file, asked);
  });
});

const tariffChange = chapter(function* (
  file,
  { receivedOn: from, body: { tariff: id, asked } }: ActOf<Lppr, "tariffChangeRequested">,
) {
  file.enter("asked", id);
  file.notify(["applicant", "CEPS"], "tariffChangeRequested", { about: id, facts: { asked } });
  const decided = yield* file.under(
    tariffInformation(file, id),
    file.received("tariffChangeNotified").about(id).within("tariffChange", { from, about: id }),
  );
  if (decided === lapsed) {
    file.notify(["applicant", "CEPS", "ministers", "insurer"], "tariffTacitlyChanged", {
      about: id,
      facts: { asked, on: file.today },
    });
    file.task("CEPS", "publishTariffNotice", { about: id });
    return yield* file.ends("tacitlyGranted", id);
  }
  const { outcome, reasons, remedies } = decided.body;
  if (outcome === "refused" && (reasons === undefined || remedies === undefined))
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.refusalLaw);
  file.notify(["applicant", "insurer"], "tariffChangeNotified", { about: id, facts: { ...decided.body, asked } });
  return yield* file.ends(outcome === "granted" ? "tariffChanged" : "tariffKept", id);
});

/** Request after request; each stops the ninety days of that tariff alone, from its receipt by the company. */
const tariffInformation = chapter(function* (file, id: string) {
  for (;;) {
    const { on: addressedOn, body } = yield* file.received("tariffInformationRequested").about(id);
    file.notify("applicant", "informationRequested", { about: id, facts: { items: body.items, party: "CEPS" } });
    const reception = yield* file.received("tariffRequestReceived").about(id);
    const suspension = file.suspend("tariffInformation", { addressedOn, receivedOn: reception.on, about: id, of: id });
    file.notify(["applicant", "CEPS"], "delaysStopped", { about: id, facts: { items: body.items } });
    const answer = yield* file.received("tariffInformationReceived").about(id);
    file.resume(suspension, answer.on);
    file.notify(["applicant", "CEPS"], "delaysResumed", { about: id });
  }
});

/** R. 165-4-1. A suspension of the marketing by the ANSM carries that of the reimbursement; the conditions are then to be changed. */
export const measures = chapter(function* (file) {
  for (;;) {
    const { body } = yield* file.received("measureTaken");
    file.enter("suspended");
    file.notify(["applicant", "ministers", "CEPS", "insurer"], "coverageSuspended", {
      facts: { measure: body.measure },
    });
    file.task("ministers", "changeConditions");
    yield* file.received("measureLifted");
    file.enter("listed");
    file.notify(["applicant", "ministers", "CEPS", "insurer"], "coverageResumed");
  }
});
