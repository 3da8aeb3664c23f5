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
    acts: live.recordedActs.map((act) => ({
      id: act.id,
      act: act.act,
      by: act.by,
      about: act.about ?? null,
      on: act.on,
      at: act.at ?? null,
      receivedAt: act.receivedAt ?? null,
      envelope: act as unknown as Json,
      receipt: { number: numberOf(act), act: act.act },
    })),
    entries: journal.map((entry) => ({
      number: entry.number,
      kind: entry.kind,
      on: entry.on,
      at: entry.at ?? null,
      tellAt: entry.tellAt ?? null,
      party: entry.party ?? null,
      name: entry.name,
      about: entry.about ?? null,
      payload: entry as unknown as Json,
    })),
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
