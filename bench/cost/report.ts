import { medianOf } from "../median.js";
import { acceptedActs } from "./lives.js";
import {
  type Cpu,
  clients,
  type Measured,
  type Phase,
  type Plan,
  restMs,
  type Workflow,
  workflows,
} from "./measuring.js";
import type { Servers } from "./servers.js";

const sum = (each: readonly number[]): number => each.reduce((total, one) => total + one, 0);

/** A ratio of totals, and its standard error: how far the ratio of other such rounds would be expected (jackknife). */
export function ratioOf(
  above: readonly number[],
  below: readonly number[],
): { readonly ratio: number; readonly error: number } {
  const [all, ofAll] = [sum(above), sum(below)];
  const count = above.length;
  const without = above.map((one, round) => (all - one) / (ofAll - (below[round] ?? Number.NaN)));
  const middle = sum(without) / count;
  const error = Math.sqrt(((count - 1) / count) * sum(without.map((one) => (one - middle) ** 2)));
  return { ratio: all / ofAll, error };
}

const shown = (value: number): string => value.toFixed(2).padStart(7);

/** What a bench found, as text. */
export function reportOf({ title, store }: Pick<Servers, "title" | "store">, plan: Plan, found: Measured): string {
  const lines = [
    `A PECAN of ${acceptedActs} accepted and 3 refused acts (${title}; the register has a PostgreSQL of its own)`,
    "",
  ];
  for (const workflow of workflows) {
    const { events, bytes } = found.histories[workflow];
    const count = sum(Object.values(events));
    const types = Object.entries(events).map(([type, many]) => `${type} ${many}`);
    const each = (count / acceptedActs).toFixed(2);
    lines.push(`${workflow}: ${count} events, ${bytes} bytes, ${each} events an act`, `  ${types.join(", ")}`, "");
  }

  /** What a second of rest costs; the middle of all the rests, some of which meet a cleaning of tables. Workers are at rest when they are. */
  const resting = (what: keyof Cpu) =>
    what === "worker" ? 0 : medianOf(found.rests.map((rest) => rest[what] / (restMs / 1_000)));
  const perAct = ({ cpu, acts, seconds }: Phase, parts: readonly (keyof Cpu)[]) =>
    sum(parts.map((part) => cpu[part] - resting(part) * seconds)) / acts;
  const of = <T>(workflow: Workflow, each: (phase: Phase) => T) => found.rounds.map((round) => each(round[workflow]));

  const pace =
    plan.rate === Number.POSITIVE_INFINITY ? "as fast as they are answered" : `${plan.rate} messages a second`;
  const rest = resting("server") + resting("store");
  lines.push(
    `CPU per accepted act, in ms (${clients} clients, ${pace}; medians of ${plan.rounds} rounds of ${plan.cases} cases; ratios of the totals, each with its standard error; what is spent at rest, ${rest.toFixed(0)} ms a second by Temporal, is taken off)`,
  );
  const table: readonly (readonly [string, readonly (keyof Cpu)[]])[] = [
    ["server", ["server"]],
    ...(store === undefined ? [] : [["with store", ["server", "store"]] as const]),
    ["worker", ["worker"]],
  ];
  for (const [name, parts] of table) {
    const [bare, guichet] = [of("bare", (one) => perAct(one, parts)), of("guichet", (one) => perAct(one, parts))];
    const { ratio, error } = ratioOf(guichet, bare);
    const costs = `bare ${shown(medianOf(bare))}   guichet ${shown(medianOf(guichet))}`;
    lines.push(`  ${name.padEnd(11)} ${costs}   ratio ${ratio.toFixed(2)} ± ${error.toFixed(2)}`);
  }
  const both = (name: string, each: (workflow: Workflow) => number, more = "") =>
    lines.push(`  ${name.padEnd(11)} bare ${shown(each("bare"))}   guichet ${shown(each("guichet"))}${more}`);
  both("register", (workflow) => medianOf(of(workflow, (one) => perAct(one, ["register"]))));
  both("acts/s", (workflow) => medianOf(of(workflow, ({ acts, seconds }) => acts / seconds)));
  both("promises", (workflow) => found.promises[workflow], "   made by the workflow's thread, per accepted act");
  return lines.join("\n");
}
