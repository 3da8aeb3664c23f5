import { facts as accesPrecoceFacts } from "../../procedures/acces-precoce/facts.js";
import { type Cohort, type Played, recordedOf } from "./play.js";

/** The kinds of facts that a case shows: its motives, its outcomes, what followed; not whose move it was. */
export function kindsOf(played: Played, { to }: Pick<Cohort, "to">): Set<string> {
  const metrics = accesPrecoceFacts(recordedOf(played, to)).map(({ metric }) => metric);
  return new Set(metrics.filter((metric) => !metric.startsWith("move:")));
}

/** So many cases, those that show the most first: each next one has the most kinds of facts that none before it has. */
export function sampleOf(cohort: Cohort, count: number): Played[] {
  const left = new Map(cohort.requests.map((played) => [played, kindsOf(played, cohort)]));
  const sample: Played[] = [];
  while (sample.length < count && left.size > 0) {
    const [best] = [...left].reduce((most, each) => (each[1].size > most[1].size ? each : most));
    const shown = left.get(best) ?? new Set();
    left.delete(best);
    sample.push(best);
    for (const kinds of left.values()) for (const kind of shown) kinds.delete(kind);
  }
  return sample;
}
