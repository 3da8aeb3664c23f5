import type { CivilDate } from "../law/civil-date.js";

/** The facts of a period, counted: how many facts of each metric have each value. */
export interface Counts {
  /** How many facts these metrics have together. */
  count(...metrics: string[]): number;
  /** Null where there is nothing to count. */
  mean(metric: string): number | null;
  median(metric: string): number | null;
  /** Distinct values: companies, products. */
  distinct(...metrics: string[]): number;
  /** The metrics of that beginning: `collection:` gives each mode. */
  metrics(prefix: string): string[];
}

/** What the figures of a period are computed from. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Facts of the period. */
  readonly during: Counts;
  /** Facts since the beginning, to the last day of the period: the `standing` metrics only, and `refiled`. */
  readonly upTo: Counts;
  /** Facts of the period in the calendar year of its last day. */
  readonly lastYear: Counts;
  /** Facts of the period in the other procedure that is counted with this one. */
  readonly beside: Counts;
  /** Requests filed in each whole quarter of the period, in order. */
  readonly quarters: readonly { readonly quarter: string; readonly filed: number }[];
}

export type Unit = "count" | "share" | "days" | "growth";

/** A figure with its written definition. */
export interface Figure {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly definition: string;
  readonly unit: Unit;
  of(period: Period): number | null;
  /** Where the published figure is inconsistent: told beside ours, never corrected. */
  readonly flag?: string;
  /** A confidential procedure of which the figure tells something: those who don't know of it aren't told. */
  readonly tellsOf?: string;
  /** The title of the chart that draws it with the others of that title, and its name there. */
  readonly chart?: { readonly title: string; readonly unit: string; readonly name: string };
}

/** What is published of a procedure that is counted. */
export interface Figures {
  readonly title: string;
  /** The metrics of a request filed, all kinds, which make the quarters. */
  readonly filed: readonly string[];
  /** The metrics that are counted since the beginning. */
  readonly standing: readonly string[];
  /** Another procedure that is counted with this one, and what of it. */
  readonly beside?: { readonly procedure: string; readonly metrics: readonly string[] };
  readonly lines: readonly Figure[];
}

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export const count = (group: string, id: string, label: string, definition: string, ...metrics: string[]): Figure => ({
  id,
  group,
  label,
  definition,
  unit: "count",
  of: ({ during }) => during.count(...metrics),
});

export const shareOf = (
  group: string,
  id: string,
  label: string,
  definition: string,
  part: readonly string[],
  whole: readonly string[],
): Figure => ({
  id,
  group,
  label,
  definition,
  unit: "share",
  of: ({ during }) => share(during.count(...part), during.count(...whole)),
});

export const median = (group: string, id: string, label: string, definition: string, metric: string): Figure => ({
  id,
  group,
  label,
  definition,
  unit: "days",
  of: ({ during }) => during.median(metric),
});
