/** The procedures that Guichet runs: one line each. */
import type { Procedure } from "../case/procedure.js";
import { accesPrecoce } from "./acces-precoce/index.js";
import * as accesPrecoceNotices from "./acces-precoce/notices.js";
import { accountConvergence } from "./account-convergence/index.js";
import * as accountConvergenceNotices from "./account-convergence/notices.js";
import { accountSesame } from "./account-sesame/index.js";
import * as accountSesameNotices from "./account-sesame/notices.js";
import type { NoticeRenderer, RectificationRenderer } from "./notice.js";
import { pecan } from "./pecan/index.js";
import { render, renderRectification } from "./pecan/notices.js";
import { preDepot } from "./pre-depot/index.js";
import * as preDepotNotices from "./pre-depot/notices.js";
import { preDepotMedicament } from "./pre-depot-medicament/index.js";
import * as preDepotMedicamentNotices from "./pre-depot-medicament/notices.js";
import { rencontrePrecoce } from "./rencontre-precoce/index.js";
import * as rencontrePrecoceNotices from "./rencontre-precoce/notices.js";

/** A procedure with what its parties read. */
export interface RegisteredProcedure {
  readonly procedure: Procedure;
  readonly render: NoticeRenderer;
  readonly renderRectification: RectificationRenderer;
}

export const procedures: Readonly<Record<string, RegisteredProcedure>> = {
  pecan: { procedure: pecan, render, renderRectification },
  accountSesame: { procedure: accountSesame, ...accountSesameNotices },
  accountConvergence: { procedure: accountConvergence, ...accountConvergenceNotices },
  rencontrePrecoce: { procedure: rencontrePrecoce, ...rencontrePrecoceNotices },
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
