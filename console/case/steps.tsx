/** The official steps in their order: done, current, to come. */
import { type Step, stepsOf } from "../../case/steps.js";
import type { CaseView } from "../../case/view.js";
import type { ShownEntry } from "../../desk/journal.js";
import { served } from "../../procedures/served.js";

type Place = "done" | "current" | "next" | "passed";
const words: Readonly<Record<Place, string>> = {
  done: "fait",
  current: "en cours",
  next: "à venir",
  passed: "sans objet",
};

function placeOf({ acts }: Step, { awaited, owed }: CaseView, done: ReadonlySet<string>): Place {
  const names = acts.map(([name]) => name);
  if (names.some((name) => owed.some((one) => one.names.includes(name)))) return "current";
  if (names.some((name) => done.has(name))) return "done";
  return awaited.some(({ act, due }) => due && names.includes(act)) ? "current" : "next";
}

export function Steps({ view, journal }: { readonly view: CaseView; readonly journal: readonly ShownEntry[] }) {
  const shape = served.get(view.procedure)?.procedure.shape;
  const steps = shape === undefined ? [] : stepsOf(shape);
  if (steps.length === 0) return null;
  const acted = new Set(journal.filter(({ kind }) => kind === "act").map(({ name }) => name));
  const places = steps.map((step) => placeOf(step, view, acted));
  return (
    <section aria-labelledby="etapes">
      <h2 id="etapes">Étapes</h2>
      <ol class="steps">
        {steps.map((step, i) => {
          // What stands before a step that was done, and never came itself, won't.
          const place = places[i] === "next" && i < places.lastIndexOf("done") ? "passed" : places[i]!;
          return (
            <li key={step.name} class={place} aria-current={place === "current" ? "step" : undefined}>
              <span class="number">{step.name}</span>
              <span class="what">{labels(step).join(" ; ")}</span>
              <span class="place">{words[place]}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What belongs to the step first; an act that may come at several is shown at the first of them. */
function labels({ name, acts }: Step): string[] {
  const own = acts.filter(([, { step }]) => step?.split(", ")[0] === name);
  return [...new Set((own.length > 0 ? own : acts).map(([, { label }]) => label))];
}
