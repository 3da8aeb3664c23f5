import { refuse } from "../case/refusal.js";
import type { Citation } from "../law/citation.js";

/** An order that ends a coverage rests on a ground of its article that is recorded. @throws Refusal naming those that are */
export function refuseUnrecorded(recorded: ReadonlySet<string>, ground: string | undefined, law: Citation): void {
  if (ground !== undefined && recorded.has(ground)) return;
  const known = [...recorded].join(", ");
  refuse(
    known === ""
      ? "Aucun des cas de l'article n'est constaté : la prise en charge continue."
      : `Ce cas n'est pas constaté ; le sont : ${known}.`,
    law,
  );
}
