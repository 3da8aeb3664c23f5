import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate, daysBetween } from "../../law/civil-date.js";
import { days, months } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import { type ForfaitInnovation, story } from "./definition.js";
import * as by from "./sources.js";

/** R. 165-70, I, R. 165-72. The order, then the coverage, the study and what its end obliges to. */
export const coverage = story(function* (file) {
  file.enter("publication");
  const { on, body } = yield* file.under(inclusion(file), file.received("orderPublished"));
  const from = body.effectiveOn === undefined ? addDays(on, 1) : dayGiven(body.effectiveOn, by.orderInForceLaw);
  if (from < on) refuse("L'arrêté ne prend pas effet avant sa publication.", by.orderInForceLaw);
  file.enter("coverage");
  const { journal, amount, patients } = body;
  file.notify(["applicant", "HAS", "insurer"], "covered", { facts: { from, journal, amount, patients } });
  yield* file.all(file.under(inclusion(file), covered(file, from, body.months)), duties(file));
  return yield* file.ends("concluded");
});

/** R. 165-72, I. No patient before every clearance. */
const inclusion = story(function* (file) {
  yield* file.each("clearancesDelivered", ({ body: { clearances } }) => {
    file.notify("ministers", "clearances", { facts: { clearances } });
  });
});

/** Each indication, until the term that the order fixes, or until it is listed (R. 165-72, II and IV). */
const covered = story(function* (file, from: CivilDate, length: number) {
  yield* file.all(...file.filing.indications.map(({ id }) => coverageOf(file, id, from, length)));
  file.enter("over");
});

const coverageOf = story(function* (file, id: string, from: CivilDate, length: number) {
  file.enter("covered", id);
  const end = yield* file.first(theTerm(file, id, from, length), theListing(file, id));
  file.notify(["applicant", "HAS", "insurer"], "coverageOver", { about: id, facts: { ...end } });
  return yield* file.ends(end.how, id);
});

const theTerm = story(function* (file, id: string, from: CivilDate, length: number) {
  const firstDayWithout = yield* file.end("coverage", { from, of: id, length: months(length) });
  return { how: "termOver", firstDayWithout } as const;
});

/** By law, on the day on which the common coverage begins. */
const theListing = story(function* (file, id: string) {
  const { on, body } = yield* file.received("listingPublished").about(id);
  const effectiveOn = dayGiven(body.effectiveOn, by.endByListingLaw);
  const eve = addDays(effectiveOn, -1);
  if (eve >= on) yield* file.end("listingEffect", { from: on, of: id, length: days(daysBetween(on, eve)) });
  return { how: "listed", firstDayWithout: effectiveOn } as const;
});

/** L. 165-1-1, II. The study to its end, then the LPPR within a year, unless its results don't permit it (C8 lives here). */
const duties = story(function* (file) {
  const included = file.each("firstPatientIncluded", () => undefined);
  const early = file.each("listingRequested", () => {
    file.notify(["applicant", "ministers"], "listingRequested");
  });
  const study = yield* file.under([included, early], file.received("studyCompleted"));
  const { outcome, listable } = study.body;
  const owed = file.filing.nature !== "act";
  const toList = owed && listable && outcome === "completed";
  file.notify(["applicant", "HAS", "ministers"], "studyCompleted", {
    facts: { outcome, endedOn: study.on, listing: toList ? "owed" : "not-owed" },
  });
  if (owed && outcome === "abandoned") return yield* breach(file, "study");
  if (!toList) return;
  // Asked for before the end of the study, the duty is kept.
  if (file.recorded("listingRequested") !== undefined) return;
  const asked = yield* file.received("listingRequested").within("lpprRequest", { from: study.on });
  if (asked === lapsed) return yield* file.under(late(file), breach(file, "listing"));
  file.notify(["applicant", "ministers"], "listingRequested");
});

/** Asked for after the year, it is recorded and clears nothing. */
const late = story(function* (file) {
  yield* file.received("listingRequested");
  file.notify(["applicant", "ministers"], "listingRequested", { facts: { late: "yes" } });
});

/** The ministers say whether a penalty follows; the company answers first. */
const breach = story(function* (file, duty: "study" | "listing") {
  file.notify(["applicant", "ministers"], "dutyBreached", { facts: { duty } });
  file.task("ministers", "considerPenalty");
  const planned = yield* file.received("penaltyPlanned", "penaltyWaived");
  if (planned.act === "penaltyWaived") {
    file.notify("applicant", "penaltyWaived", { facts: { ...planned.body } });
    return;
  }
  yield* penalty(file, planned);
});

const penalty = story(function* (
  file,
  { receivedOn: from, body: { breach: found, days: given } }: ActOf<ForfaitInnovation, "penaltyPlanned">,
) {
  file.notify("applicant", "penaltyPlanned", { facts: { breach: found } });
  yield* file.under(
    file.each("penaltyObservations", ({ body: { observations } }) => {
      file.notify("ministers", "penaltyObserved", { facts: { observations } });
    }),
    file.end("penaltyObservations", { from, length: days(given) }),
  );
  const { body } = yield* file.received("penaltyDecided");
  if (body.amount * 10 > body.received * 3)
    refuse("La pénalité n'excède pas 30 % du montant perçu au titre du forfait.", by.penaltyCapLaw);
  file.notify("applicant", "penaltyDecided", { facts: { ...body } });
});
