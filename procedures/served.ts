import type { Procedure } from "../case/procedure.js";
import type { CaseView } from "../case/view.js";
import type { ReadAccount } from "./accounts.js";
import { procedures } from "./all.js";
import type { Fact, RecordedCase } from "./facts.js";
import type { Figures } from "./figures.js";
import type { Form } from "./form.js";
import type { Frozen } from "./frozen.js";
import type { Takes } from "./handovers.js";
import type { LinkKind } from "./links.js";
import { moduleOf } from "./modules.js";
import type { NoticeRenderer, RectificationRenderer } from "./notice.js";
import type { CarriedOver } from "./rencontre-precoce/outcome.js";
import type { ZodBodies } from "./schemas.js";

/** What a procedure has beside its workflow: the forms that are sent to it, the letters that it sends, what it leaves to others. */
export interface Served extends ZodBodies {
  readonly letters: { readonly render: NoticeRenderer; readonly renderRectification: RectificationRenderer };
  /** How a person fills its filing. */
  readonly form: Form;
  /** What is counted of its cases, and what is published of it. */
  readonly facts?: (recorded: RecordedCase) => Fact[];
  readonly figures?: Figures;
  /** As what a later filing may name one of its cases among those that came before it. */
  readonly linkedAs?: LinkKind;
  /** What one of its cases says of a company's people and of its mails, where it is an account's. */
  readonly account?: ReadAccount;
  /** What it takes of the cases that are linked with one of its own. */
  readonly takes?: Takes;
  /** What the register writes into its filings, from the product's earlier cases. */
  readonly frozen?: Frozen;
  /** What a later filing may take from one of its cases. */
  readonly carryOver?: (view: CaseView, filing: unknown) => CarriedOver | null;
}

/** A procedure, and what it has beside its workflow. */
export interface ServedProcedure extends Served {
  readonly procedure: Procedure;
}

/** The procedures by name, each with the `served` of its folder. Never in a workflow. */
export const served: ReadonlyMap<string, ServedProcedure> = new Map(
  await Promise.all(
    [...procedures].map(async ([name, procedure]): Promise<[string, ServedProcedure]> => {
      const module = await moduleOf<{ readonly served: Served }>(name, "served");
      return [name, { procedure, ...module.served }];
    }),
  ),
);

/** @throws RangeError when no procedure has that name. */
export function servedProcedure(name: string): ServedProcedure {
  const found = served.get(name);
  if (found === undefined) throw new RangeError(`No procedure is called "${name}".`);
  return found;
}
