/** Which requests there are, when each is filed, and how long it lasts: durations go by pairs around their medians and means. */
import { addDays, addMonths, type CivilDate, civilDate, daysBetween } from "../../law/civil-date.js";

export const firstDay = civilDate("2021-07-01");
export const lastDay = civilDate("2023-06-30");
const dayAfter = addDays(lastDay, 1);

/** First requests of each quarter that are decided or abandoned; those of 2023 that are pending come apart. */
const grantedIn = [17, 19, 20, 20, 12, 6, 4];
const refusedIn = [3, 3, 4, 4, 5, 5, 3];
const abandonedIn = [2, 2, 2, 3, 3, 5, 3];
/** Of the granted, how many before the AMM. The first thirty are listed within the period. */
const grantedBeforeAmmIn = [8, 4 + 2, 7, 8, 5, 2, 2];
export const listed = 30;

type Fate = "granted" | "refused" | "abandoned" | "pending";

export interface Plan {
  readonly fate: Fate;
  readonly before: boolean;
  readonly quarter: number;
  filedOn: CivilDate;
  /** Days from the acknowledgement to the decision, and days of suspension beside them. */
  evaluation: number;
  suspended: number;
  /** After the AMM: days from it to the filing. */
  afterAmm: number;
  /** Rank among the plans of the same fate. */
  readonly rank: number;
}

export const acknowledgementLag = 5;
export const quarterStart = (quarter: number): CivilDate => addMonths(firstDay, 3 * quarter);
export const decidedOn = ({ filedOn, evaluation, suspended }: Plan): CivilDate =>
  addDays(filedOn, acknowledgementLag + evaluation + suspended);

export function plans(): Plan[] {
  const all: Plan[] = [];
  const ranks: Record<Fate, number> = { granted: 0, refused: 0, abandoned: 0, pending: 0 };
  const place = (fate: Fate, quarter: number, count: number, before: (i: number) => boolean, first = 4, last = 78) => {
    for (let i = 0; i < count; i++) {
      const day = first + Math.floor(((last - first) * i) / Math.max(1, count - 1));
      all.push({
        fate,
        before: before(i),
        quarter,
        filedOn: addDays(quarterStart(quarter), day),
        evaluation: 0,
        suspended: 0,
        afterAmm: 0,
        rank: ranks[fate]++,
      });
    }
  };
  for (let quarter = 0; quarter < 7; quarter++) {
    const end = quarter === 6 ? 55 : 78;
    const granted = grantedIn[quarter] ?? 0;
    const before = grantedBeforeAmmIn[quarter] ?? 0;
    // The last of a quarter are before the AMM, and so are its youngest.
    place("granted", quarter, granted, (i) => i >= granted - before, 4, end);
    place("refused", quarter, refusedIn[quarter] ?? 0, () => ranks.refused % 27 < 11, 6, end);
    place("abandoned", quarter, abandonedIn[quarter] ?? 0, () => ranks.abandoned < 14, 8, 60);
  }
  place("pending", 6, 9, (i) => i < 6, 82, 88);
  place("pending", 7, 10, (i) => i < 7, 5, 80);
  return all;
}

/** Gives each decided request its duration: the median over the 125 is 77, 63rd of them in order. */
export function durations(all: readonly Plan[]): void {
  const decided = all.filter(({ fate }) => fate === "granted" || fate === "refused");
  decided
    .filter(({ before }) => before)
    .forEach((plan, i) => {
      plan.evaluation = i === 0 ? 77 : 78 + (i % 11);
      plan.suspended = i % 3 === 1 ? 12 : 0;
    });
  const after = all.filter(({ before }) => !before);
  after
    .filter(({ fate }) => fate === "granted")
    .forEach((plan, i) => {
      // By pairs around sixty days, and around 112 days from the AMM to the decision.
      const sign = i % 2 === 0 ? 1 : -1;
      const pair = Math.floor(i / 2);
      const [delta, epsilon] = [sign * ((pair % 13) + 1), sign * (pair % 10)];
      plan.evaluation = 60 + epsilon;
      plan.afterAmm = 47 + delta - epsilon;
    });
  after
    .filter(({ fate }) => fate === "refused")
    .forEach((plan, i) => {
      plan.evaluation = i < 2 ? 70 : 80;
      plan.suspended = i % 5 === 4 ? 10 : 0;
    });
  after
    .filter(({ fate }) => fate !== "granted")
    .forEach((plan, i) => {
      plan.afterAmm = i % 2 === 0 ? 40 : 54;
    });
}

/** The authorisations that still run on the day after the period have run for 312 days on average, exactly. */
export function ageExactly(standing: readonly Plan[], mean: number): void {
  let excess = standing.reduce((sum, plan) => sum + daysBetween(decidedOn(plan), dayAfter), 0) - mean * standing.length;
  for (let turn = 0; excess !== 0 && turn < 200; turn++) {
    for (const plan of standing) {
      if (excess === 0) break;
      const step = excess > 0 ? 1 : -1;
      const day = daysBetween(quarterStart(plan.quarter), plan.filedOn) + step;
      if (day < 0 || day > (plan.quarter === 6 ? 58 : 88)) continue;
      plan.filedOn = addDays(plan.filedOn, step);
      excess -= step;
    }
  }
  if (excess !== 0) throw new Error(`The ages can't be made exact: ${excess} days are left.`);
}

/** Nine of the twenty abandoned are filed again, complete: a later first request bears the same product. */
export function refilings(abandoned: readonly Plan[], byFiling: readonly Plan[]): Map<Plan, string> {
  const refiled = new Map<Plan, string>();
  for (const first of abandoned.slice(0, 9)) {
    const over = addDays(first.filedOn, 60);
    const again = byFiling.find(
      (plan) => plan.filedOn > over && plan.fate === "granted" && plan.before === first.before && !refiled.has(plan),
    );
    if (again === undefined) throw new Error("No later request can be a new filing.");
    refiled.set(again, `${byFiling.indexOf(first) + 1}`.padStart(4, "0"));
  }
  return refiled;
}
