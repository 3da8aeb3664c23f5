import type { ActOf } from "../../case/act.js";
import { type CaseFile, lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import type { CivilDate } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { type Delay, years as inYears } from "../../law/delay.js";
import { changes, measures, tariffChanges, tariffProjects } from "./changes.js";
import { chapter, type Lppr } from "./definition.js";
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
  decided: ActOf<Lppr, "renewalDecided"> | null;
  published: boolean;
}

const longest = { brand: 5, generic: 10 } as const;

function termFrom(file: CaseFile<Lppr>, from: CivilDate, years: number | undefined): Term {
  const length = inYears(years ?? longest[file.filing.form]);
  const { lastDay } = deadline({ from, delay: length });
  return {
    from,
    length,
    lastDay: lastDay ?? from,
    askedOn: null,
    late: false,
    complete: true,
    decided: null,
    published: false,
  };
}

/** R. 165-3, R. 165-10. The listing as long as it lasts, and what may happen to it meanwhile. */
export const listed = chapter(function* (file, from: CivilDate, years: number | undefined) {
  return yield* file.under(
    [changes(file), tariffProjects(file), tariffChanges(file), measures(file)],
    terms(file, termFrom(file, from, years)),
  );
});

/** Term after term, each renewed by decision or tacitly, or expired. */
const terms = chapter(function* (file, first: Term) {
  for (let term = first; ; ) {
    const years = yield* file.under(renewal(file, term), theTerm(file, term));
    if (years === null) return yield* file.ends("expired");
    term = termFrom(file, term.lastDay, years);
    file.enter("listed");
  }
});

/** II. What the end of the term brings: the years of the next one, or null. */
const theTerm = chapter(function* (file, term: Term) {
  const { from, length } = term;
  const firstDayAfter = yield* file.end(file.filing.form === "brand" ? "term" : "genericTerm", { from, length });
  const parties = ["applicant", "ministers", "CEPS", "insurer"] as const;
  if (term.published && term.decided !== null) {
    file.notify(parties, "renewed", { facts: { from: term.lastDay } });
    return term.decided.body.termYears;
  }
  const inTime = term.askedOn !== null && !term.late && term.complete;
  if (inTime && term.decided?.body.outcome !== "refused") {
    // At the expiry itself, with the tariff in force before: a notice of the Journal officiel says so.
    file.notify(parties, "tacitlyRenewed", { facts: { on: firstDayAfter, askedOn: term.askedOn } });
    file.task("ministers", "publishRenewalNotice", { facts: { on: firstDayAfter } });
    return undefined;
  }
  file.notify(parties, "expired", { facts: { on: firstDayAfter } });
  return null;
});

/** I. A hundred and eighty days before the end of the term; late, it is examined, and never tacitly granted. */
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
  file.notify(["applicant", "ministers", "CNEDiMTS", "CEPS"], notice, { facts: { lastDay: term.lastDay } });
  return yield* file.under(completeness(file, term), renewalDecision(file, term));
});

/** II. Only a complete file is tacitly renewed. */
const completeness = chapter(function* (file, term: Term) {
  for (;;) {
    const { body } = yield* file.received("renewalIncomplete");
    term.complete = false;
    file.notify("applicant", "renewalIncomplete", { facts: { missing: body.missing, lastDay: term.lastDay } });
    file.task("applicant", "completeRenewal");
    yield* file.received("renewalCompleted");
    term.complete = true;
  }
});

const renewalDecision = chapter(function* (file, term: Term) {
  const decided = yield* file.received("renewalDecided");
  const { outcome, reasons, remedies, termYears } = decided.body;
  if (outcome === "refused" && (reasons === undefined || remedies === undefined))
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", by.refusalLaw);
  if (file.filing.form === "brand" && (termYears ?? 5) > 5)
    refuse("Une inscription sous forme de marque dure au plus cinq ans.", by.brandTermLaw);
  term.decided = decided;
  file.notify(["applicant", "insurer", "CEPS"], "renewalDecided", {
    facts: { ...decided.body, lastDay: term.lastDay },
  });
  if (outcome === "renewed") {
    yield* file.received("renewalPublished");
    term.published = true;
  }
  return yield* file.nothing();
});
