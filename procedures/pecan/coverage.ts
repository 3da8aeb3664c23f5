import type { ActOf } from "../../case/act.js";
import type { EndingName } from "../../case/definition.js";
import type { CaseFile, Tellable } from "../../case/file.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { dayGiven } from "../day-given.js";
import { lawfulOrder, type OrderContent } from "./contents.js";
import type { Decision } from "./decision.js";
import { chapter, type Pecan } from "./definition.js";
import {
  certificate,
  conditions,
  endToPronounce,
  newStanding,
  observations,
  type Standing,
  type Standings,
  theOrder,
} from "./ends.js";
import { type PenaltyTrack, penalties, penaltyLeft } from "./penalty.js";
import * as by from "./sources.js";

/** Step 14. The decision, indication by indication; then, for those granted, the order and the year of coverage. */
export const afterDecision = chapter(function* (file, decision: Decision, early: EarlyListings) {
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
  const order = yield* file.under(earlyListings(file, early), file.received("orderPublished"));
  // C6: in force the day after publication, unless it says otherwise.
  const effectiveOn =
    order.body.effectiveOn === undefined ? addDays(order.on, 1) : dayGiven(order.body.effectiveOn, by.orderInForceLaw);
  if (effectiveOn < order.on) refuse("L'arrêté ne peut prendre effet avant sa publication.", by.orderInForceLaw);

  lawfulOrder(order.body, granted);

  file.enter("coverage");
  const indications = file.filing.indications.filter(({ id }) => granted.includes(id));
  const penalty: PenaltyTrack = { open: null };
  const standings: Standings = new Map(indications.map(({ id }) => [id, newStanding()]));
  outcomes.push(
    ...(yield* file.under(
      [certificate(file, standings), penalties(file, penalty)],
      file.all(
        ...indications.map(({ id, list }) =>
          coverage(
            file,
            {
              id,
              list,
              publishedOn: order.on,
              effectiveOn,
              content: order.body.contents?.find(({ indication }) => indication === id),
              early: early.get(id),
            },
            standings.get(id) ?? newStanding(),
          ),
        ),
      ),
    )),
  );
  yield* penaltyLeft(file, penalty);
  const [first = "concluded"] = outcomes;
  return yield* file.ends(outcomes.every((outcome) => outcome === first) ? first : "concluded");
});

