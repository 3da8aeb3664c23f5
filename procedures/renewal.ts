import type { ActOf } from "../case/act.js";
import type { ActSpec, Definition, DelaySpec, FilingBase, Shape } from "../case/definition.js";
import { lapsed, type Running, type Tellable } from "../case/file.js";
import { refuse } from "../case/refusal.js";
import { sharedStories } from "../case/stories.js";
import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { type Delay, years as inYears } from "../law/delay.js";

/** The terms of a listing and their renewals, of R. 162-88 (LATM) and of R. 165-10 (LPPR): told once for both. */

interface Bodies {
  readonly renewalRequested: object;
  readonly renewalDecided: {
    readonly outcome: "renewed" | "refused";
    readonly termYears?: number | undefined;
    readonly reasons?: string | undefined;
    readonly remedies?: string | undefined;
  };
}

interface Renewable extends Shape {
  readonly acts: Readonly<Record<keyof Bodies, ActSpec>>;
  readonly phases: Readonly<Record<"listed" | "renewal", string>>;
  readonly endings: Readonly<Record<"expired", Shape["endings"][string]>>;
  readonly delays: Readonly<Record<"renewalRequest", DelaySpec & { readonly onExpiry: "lapse" }>>;
  readonly notices: Readonly<
    Record<
      | "renewalRequested"
      | "renewalLate"
      | "renewalOverdue"
      | "renewalDecided"
      | "renewed"
      | "tacitlyRenewed"
      | "expired",
      Shape["notices"][string]
    >
  >;
  readonly tasks: Readonly<Record<"publishRenewalNotice", Shape["tasks"][string]>>;
}

type WithRenewal = Definition<Renewable, Bodies, FilingBase>;
type Decided = ActOf<WithRenewal, "renewalDecided">;

/** One term of a listing, and where its renewal stands. */
export interface Term {
  readonly from: CivilDate;
  readonly length: Delay;
  readonly lastDay: CivilDate;
  /** Day of the request for renewal. */
  askedOn: CivilDate | null;
  late: boolean;
  complete: boolean;
  decided: Decided["body"] | null;
  /** The decision has the effect that it needs to stand for the renewal. */
  effective: boolean;
}

/** What each article says for itself. */
export interface RenewalRules {
  /** Years of a term, where nobody says otherwise. */
  readonly years: number;
  readonly term: (running: Running) => Tellable<CivilDate>;
  readonly told: {
    readonly request: readonly string[];
    readonly decision: readonly string[];
    readonly end: readonly string[];
  };
  /** Whether the file is complete, and the opinion. */
  readonly examination: (term: Term) => Tellable<never>;
  /** @throws Refusal */
  readonly lawful?: (decided: Decided["body"]) => void;
  /** What a decision to renew still needs; nothing, when absent. */
  readonly publication?: () => Tellable<unknown>;
  readonly refusalLaw: Citation;
}

const story = sharedStories<WithRenewal>();

function termFrom(from: CivilDate, years: number): Term {
  const length = inYears(years);
  const { lastDay } = deadline({ from, delay: length });
  return {
    from,
    length,
    lastDay: lastDay ?? from,
    askedOn: null,
    late: false,
    complete: true,
    decided: null,
    effective: false,
  };
}

/** Term after term, each renewed by decision or tacitly, or expired. */
export const terms = story(function* (file, from: CivilDate, years: number | undefined, rules: RenewalRules) {
  for (let term = termFrom(from, years ?? rules.years); ; ) {
    const next = yield* file.under(renewal(file, term, rules), end(file, term, rules));
    if (next === null) return yield* file.ends("expired");
    term = termFrom(term.lastDay, next);
    file.enter("listed");
  }
});

/** What the end of the term brings: the years of the next one, or null. */
const end = story(function* (file, term: Term, { told, years, term: endOf }: RenewalRules) {
  const firstDayAfter = yield* endOf({ from: term.from, length: term.length });
  if (term.effective && term.decided?.outcome === "renewed") {
    file.notify(told.end, "renewed", { facts: { from: term.lastDay } });
    return term.decided.termYears ?? years;
  }
  const inTime = term.askedOn !== null && !term.late && term.complete;
  if (inTime && term.decided?.outcome !== "refused") {
    // At the expiry itself: a notice of the Journal officiel says so.
    file.notify(told.end, "tacitlyRenewed", { facts: { on: firstDayAfter, askedOn: term.askedOn } });
    file.task("ministers", "publishRenewalNotice", { facts: { on: firstDayAfter } });
    return years;
  }
  file.notify(told.end, "expired", { facts: { on: firstDayAfter } });
  return null;
});

/** So many days before the end of the term; late, it is examined, and never tacitly granted. */
const renewal = story(function* (file, term: Term, rules: RenewalRules) {
  const { lastDay } = term;
  let asked = yield* file.received("renewalRequested").within("renewalRequest", { from: lastDay });
  if (asked === lapsed) {
    term.late = true;
    file.notify(["applicant", "ministers"], "renewalOverdue", { facts: { lastDay } });
    asked = yield* file.received("renewalRequested");
  }
  term.askedOn = asked.on;
  file.enter("renewal");
  file.notify(rules.told.request, term.late ? "renewalLate" : "renewalRequested", { facts: { lastDay } });
  return yield* file.under(rules.examination(term), decision(file, term, rules));
});

const decision = story(function* (file, term: Term, { refusalLaw, lawful, told, publication }: RenewalRules) {
  const { body } = yield* file.received("renewalDecided");
  const { outcome, reasons, remedies } = body;
  if (outcome === "refused" && (reasons === undefined || remedies === undefined))
    refuse("Un refus est motivé et mentionne les voies et délais de recours.", refusalLaw);
  lawful?.(body);
  term.decided = body;
  file.notify(told.decision, "renewalDecided", { facts: { ...body, lastDay: term.lastDay } });
  if (outcome === "renewed" && publication !== undefined) yield* publication();
  term.effective = true;
  return yield* file.nothing();
});
