import { actRow, entryRow } from "../../activities/recording.js";
import type { Act } from "../../case/act.js";
import type { Json, Register } from "../../register/register.js";
import type { Played } from "./play.js";

/**
 * Records a played case as one burst of a sandbox case, under the organisation of its company. Its notices are written in
 * the journal and put in no outbox: its parties don't exist.
 */
export async function recordPlayed(register: Register, { procedure, live, journal }: Played): Promise<void> {
  const { opening } = live;
  const view = live.view();
  const filing = opening.filing as unknown as Json;
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
    complete: () => ({ id: opening.id, filing }),
  });
  const numberOf = (act: Act) => journal.find((entry) => entry.kind === "act" && entry.cause === act.id)?.number ?? 0;
  await register.record({
    case: opening.id,
    number: 1,
    acts: live.recordedActs.map((act) => actRow(act, { number: numberOf(act), act: act.act })),
    entries: journal.map(entryRow),
    notices: [],
    view: view as unknown as Json,
    phase: view.phase ?? "",
    // No workflow holds a played case: to the register it is over, whatever its story still awaits.
    status: "concluded",
    ending: view.ending?.name ?? null,
    whoseMove: [],
    nextDueOn: null,
    version: live.version,
    clocks: [],
    indications: [],
    digest: opening.id,
    recordedAt: view.now,
  });
}
