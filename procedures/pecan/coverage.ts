import type { EndingName } from "../../case/definition.js";
import type { CaseFile, Tellable } from "../../case/file.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { crpa } from "../../law/citation.js";
import { addDays, type CivilDate, daysBetween } from "../../law/civil-date.js";
import { days } from "../../law/delay.js";
import { dayGiven } from "../day-given.js";
import type { Decision } from "./decision.js";
import { type Pecan, story } from "./definition.js";
import * as by from "./sources.js";

const inForce = crpa("L. 221-3");

/** Step 14. The decision, indication by indication; then, for those granted, the order and the year of coverage. */
export const afterDecision = story(function* (file, decision: Decision) {
  const granted = decision.body.decisions
    .filter(({ outcome }) => outcome === "granted")
    .map(({ indication }) => indication);
  if (granted.length === 0) return yield* refuseIndications(file, decision);
  const outcomes: EndingName<Pecan>[] = [];
  for (const { indication, outcome, ...why } of decision.body.decisions) {
    file.notify(["applicant", "HAS", "ANS"], "decision", {
      about: indication,
      facts: { outcome, ...why, signedOn: decision.body.signedOn },
    });
    if (outcome === "refused") outcomes.push(yield* file.ends("refused", indication, { criteria: why.criteria }));
  }

  file.enter("publication");
  file.task("ministers", "publishOrder");
  const order = yield* file.received("orderPublished");
  // C6: in force the day after publication, unless it says otherwise.
  const effectiveOn =
    order.body.effectiveOn === undefined ? addDays(order.on, 1) : dayGiven(order.body.effectiveOn, inForce);
  if (effectiveOn < order.on) refuse("L'arrêté ne peut prendre effet avant sa publication.", inForce);

  file.enter("coverage");
  const indications = file.filing.indications.filter(({ id }) => granted.includes(id));
  outcomes.push(
    ...(yield* file.all(
      ...indications.map(({ id, list }) => coverage(file, { id, list, publishedOn: order.on, effectiveOn })),
    )),
  );
  const [first = "concluded"] = outcomes;
  return yield* file.ends(outcomes.every((outcome) => outcome === first) ? first : "concluded");
});

/** R. 162-120. A refusal is notified with its reasons and its remedies. */
export const refuseIndications: (file: CaseFile<Pecan>, decision: Decision) => Tellable<never> = story(function* (
  file,
  { body: { decisions, signedOn } }: Decision,
) {
  for (const { indication, outcome, ...why } of decisions) {
    file.notify(["applicant", "HAS", "ANS"], "decision", { about: indication, facts: { outcome, ...why, signedOn } });
    yield* file.ends("refused", indication, { criteria: why.criteria });
  }
  return yield* file.ends("refused");
});

interface Covered {
  readonly id: string;
  readonly list: "lppr" | "latm";
  readonly publishedOn: CivilDate;
  readonly effectiveOn: CivilDate;
}

type Ground =
  | "no-listing-request"
  | "listing-request-withdrawn"
  | "listing-refused"
  | "condition-lost"
  | "safety-withdrawal"
  | "ansm-measure";

/** Why an order may, or must, end the coverage of an indication (R. 162-119, I); and whether it has ended. */
interface Standing {
  readonly grounds: Set<Ground>;
  ended: boolean;
}

/** L. 162-1-23. The coverage of one indication, to its end and to the end of the duties that outlive it. */
const coverage = story(function* (file, covered: Covered) {
  const { id, publishedOn, effectiveOn } = covered;
  const standing: Standing = { grounds: new Set(), ended: false };
  file.enter("coverage", id);
  file.notify(["applicant", "insurer"], "coverage", { about: id, facts: { publishedOn, effectiveOn } });
  file.notify("applicant", "undertakings", { about: id, facts: { list: covered.list, studies: file.filing.studies } });
  for (const study of file.filing.studies ?? [])
    file.task("applicant", "completeStudy", { about: id, facts: { ...study } });

  return yield* file.under(
    studies(file, id),
    file.first(listing(file, covered, standing), untilTheEnd(file, covered, standing)),
  );
});

