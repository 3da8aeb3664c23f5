/** What is wrong, at the top of a form: each fault leads to its field; a refusal of the case is in its own words. */
import type { DeskRefusal } from "../../desk/refusal.js";
import { Source } from "../parts.js";
import type { FieldFault } from "./faults.js";
import { fieldId } from "./fields.js";

export interface SummaryProps {
  readonly title: string;
  readonly faults: readonly FieldFault[];
  readonly refusal?: DeskRefusal | undefined;
  /** The page on which a field stands; this one when absent. */
  readonly pageOf?: (pointer: string) => string;
}

export function Summary({ title, faults, refusal, pageOf = () => "" }: SummaryProps) {
  return (
    <div class="summary" role="alert" aria-labelledby="refus" tabIndex={-1}>
      <h2 id="refus">{title}</h2>
      {refusal !== undefined && (
        <p>
          {refusal.message} {refusal.parameters.source !== undefined && <Source of={refusal.parameters.source} />}
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ pointer, label, words }) => (
            <li key={pointer}>
              <a href={`${pageOf(pointer)}#${fieldId(pointer)}`}>
                {label !== undefined && `${label} : `}
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
