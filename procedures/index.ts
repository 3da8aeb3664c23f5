/** The procedures that Guichet runs: one line each. */
import type { Procedure } from "../case/procedure.js";
import type { CaseView } from "../case/view.js";
import { accesPrecoce } from "./acces-precoce/index.js";
import * as accesPrecoceNotices from "./acces-precoce/notices.js";
import { accountConvergence } from "./account-convergence/index.js";
import * as accountConvergenceNotices from "./account-convergence/notices.js";
import { accountSesame } from "./account-sesame/index.js";
import * as accountSesameNotices from "./account-sesame/notices.js";
import type { Frozen } from "./frozen.js";
import type { NoticeRenderer, RectificationRenderer } from "./notice.js";
import { frozen as pecanFrozen } from "./pecan/frozen.js";
import { pecan } from "./pecan/index.js";
import { render, renderRectification } from "./pecan/notices.js";
import { preDepot } from "./pre-depot/index.js";
import * as preDepotNotices from "./pre-depot/notices.js";
import { preDepotMedicament } from "./pre-depot-medicament/index.js";
import * as preDepotMedicamentNotices from "./pre-depot-medicament/notices.js";
import { frozen as rencontrePrecoceFrozen } from "./rencontre-precoce/frozen.js";
import { rencontrePrecoce } from "./rencontre-precoce/index.js";
import * as rencontrePrecoceNotices from "./rencontre-precoce/notices.js";
import { type CarriedOver, carryOver } from "./rencontre-precoce/outcome.js";

/** A procedure with what its parties read. */
export interface RegisteredProcedure {
  readonly procedure: Procedure;
  readonly render: NoticeRenderer;
  readonly renderRectification: RectificationRenderer;
  /** What the register writes into its filings, from the product's earlier cases. */
  readonly frozen?: Frozen;
  /** What a later filing may take from one of its cases. */
  readonly carryOver?: (view: CaseView, filing: unknown) => CarriedOver | null;
}

export const procedures: Readonly<Record<string, RegisteredProcedure>> = {
  pecan: { procedure: pecan, render, renderRectification, frozen: pecanFrozen },
  accountSesame: { procedure: accountSesame, ...accountSesameNotices },
  accountConvergence: { procedure: accountConvergence, ...accountConvergenceNotices },
  rencontrePrecoce: {
    procedure: rencontrePrecoce,
    ...rencontrePrecoceNotices,
    frozen: rencontrePrecoceFrozen,
    carryOver,
  },
  preDepot: { procedure: preDepot, ...preDepotNotices },
  accesPrecoce: { procedure: accesPrecoce, ...accesPrecoceNotices },
  preDepotMedicament: { procedure: preDepotMedicament, ...preDepotMedicamentNotices },
};

/** @throws RangeError when no procedure has that name. */
export function registered(name: string): RegisteredProcedure {
  const found = Object.hasOwn(procedures, name) ? procedures[name] : undefined;
  if (found === undefined)
    throw new RangeError(`No procedure is called "${name}"; the procedures are ${Object.keys(procedures).join(", ")}.`);
  return found;
}