/** VI, 1°. The applicant undertakes to ask for the common-law listing, within six months (LPPR) or nine (LATM) of the decision. */
const listing = story(function* (file, { id, list, publishedOn }: Covered, standing: Standing) {
  const duty = list === "lppr" ? "lpprListing" : "latmListing";
  let request = yield* file.received("listingRequested").about(id).within(duty, { from: publishedOn, of: id });
  if (request === lapsed) {
    file.notify(["applicant", "ministers"], "dutyBreached", { about: id, facts: { list } });
    endToPronounce(file, id, "no-listing-request", standing);
    // E35: late, it is recorded and clears nothing; the ministers decide.
    request = yield* file.received("listingRequested").about(id);
  }
  if (request.body.list !== list)
    refuse(`L'indication ${id} vise la liste ${list.toUpperCase()} : le délai suit cette liste.`, by.listingDutyLaw);
  if (standing.grounds.size === 0 && !standing.ended) file.enter("listing", id);
  file.notify(["applicant", "ministers"], "listingRequested", { about: id });

  const answer = yield* file.received("listingDecided", "listingRequestWithdrawn").about(id);
  if (answer.act === "listingRequestWithdrawn") {
    endToPronounce(file, id, "listing-request-withdrawn", standing);
    return yield* file.nothing();
  }
  file.notify(["applicant", "insurer"], "listingDecided", {
    about: id,
    facts: { outcome: answer.body.outcome, reasons: answer.body.reasons },
  });
  if (answer.body.outcome === "refused") {
    endToPronounce(file, id, "listing-refused", standing);
    return yield* file.nothing();
  }

  // R. 162-119, II, 2°. Listed: it ends by law with the publication of the tariff.
  if (!standing.ended) file.enter("tariff", id);
  yield* file.received("tariffPublished").about(id);
  if (!standing.ended) file.notify(["applicant", "insurer"], "coverageEnded", { about: id, facts: { how: "listed" } });
  return yield* file.ends("listed", id);
});

/** R. 162-119. The coverage ends by order, or by law after its year; then the duty of continuity (VI, 2°, b). */
const untilTheEnd = story(function* (file, covered: Covered, standing: Standing) {
  const { id } = covered;
  const firstDayWithout = yield* file.under(
    lostConditions(file, id, standing),
    file.first(theYear(file, covered, standing), theOrder(file, id, standing)),
  );
  standing.ended = true;
  if (standing.grounds.has("safety-withdrawal")) return yield* file.ends("dutiesLifted", id);
  file.enter("continuity", id);
  const from = addDays(firstDayWithout, -1);
  const over = yield* file.first(file.end(continuityOf(standing), { from, of: id }), safetyStop(file, id));
  if (over === "safety") return yield* file.ends("dutiesLifted", id);
  file.notify(["applicant", "insurer"], "continuityOver", { about: id });
  return yield* file.ends("continuityOver", id);
});

/** What is owed after the coverage, as its letters tell it. */
const owedAfter = (standing: Standing) =>
  standing.grounds.has("safety-withdrawal") ? "lifted" : continuityOf(standing);

/** VI, 2°, b. Six months; forty-five days where the listing was refused. */
const continuityOf = ({ grounds }: Standing) => (grounds.has("listing-refused") ? "shortContinuity" : "continuity");

/** VI, last al. After the coverage, only a safety withdrawal still changes something: the undertakings cease. */
const safetyStop = story(function* (file, id: string) {
  const { body } = yield* file.received("conditionLost").about(id);
  if (body.condition !== "safety-withdrawal")
    refuse(
      "La prise en charge est terminée : seul un arrêt pour la sécurité des patients change encore les engagements.",
      by.dutiesLiftedLaw,
    );
  return "safety" as const;
});