/** R. 162-120. A refusal is notified with its reasons and its remedies. */
export const refuseIndications: (file: CaseFile<Pecan>, decision: Decision) => Tellable<never> = chapter(function* (
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
  /** What the order says of it (R. 162-116, I), where the act gives it. */
  readonly content: OrderContent | undefined;
  /** The request for its listing, where it came before the coverage. */
  readonly early: Requested | undefined;
}

type Requested = ActOf<Pecan, "listingRequested">;
/** The listings asked for before the coverage, by indication: a duty to ask within a delay is then kept. */
export type EarlyListings = Map<string, Requested>;

/** A listing may be asked for before the PECAN is granted, and withdrawn again. */
export const earlyListings = chapter(function* (file, early: EarlyListings) {
  const asked = file.each("listingRequested", (request) => {
    const { about = "", body } = request;
    rightList(file.filing.indications.find(({ id }) => id === about)?.list, about, body.list);
    early.set(about, request);
  });
  const withdrawn = file.each("listingRequestWithdrawn", ({ about = "" }) => {
    if (!early.delete(about)) refuse("Aucune demande d'inscription n'est enregistrée.", by.listingDutyLaw);
  });
  yield* file.all(asked, withdrawn);
});

/** @throws Refusal */
function rightList(list: "lppr" | "latm" | undefined, id: string, asked: string): void {
  if (list === undefined) refuse(`L'indication ${id} n'est pas demandée.`, by.listingDutyLaw);
  if (asked !== list)
    refuse(`L'indication ${id} vise la liste ${list.toUpperCase()} : le délai suit cette liste.`, by.listingDutyLaw);
}

/** L. 162-1-23. The coverage of one indication, to its end and to the end of the duties that outlive it. */
const coverage = chapter(function* (file, covered: Covered, standing: Standing) {
  const { id, publishedOn, effectiveOn, content } = covered;
  file.enter("coverage", id);
  file.notify(["applicant", "insurer", "prescribers"], "coverage", {
    about: id,
    facts: { publishedOn, effectiveOn, ...(content !== undefined && { order: [content] }) },
  });
  file.notify("applicant", "undertakings", { about: id, facts: { list: covered.list, studies: file.filing.studies } });
  for (const study of file.filing.studies ?? [])
    file.task("applicant", "completeStudy", { about: id, facts: { ...study } });

  return yield* file.under(studies(file, id), theLife(file, covered, standing));
});

/** To the end of the coverage and of its duties; listed, the indication ends so, once its continuity is over. */
const theLife = chapter(function* (file, covered: Covered, standing: Standing) {
  const outcome = yield* file.first(listing(file, covered, standing), untilTheEnd(file, covered, standing));
  if (outcome !== "tariff-published") return outcome;
  // VI, 2°, b. The continuity is owed after a listing too, "conditions prévues au titre des listes".
  const over = yield* continuity(file, covered.id, standing);
  return yield* file.ends(over === "safety" ? "dutiesLifted" : "listed", covered.id);
});

/** VI, 1°. The applicant undertakes to ask for the common-law listing, within six months (LPPR) or nine (LATM) of the decision. */
const listing = chapter(function* (file, covered: Covered, standing: Standing) {
  const { id } = covered;
  if (covered.early === undefined) yield* listingRequest(file, covered, standing);
  if (standing.grounds.size === 0 && standing.endedOn === null) file.enter("listing", id);
  file.notify(["applicant", "ministers"], "listingRequested", { about: id });

  const answer = yield* file.received("listingDecided", "listingRequestWithdrawn").about(id);
  if (answer.act === "listingRequestWithdrawn") {
    endToPronounce(file, id, "listing-request-withdrawn", standing);
    return yield* file.nothing();
  }
  if (answer.body.outcome === "refused") {
    if (standing.endedOn !== null) refusedAfterTheEnd(file, id, standing.endedOn);
    else {
      file.notify(["applicant", "insurer"], "listingDecided", { about: id, facts: { ...answer.body } });
      endToPronounce(file, id, "listing-refused", standing);
    }
    return yield* file.nothing();
  }
  file.notify(["applicant", "insurer"], "listingDecided", { about: id, facts: { ...answer.body } });

  // R. 162-119, II, 2°. Listed: it ends by law with the publication of the tariff.
  if (standing.endedOn === null) file.enter("tariff", id);
  const tariff = yield* file.received("tariffPublished").about(id);
  if (standing.endedOn === null)
    file.notify(["applicant", "insurer", "prescribers"], "coverageEnded", { about: id, facts: { how: "listed" } });
  standing.endedOn ??= tariff.on;
  file.settled("pronounceEnd", id);
  return "tariff-published" as const;
});

const listingRequest = chapter(function* (file, { id, list, publishedOn }: Covered, standing: Standing) {
  const duty = list === "lppr" ? "lpprListing" : "latmListing";
  let request = yield* file.received("listingRequested").about(id).within(duty, { from: publishedOn, about: id });
  if (request === lapsed) {
    file.notify(["applicant", "ministers"], "dutyBreached", { about: id, facts: { list } });
    endToPronounce(file, id, "no-listing-request", standing);
    // E35: late, it is recorded and clears nothing; the ministers decide.
    request = yield* file.received("listingRequested").about(id);
  }
  rightList(list, id, request.body.list);
});

/**
 * C20. A listing refused after the coverage has ended: no order is possible any more, and whether the shorter continuity then
 * applies isn't written: both days are shown, and the longer one is kept, since the end of a duty owed to patients isn't brought forward.
 */
function refusedAfterTheEnd(file: CaseFile<Pecan>, id: string, endedOn: CivilDate): void {
  file.notify(["applicant", "insurer"], "listingRefusedAfterTheEnd", {
    about: id,
    facts: {
      endedOn,
      until: file.lastDay("continuity", endedOn),
      orElse: file.lastDay("shortContinuity", endedOn),
    },
  });
}

/** R. 162-119. The coverage ends by order, or by law after its year; then the duty of continuity (VI, 2°, b). */
const untilTheEnd = chapter(function* (file, covered: Covered, standing: Standing) {
  const { id } = covered;
  const firstDayWithout = yield* file.under(
    [conditions(file, id, standing), observations(file, id, standing)],
    file.first(theYear(file, covered, standing), theOrder(file, id, standing, owedAfter)),
  );
  standing.endedOn = addDays(firstDayWithout, -1);
  file.settled("pronounceEnd", id);
  // A listing still examined is no longer examined under a PECAN; one that was decided has nothing to learn.
  if (file.recorded("listingDecided", id) === undefined)
    file.handOver("coverageEnded", { about: id, facts: { firstDayWithout } });
  if (standing.grounds.has("safety-withdrawal")) return yield* file.ends("dutiesLifted", id);
  const over = yield* continuity(file, id, standing);
  return yield* file.ends(over === "safety" ? "dutiesLifted" : "continuityOver", id);
});

/** VI, 2°, b. From the last day of coverage: a duration, that no holiday lengthens; a safety withdrawal lifts it. */
const continuity = chapter(function* (file, id: string, standing: Standing) {
  // The year may be over before the tariff that lists it: the continuity then goes on as it was.
  if (!standing.continuing) file.enter("continuity", id);
  standing.continuing = true;
  const from = standing.endedOn ?? file.today;
  const over = yield* file.first(file.end(continuityOf(standing), { from, about: id }), safetyStop(file, id));
  if (over === "safety") return over;
  file.notify(["applicant", "insurer"], "continuityOver", { about: id });
  return "over" as const;
});

/** What is owed after the coverage, as its letters tell it. */
const owedAfter = (standing: Standing) =>
  standing.grounds.has("safety-withdrawal") ? "lifted" : continuityOf(standing);

/** VI, 2°, b. Six months; forty-five days where the listing was refused. */
const continuityOf = ({ grounds }: Standing) => (grounds.has("listing-refused") ? "shortContinuity" : "continuity");

/**
 * VI, last al. After the coverage, a safety withdrawal lifts the undertakings. A measure of the ANSM doesn't, to the letter; a banned
 * device can't be supplied all the same: the ministers say what becomes of the continuity.
 */
const safetyStop = chapter(function* (file, id: string) {
  for (;;) {
    const { body } = yield* file.received("conditionLost").about(id);
    if (body.condition === "safety-withdrawal") return "safety" as const;
    if (body.condition !== "ansm-measure")
      refuse(
        "La prise en charge est terminée : seuls un arrêt pour la sécurité des patients ou une mesure de l'ANSM importent encore.",
        by.dutiesLiftedLaw,
      );
    file.task("ministers", "considerContinuity", { about: id });
  }
});

/** II, 1°, and L. 162-1-23, I. One year, not renewable, which nothing suspends; what its end rests on depends on the listing. */
const theYear = chapter(function* (file, { id, effectiveOn }: Covered, standing: Standing) {
  const firstDayWithout = yield* file.end("coverageYear", { from: effectiveOn, about: id });
  const decided = file.recorded("listingDecided", id)?.body.outcome;
  const facts = { firstDayWithout, continuity: owedAfter(standing) };
  const parties = ["applicant", "ministers", "insurer", "prescribers"] as const;
  if (decided === undefined) file.notify(parties, "coverageEnded", { about: id, facts: { how: "by-law", ...facts } });
  else {
    // C19: decided in the year, its end isn't that of II, 1°; the year of L. 162-1-23, I is over all the same.
    file.notify(parties, decided === "listed" ? "yearOverListed" : "yearOverRefused", { about: id, facts });
    file.task("ministers", "settleYearOver", { about: id, facts: { decided } });
  }
  return firstDayWithout;
});

/** The undertakings of the Convergence page: studies to their end, then a listing within a year, which C8 attaches to another procedure. */
const studies = chapter(function* (file, id: string) {
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
