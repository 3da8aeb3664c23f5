import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from "@temporalio/workflow";
import type { Shape } from "../case/definition.js";
import type { CaseView } from "../case/view.js";
import { dateInFrench } from "../law/citation.js";
import { attributesOf, searchAttributes } from "./search-attributes.js";

/** What operators see of a case in the Temporal Web UI. No personal data and no product name in any of it. */

const states = {
  running: "court",
  suspended: "suspendu",
  overdue: "**dépassé**",
  expired: "écoulé",
  met: "respecté",
  stopped: "clos",
} as const;

/** The case at a glance, as Markdown: shown above its history. */
export function detailsOf(shape: Shape, view: CaseView): string {
  const party = (name: string): string => shape.parties[name]?.label ?? name;
  const lines = [`**${shape.title}** · ${view.id} · règles ${view.ruleset}`, ""];
  if (view.ending === null) {
    lines.push(`Phase : **${shape.phases[view.phase ?? ""] ?? view.phase ?? "-"}**`);
    lines.push(`Attendu de : ${view.whoseMove.map(party).join(", ") || "personne"}`);
  } else {
    const whenFinal = view.ending.final ? "" : " (provisoire : notifiée au prochain jour ouvré à midi)";
    lines.push(
      `Issue : **${view.ending.label}**, effet le ${view.ending.effectiveOn}, ${view.ending.source}${whenFinal}`,
    );
  }
  const clocks = view.clocks.filter(({ state }) => state === "running" || state === "suspended" || state === "overdue");
  // A list: the Web UI gives half of its width to this, and no margin to the columns of a table.
  if (clocks.length > 0) lines.push("", "Délais :", "");
  for (const clock of clocks) {
    const about = clock.about === null ? "" : ` (${clock.about})`;
    const last = clock.lastDay === null ? "" : `dernier jour **${dateInFrench(clock.lastDay)}**, `;
    const since = `${states[clock.state]}, depuis le ${dateInFrench(clock.from)}`;
    lines.push(
      `- **${clock.label}${about}** : ${last}${since}, à la charge de ${party(clock.bearer)} [${clock.source}]`,
    );
  }
  if (view.awaited.length > 0 && view.status === "open") {
    lines.push(
      "",
      "Messages possibles :",
      "",
      ...view.awaited.map(({ act, by, about }) => {
        const concerning = about === undefined ? "" : ` (à propos de ${about})`;
        return `- ${shape.acts[act]?.label ?? act}${concerning}, par ${by.map(party).join(" ou ")} : \`${act}\``;
      }),
    );
  }
  return lines.join("\n");
}

/** What operators were last shown: an attribute is upserted only when its value changes, each upsert being a cost of the server. */
export class OperatorsView {
  private readonly shown = new Map<string, string>();

  constructor() {
    const known = workflowInfo().typedSearchAttributes;
    for (const key of Object.values(searchAttributes)) this.shown.set(key.name, JSON.stringify(known.get(key) ?? null));
  }

  show(shape: Shape, view: CaseView): void {
    const changed = attributesOf(view).filter(({ key, value }) => {
      const text = JSON.stringify(value ?? null);
      if (this.shown.get(key.name) === text) return false;
      this.shown.set(key.name, text);
      return true;
    });
    if (changed.length > 0) upsertSearchAttributes(changed);
    setCurrentDetails(detailsOf(shape, view));
  }
}
