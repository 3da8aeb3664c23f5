import type { CivilDate } from "../law/civil-date.js";
import type { Fact } from "../procedures/facts.js";
import type { Counts as Counted } from "../procedures/figures.js";
import type { CountRow } from "../register/register.js";

/** How many facts of each value a metric has; days are whole, so that medians and means are exact. */
export type Histogram = ReadonlyMap<number, number>;

/** The facts of a period, counted. */
export class Counts implements Counted {
  constructor(private readonly histograms: ReadonlyMap<string, Histogram>) {}

  static of(facts: readonly Fact[], from: CivilDate | null, to: CivilDate): Counts {
    return Counts.ofRows(facts.filter(({ on }) => (from === null || on >= from) && on <= to));
  }

  /** As the register counts them. */
  static ofRows(rows: readonly CountRow[]): Counts {
    const histograms = new Map<string, Map<number, number>>();
    for (const { metric, value, count } of rows) {
      const histogram = histograms.get(metric) ?? new Map<number, number>();
      histogram.set(value, (histogram.get(value) ?? 0) + count);
      histograms.set(metric, histogram);
    }
    return new Counts(histograms);
  }

  /** The metrics of that beginning: `collection:` gives each mode. */
  metrics(prefix: string): string[] {
    return [...this.histograms.keys()].filter((metric) => metric.startsWith(prefix)).sort();
  }

  histogram(metric: string): Histogram {
    return this.histograms.get(metric) ?? new Map();
  }

  /** How many facts these metrics have together. */
  count(...metrics: string[]): number {
    let count = 0;
    for (const metric of metrics) for (const times of this.histogram(metric).values()) count += times;
    return count;
  }

  mean(metric: string): number | null {
    const count = this.count(metric);
    let sum = 0;
    for (const [value, times] of this.histogram(metric)) sum += value * times;
    return count === 0 ? null : sum / count;
  }

  /** The middle value; of an even number, the mean of the two in the middle. */
  median(metric: string): number | null {
    const count = this.count(metric);
    if (count === 0) return null;
    const [low, high] = [Math.floor((count - 1) / 2), Math.floor(count / 2)];
    let seen = 0;
    let lower: number | null = null;
    for (const [value, times] of [...this.histogram(metric)].sort(([a], [b]) => a - b)) {
      seen += times;
      if (lower === null && seen > low) lower = value;
      if (lower !== null && seen > high) return (lower + value) / 2;
    }
    return lower;
  }

  /** Distinct values: companies, products. */
  distinct(...metrics: string[]): number {
    const values = new Set<number>();
    for (const metric of metrics) for (const value of this.histogram(metric).keys()) values.add(value);
    return values.size;
  }
}