/** II, 1°. One year, not renewable, which nothing suspends. */
const theYear = story(function* (file, { id, effectiveOn }: Covered, standing: Standing) {
  const firstDayWithout = yield* file.end("coverageYear", { from: effectiveOn, of: id });
  file.notify(["applicant", "ministers", "insurer"], "coverageEnded", {
    about: id,
    facts: { how: "by-law", firstDayWithout, continuity: owedAfter(standing) },
  });
  return firstDayWithout;
});

/** I. By an order of the ministers, in the cases that the article lists. */
const theOrder = story(function* (file, id: string, standing: Standing) {
  const order = yield* file.received("coverageEndOrdered").about(id);
  const { ground, effectiveOn } = order.body;
  if (!standing.grounds.has(ground)) {
    const known = [...standing.grounds].join(", ");
    refuse(
      known === ""
        ? "Aucun des cas de l'article n'est constaté : la prise en charge continue."
        : `Ce cas n'est pas constaté ; le sont : ${known}.`,
      by.endByOrderLaw,
    );
  }
  const firstDayWithout = effectiveOn === undefined ? addDays(order.on, 1) : dayGiven(effectiveOn, inForce);
  if (firstDayWithout < order.on) refuse("L'arrêté ne peut prendre effet avant sa publication.", inForce);
  file.enter("endPronounced", id);
  file.notify(["applicant", "insurer"], "endPronounced", {
    about: id,
    facts: { ground, firstDayWithout, continuity: owedAfter(standing) },
  });
  const lastDay = addDays(firstDayWithout, -1);
  // One that is in force on the very day of its publication leaves nothing to wait for.
  if (lastDay >= order.on)
    yield* file.end("orderedEnd", { from: order.on, of: id, length: days(daysBetween(order.on, lastDay)) });
  file.notify(["applicant", "insurer"], "coverageEnded", {
    about: id,
    facts: { how: "by-order", ground, firstDayWithout, continuity: owedAfter(standing) },
  });
  return firstDayWithout;
});

/** R. 162-119, I. A case in which the end is pronounced by order: coverage goes on until the day that it fixes (E34). */
function endToPronounce(file: CaseFile<Pecan>, id: string, ground: Ground, standing: Standing): void {
  standing.grounds.add(ground);
  const pronounced = file.recorded("coverageEndOrdered", id) !== undefined;
  if (pronounced || standing.ended) return;
  file.enter("endToPronounce", id);
  file.notify(["applicant", "ministers"], "endToPronounce", { about: id, facts: { ground } });
  file.task("ministers", "pronounceEnd", { about: id, facts: { ground } });
}

/** I, 3° to 5°. A condition lost, a safety withdrawal, a measure of the ANSM: each may be stated by whoever it falls to. */
const lostConditions = story(function* (file, id: string, standing: Standing) {
  yield* file.each(
    "conditionLost",
    ({ by: party, body: { condition } }) => {
      if (condition === "certificate" && party !== "ANS")
        refuse("Le certificat est retiré par l'ANS.", by.endByOrderLaw);
      if (condition === "ansm-measure" && party !== "ANSM")
        refuse("Une mesure de police sanitaire est prise par l'ANSM.", by.endByOrderLaw);
      if (condition !== "ansm-measure" && condition !== "safety-withdrawal" && party === "ANSM")
        refuse("L'ANSM constate ses mesures et les arrêts de sécurité.", by.endByOrderLaw);
      endToPronounce(
        file,
        id,
        condition === "safety-withdrawal" || condition === "ansm-measure" ? condition : "condition-lost",
        standing,
      );
    },
    id,
  );
});

/** The undertakings of the Convergence page: studies to their end, then a listing within a year, which C8 attaches to another procedure. */
const studies = story(function* (file, id: string) {
  yield* file.each(
    "studyCompleted",
    ({ on, body: { outcome } }) => {
      file.notify(["applicant", "HAS"], "studyCompleted", { about: id, facts: { outcome, endedOn: on } });
      if (outcome === "completed")
        file.task("applicant", "listWithinYearOfStudy", { about: id, facts: { endedOn: on, reading: "C8" } });
    },
    id,
  );
});
