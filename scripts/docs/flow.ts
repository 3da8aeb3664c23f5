/** The drawn flow of a procedure, in Mermaid: its steps in order, those of one number beside each other, then its endings. */
import type { Shape } from "../../case/definition.js";
import { numbered, type Step, stepsOf } from "../../case/steps.js";

const quoted = (text: string): string => text.replaceAll('"', "#quot;");

/** Steps that are told at the same time. */
function rows(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  for (const step of steps) {
    const number = numbered(step.name)?.number;
    const last = found.at(-1);
    if (number !== undefined && last !== undefined && numbered(last[0]?.name ?? "")?.number === number) last.push(step);
    else found.push([step]);
  }
  return found;
}

/** Branch a goes on to branch a; a step without such a follower leads to every step of the next row. */
function arrows(from: readonly Step[], to: readonly Step[]): [Step, Step][] {
  const branchOf = ({ name }: Step) => numbered(name)?.branch ?? "";
  return from.flatMap((a) => {
    const alike = from.length > 1 ? to.filter((b) => branchOf(a) === branchOf(b)) : [];
    return (alike.length > 0 ? alike : to).map((b): [Step, Step] => [a, b]);
  });
}

export function flowOf(shape: Shape): string {
  const steps = stepsOf(shape);
  const id = (step: Step) => `s${steps.indexOf(step) + 1}`;
  const node = (step: Step) => {
    const acts = step.acts.map(([, { label, by }]) => `${label} (${by.join(", ")})`);
    const title = numbered(step.name) === null ? step.name : `Étape ${step.name}`;
    return `  ${id(step)}["<b>${quoted(title)}</b><br/>${acts.map(quoted).join("<br/>")}"]`;
  };
  const ordered = rows(steps);
  const links = ordered.flatMap((row, i) =>
    arrows(row, ordered[i + 1] ?? []).map(([a, b]) => `  ${id(a)} --> ${id(b)}`),
  );
  const endings = Object.entries(shape.endings).map(
    ([name, { label, adverse }]) => `  e_${name}(["${quoted(label)}"])${adverse ? ":::adverse" : ""}`,
  );
  return [
    "```mermaid",
    "flowchart TD",
    ...steps.map(node),
    ...links,
    '  subgraph endings["Fins possibles"]',
    ...endings.map((ending) => `  ${ending}`),
    "  end",
    ...(ordered.at(-1) ?? []).map((step) => `  ${id(step)} -.-> endings`),
    "  classDef adverse stroke-dasharray: 4",
    "```",
  ].join("\n");
}
