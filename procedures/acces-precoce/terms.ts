import { lapsed } from "../../case/file.js";
import { refuse } from "../../case/refusal.js";
import { addDays, type CivilDate, latest } from "../../law/civil-date.js";
import { deadline } from "../../law/deadline.js";
import { addDelays, type Delay, months, years } from "../../law/delay.js";
import {
  type Authorisation,
  authorised,
  type Examined,
  type Granted,
  type Outcome,
  register,
} from "./authorisation.js";
import { story } from "./definition.js";
import { examination } from "./examination.js";
import * as by from "./sources.js";

/** One period of an authorisation, a year at most. */
interface Term {
  readonly from: CivilDate;
  readonly length: Delay;
  readonly lastDay: CivilDate;
  /** A renewal asked for in time is being examined: the period outlives its last day until the decision (A10). */
  pending: boolean;
  over: boolean;
}

/** No length is known for a tacit grant: the longest that the text allows. */
const longest = years(1);

/** R. 5121-69, I. */
const examinationMonths = months(3);

function termFrom(from: CivilDate, length: Delay): Term {
  const { lastDay } = deadline({ from, delay: length });
  return { from, length, lastDay: lastDay ?? from, pending: false, over: false };
}

/** D. 5121-69-3. Period after period, each renewed in time or expired. Gives the first day without authorisation. */
export const terms = story(function* (file, auth: Authorisation, granted: Granted) {
  let term = termFrom(granted.on, granted.length ?? longest);
  for (;;) {
    const next = yield* file.first(expiry(file, auth, term), renewals(file, auth, term));
    if (typeof next === "string") {
      file.notify(["applicant", "HAS", "ministers", "prescribers"], "expired", { about: auth.id });
      return next;
    }
    // It follows the period before, or the decision where that came later.
    term = termFrom(latest(term.lastDay, next.on), next.length ?? longest);
    if (next.decision?.body.protocol !== undefined) {
      auth.protocol = next.decision.body.protocol;
      auth.protocolFrom = next.on;
    }
    authorised(file, auth, "authorised");
    file.notify(["applicant", "HAS", "ministers", "prescribers"], "renewed", {
      about: auth.id,
      facts: { from: term.from, lastDay: term.lastDay },
    });
  }
});

const expiry = story(function* (file, auth: Authorisation, term: Term) {
  const firstDayWithout = yield* file.end("authorisation", { from: term.from, of: auth.id, length: term.length });
  term.over = true;
  if (!term.pending) return firstDayWithout;
  authorised(file, auth, "prolonged");
  file.notify(["applicant", "HAS", "ministers", "prescribers"], "prolonged", { about: auth.id });
  return yield* file.nothing();
});

/** R. 5121-69-4. Asked for three months before the end at the latest; late, it is examined, and doesn't prolong. */
const renewals = story(function* (file, auth: Authorisation, term: Term) {
  const { id } = auth;
  let late = false;
  for (;;) {
    const asked = yield* late
      ? file.received("renewalRequested", "continuityRequested").about(id)
      : file
          .received("renewalRequested", "continuityRequested")
          .about(id)
          .within("renewalRequest", { from: term.lastDay, of: id });
    if (asked === lapsed) {
      late = true;
      file.notify(["applicant", "HAS"], "renewalOverdue", { about: id, facts: { lastDay: term.lastDay } });
      continue;
    }
    const continuity = asked.act === "continuityRequested";
    if (continuity && auth.ammOn === null)
      refuse("La continuité se demande une fois l'AMM obtenue.", by.continuityAfterAmmLaw);
    register(auth.names, asked.body.request);
    const examined: Examined = { request: asked.body.request, motive: continuity ? "continuity" : "renewal" };
    if (!continuity) file.task("applicant", "updateMinisters", { about: id });
    // No delay was read for continuity: it isn't late by machine.
    term.pending = continuity || !late;
    const outcome = term.pending
      ? yield* file.first(examination(file, auth, examined), prolongation(file, auth, term, examined))
      : yield* examination(file, auth, examined);
    // The authorisation is over; nothing is left to renew.
    if (typeof outcome === "string") return outcome;
    term.pending = false;
    yield* file.ends(endingOf(outcome), examined.request, { on: outcome.on });
    if (outcome.kind === "granted") return outcome;
    if (term.over) return addDays(outcome.on, 1);
  }
});

/**
 * R. 5121-69-4, III. At the latest: the length of the authorisation, with the delays of the examination, the month that may be
 * announced and the days of its suspensions. Gives the first day without authorisation.
 */
const prolongation = story(function* (file, auth: Authorisation, term: Term, { request, motive }: Examined) {
  const firstDayWithout = yield* file.end("prolongation", {
    from: term.from,
    of: request,
    length: addDelays(term.length, examinationMonths),
  });
  if (motive !== "continuity") return firstDayWithout;
  // Reading A14: the text on continuity after the AMM wasn't read.
  file.task("HAS", "settleProlongation", { about: auth.id, facts: { request } });
  return yield* file.nothing();
});

export function endingOf({ kind }: Outcome) {
  const endings = {
    granted: "requestGranted",
    refused: "requestRefused",
    abandoned: "deemedAbandoned",
    withdrawn: "requestWithdrawn",
  } as const;
  return endings[kind];
}
