import type { Act } from "../../case/act.js";
import type { Receipt } from "../../case/receipt.js";
import type { Register } from "../../register/register.js";
import type { Played } from "./play.js";

/**
 * Records a played case as one burst of a sandbox case, under the organisation of its company. Its notices are written in
 * the journal and put in no outbox: its parties don't exist.
 */
export async function recordPlayed(register: Register, { procedure, live, journal }: Played): Promise<void> {
  const { opening } = live;
  const view = live.view();
  await register.file({
    procedure: procedure.shape.name,
    ruleset: opening.ruleset,
    series: procedure.shape.prefix,
    year: Number(opening.filedOn.slice(0, 4)),
    sandbox: true,
    organisation: opening.filing.applicant.siret,
    product: opening.filing.product.id,
    indications: opening.filing.indications.map(({ id, label }) => ({ id, label })),
    principal: "cohort",
    idempotencyKey: opening.id,
    requestHash: opening.id,
    filedOn: opening.filedOn,
    filedAt: opening.filedAt,
    complete: () => ({ id: opening.id, filing: opening.filing }),
  });
  const receiptOf = ({ id, act }: Act): Receipt => ({
    number: journal.find((entry) => entry.kind === "act" && entry.cause === id)?.number ?? 0,
    act,
    changes: { clocks: [], notices: [], entries: [], rectified: [] },
  });
  await register.record({
    number: 1,
    opening,
    acts: live.recordedActs,
    entries: journal,
    notices: [],
    receipts: Object.fromEntries(live.recordedActs.map((act) => [act.id, receiptOf(act)])),
    // No workflow holds a played case: to the register it is over, whatever its story still awaits.
    view: { ...view, status: "concluded", whoseMove: [], clocks: [], indications: [] },
    nextDueOn: null,
    digest: opening.id,
    recordedAt: view.now,
  });
}
