import type { Shape } from "../../case/definition.js";
import type { Opening } from "../../case/kernel.js";

/** What an operator reads of a case in the Web UI before it says anything: no person and no product in it. */
export function noticeOfStart(shape: Shape, opening: Opening): { staticSummary: string; staticDetails: string } {
  const count = opening.filing.indications.length;
  return {
    staticSummary: shape.title,
    staticDetails: [
      `**${opening.id}**, déposé le ${opening.filedOn}, règles \`${opening.ruleset}\``,
      "",
      `${count} indication${count > 1 ? "s" : ""}. Source : ${shape.source.ref}.`,
    ].join("\n"),
  };
}
