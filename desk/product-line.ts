/** A product's line: every delay of its cases, across procedures and years, and whether its coverage lasts until its listing is decided. */
import type { Case } from "../case/case.js";
import type { Clock } from "../case/clock.js";
import type { FilingBase } from "../case/definition.js";
import { dateInFrench } from "../law/citation.js";
import { type CivilDate, daysBetween, latest } from "../law/civil-date.js";
import { deadline } from "../law/deadline.js";
import { parisDay } from "../law/paris.js";
import type { CaseFilter } from "../register/register.js";
import { type DrawnClock, drawnClocks } from "./case-file.js";
import { type Desk, nowOf } from "./desk.js";
import { productOf, type ShownProduct } from "./listings.js";
import type { Principal } from "./principal.js";
import { recordFor } from "./shown-case.js";

/** A delay of one of the product's cases. */
export interface LineClock extends DrawnClock {
  readonly case: string;
  readonly procedure: string;
}

/** The coverage of an indication, and the decision of the listing that is to take it over. */
export interface Bridge {
  readonly indication: string;
  readonly coverage: { readonly case: string; readonly clock: string; readonly lastDay: CivilDate };
  readonly decision: {
    readonly case: string;
    readonly clock: string;
    /** Null while the delay is suspended. */
    readonly lastDay: CivilDate | null;
    /** Its last day, or what that would be if the delay resumed today. */
    readonly notBefore: CivilDate;
  };
  /** Days from the last covered day to the last day of the decision, at least: above zero, the coverage ends first. */
  readonly gapDays: number;
  readonly breaks: boolean;
  /** French. */
  readonly sentence: string;
}

export interface ProductLine extends ShownProduct {
  readonly today: CivilDate;
  readonly clocks: readonly LineClock[];
  readonly bridges: readonly Bridge[];
}

/**
 * The line of a product, by the cases of one page that the principal may see.
 * @throws DeskRefusal `not-found`, `ambiguous`, `unknown-cursor`
 */
export async function productLine(
  desk: Desk,
  principal: Principal,
  id: string,
  query: Pick<CaseFilter, "limit" | "after" | "sandbox" | "company">,
): Promise<ProductLine> {
  const product = await productOf(desk, principal, id, query);
  const crossings: Crossing[] = [];
  // One after the other: each is derived on the one thread that answers everybody.
  for (const { id: number } of product.cases) {
    const record = await recordFor(desk, principal, number);
    if (record.erasedAt !== null) continue;
    const live = await desk.cases.derived(record);
    crossings.push({ live, today: parisDay(nowOf(record)) });
  }
  return {
    ...product,
    today: crossings.map(({ today }) => today).reduce(latest),
    clocks: crossings.flatMap(({ live, today }) =>
      drawnClocks(live, today).map((clock) => ({
        ...clock,
        case: live.opening.id,
        procedure: live.procedure.shape.name,
      })),
    ),
    bridges: bridgesAmong(crossings),
  };
}

/** A case as it stands on a day. */
interface Crossing {
  readonly live: Case;
  readonly today: CivilDate;
}

type Linked = FilingBase & { readonly links?: readonly { readonly case: string; readonly kind: string }[] };

/** From each coverage to each listing still to decide that names its case and its indication. */
export function bridgesAmong(crossings: readonly Crossing[]): Bridge[] {
  return crossings.flatMap(({ live: covering }) =>
    crossings.flatMap(({ live: listing, today }) => {
      const { links = [], indications } = listing.opening.filing as Linked;
      if (!links.some(({ case: linked, kind }) => linked === covering.opening.id && kind === "coverage")) return [];
      return coveragesOf(covering).flatMap((coverage) => {
        const indication = indications.find(({ id }) => id === coverage.about);
        if (indication === undefined) return [];
        return decisionsOf(listing).map((decision) =>
          bridge(
            indication.label,
            { case: covering.opening.id, clock: coverage },
            { case: listing.opening.id, clock: decision },
            today,
          ),
        );
      });
    }),
  );
}

/** The delays that end a coverage: those that run, and those that have ended one. */
function coveragesOf({ procedure: { shape }, clocks }: Case): Clock[] {
  const { bridge: declared } = shape;
  if (declared === undefined || !("coveredUntil" in declared)) return [];
  return clocks.filter(
    ({ delay, outcome }) => delay === declared.coveredUntil && (outcome === "open" || outcome === "lapsed"),
  );
}

/** The delays of listings still to decide. */
function decisionsOf({ procedure: { shape }, clocks }: Case): Clock[] {
  const { bridge: declared } = shape;
  if (declared === undefined || !("decidedWithin" in declared)) return [];
  return clocks.filter(({ delay, closing }) => declared.decidedWithin.includes(delay) && closing === null);
}

interface Pier {
  readonly case: string;
  readonly clock: Clock;
}

function bridge(label: string, coverage: Pier, decision: Pier, today: CivilDate): Bridge {
  const covered = lastDayIfResumed(coverage.clock, today);
  const notBefore = lastDayIfResumed(decision.clock, today);
  const gapDays = daysBetween(covered, notBefore);
  const { lastDay } = decision.clock;
  return {
    indication: coverage.clock.about ?? "",
    coverage: { case: coverage.case, clock: coverage.clock.id, lastDay: covered },
    decision: { case: decision.case, clock: decision.clock.id, lastDay, notBefore },
    gapDays,
    breaks: gapDays > 0,
    sentence: sentenceOf(label, { covered, over: covered < today, notBefore, suspended: lastDay === null, gapDays }),
  };
}

/** The last day of a delay; while it is suspended, what that would be if it resumed today. */
function lastDayIfResumed(clock: Clock, today: CivilDate): CivilDate {
  const suspensions = clock.query.suspensions.map((one) => (one.to === null ? { ...one, to: today } : one));
  const { lastDay } = deadline({ ...clock.query, suspensions });
  if (lastDay === null) throw new RangeError(`${clock.id} has no last day, though nothing stops it any more.`);
  return lastDay;
}

interface Crossed {
  readonly covered: CivilDate;
  /** The coverage has ended. */
  readonly over: boolean;
  readonly notBefore: CivilDate;
  readonly suspended: boolean;
  readonly gapDays: number;
}

function sentenceOf(label: string, { covered, over, notBefore, suspended, gapDays }: Crossed): string {
  const coverage = `La prise en charge de « ${label} » ${over ? "a cessé" : "cesse"} à la fin du ${dateInFrench(covered)}`;
  const decision = suspended
    ? `la décision d'inscription, dont le délai est suspendu : son dernier jour serait le ${dateInFrench(notBefore)} s'il reprenait aujourd'hui`
    : `le dernier jour de la décision d'inscription, le ${dateInFrench(notBefore)}`;
  if (gapDays === 0) return `${coverage} ; c'est aussi ${decision}.`;
  const gap = `${Math.abs(gapDays)} ${Math.abs(gapDays) > 1 ? "jours" : "jour"}${suspended && gapDays > 0 ? " au moins" : ""}`;
  return `${coverage}, ${gap} ${gapDays > 0 ? "avant" : "après"} ${decision}.`;
}
