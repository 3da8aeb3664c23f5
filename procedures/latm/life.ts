import type { ActOf } from "../../case/act.js";
import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { type Delay, years as inYears } from "../../law/delay.js";
import { chapter, type Latm } from "./definition.js";
import { certificates, delistings } from "./ends.js";
import { genericLines } from "./generic-line.js";
import * as by from "./sources.js";

/** One term of a listing, and where its renewal stands. */
interface Term {
  readonly from: CivilDate;
  readonly length: Delay;
  readonly lastDay: CivilDate;
  /** Day of the request for renewal. */
  askedOn: CivilDate | null;
  late: boolean;
  complete: boolean;
  decided: ActOf<Latm, "renewalDecided"> | null;
}

function termFrom(from: CivilDate, years = 5): Term {
  const length = inYears(years);
  const { lastDay } = deadline({ from, delay: length });
  return { from, length, lastDay: lastDay ?? from, askedOn: null, late: false, complete: true, decided: null };
}

/** R. 162-73, III, R. 162-88. The listing as long as it lasts, and what may happen to it meanwhile. */
export const listed = chapter(function* (file, from: CivilDate, years: number | undefined) {
  return yield* file.under(
    [certificates(file), delistings(file), genericLines(file)],
    terms(file, termFrom(from, years)),
  );
});

/** Term after term, each renewed by decision or tacitly, or expired. */
const terms = chapter(function* (file, first: Term) {
  for (let term = first; ; ) {
    const years = yield* file.under(renewal(file, term), theTerm(file, term));
    if (years === null) return yield* file.ends("expired");
    term = termFrom(term.lastDay, years);
    file.enter("listed");
  }
});

/** III. What the end of the term brings: the years of the next one, or null. */
const theTerm = chapter(function* (file, term: Term) {
  const firstDayAfter = yield* file.end("term", { from: term.from, length: term.length });
  const parties = ["applicant", "ministers", "CNEDiMTS", "insurer"] as const;
  if (term.decided?.body.outcome === "renewed") {
    file.notify(parties, "renewed", { facts: { from: term.lastDay } });
    return term.decided.body.termYears;
  }
  // "En l'absence de décision expresse": any that was notified keeps silence from renewing.
  if (term.decided === null && term.askedOn !== null && !term.late && term.complete) {
    file.notify(parties, "tacitlyRenewed", { facts: { on: firstDayAfter, askedOn: term.askedOn } });
    file.task("ministers", "publishRenewalNotice", { facts: { on: firstDayAfter } });
    return undefined;
  }
  file.notify(parties, "expired", { facts: { on: firstDayAfter } });
  return null;
});

/** I. A hundred and twenty days before the end of the term; late, it is examined, and never tacitly granted. */
const renewal = chapter(function* (file, term: Term) {
  let asked = yield* file.received("renewalRequested").within("renewalRequest", { from: term.lastDay });
  if (asked === lapsed) {
    term.late = true;
    file.notify(["applicant", "ministers"], "renewalOverdue", { facts: { lastDay: term.lastDay } });
    asked = yield* file.received("renewalRequested");
  }
  term.askedOn = asked.on;
  file.enter("renewal");
  const notice = term.late ? "renewalLate" : "renewalRequested";
  file.notify(["applicant", "ministers", "CNEDiMTS", "CNP"], notice, { facts: { lastDay: term.lastDay } });
  return yield* file.under(renewalExamination(file, term), renewalDecision(file, term));
});

/** II. What is missing, the acknowledgement that nothing is any more, and the opinion within ninety days of it. */
const renewalExamination = chapter(function* (file, term: Term) {
  const incomplete = file.each("renewalIncomplete", ({ body }) => {
    term.complete = false;
    file.notify("applicant", "renewalIncomplete", { facts: { missing: body.missing, lastDay: term.lastDay } });
  });
  const { on: from } = yield* file.under(incomplete, file.received("renewalAcknowledged"));
  term.complete = true;
  const { body } = yield* file.received("renewalOpinionRendered").within("renewalOpinion", { from });
  file.notify(["applicant", "ministers", "CNP"], "renewalOpinion", { facts: { ...body } });
  return yield* file.nothing();
});

const renewalDecision = chapter(function* (file, term: Term) {
  const decided = yield* file.received("renewalDecided");
  const { outcome, reasons, remedies } = decided.body;
  if (outcome === "refused" && (reasons === undefined || remedies === undefined))
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.renewalDecisionLaw);
  term.decided = decided;
  file.notify(["applicant", "insurer"], "renewalDecided", { facts: { ...decided.body, lastDay: term.lastDay } });
  return yield* file.nothing();
});
