/** The steps of a procedure, from the acts that belong to them. */
import type { ActSpec, Shape } from "./definition.js";

export interface Step {
  /** As the official text names it: "11.a", "La recevabilité". */
  readonly name: string;
  readonly acts: readonly (readonly [name: string, spec: ActSpec])[];
}

/** "11.a" is step 11, branch a. Steps of one number go on beside each other. */
export function numbered(step: string): { readonly number: number; readonly branch: string } | null {
  const match = /^(\d+)(?:\.([a-z]))?$/.exec(step);
  return match === null ? null : { number: Number(match[1]), branch: match[2] ?? "" };
}

/** In the official order: by number where the text numbers its steps, else as the definition tells them. */
export function stepsOf(shape: Shape): Step[] {
  const steps = new Map<string, [string, ActSpec][]>();
  for (const [name, spec] of Object.entries(shape.acts)) {
    for (const step of spec.step?.split(", ") ?? []) {
      const acts = steps.get(step) ?? [];
      acts.push([name, spec]);
      steps.set(step, acts);
    }
  }
  const found = [...steps].map(([name, acts]): Step => ({ name, acts }));
  if (found.some(({ name }) => numbered(name) === null)) return found;
  const key = ({ name }: Step) => {
    const { number = 0, branch = "" } = numbered(name) ?? {};
    return `${String(number).padStart(3, "0")}${branch}`;
  };
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Acts that stand outside the steps of the text. */
export const actsWithoutStep = (shape: Shape): Step["acts"] =>
  Object.entries(shape.acts).filter(([, { step }]) => step === undefined);

/** Numbers that the text has, before the last one known here, and at which no act belongs. */
export function silentSteps(steps: readonly Step[]): number[] {
  const known = new Set(steps.map(({ name }) => numbered(name)?.number ?? 0));
  const first = Math.min(...known);
  // A procedure may begin in the middle of a parcours: only one that covers several of its steps is expected to cover them all.
  if (known.has(0) || known.size < 2) return [];
  const last = Math.max(...known);
  return Array.from({ length: last }, (_, i) => i + 1).filter((number) => !known.has(number) && number !== first);
}
