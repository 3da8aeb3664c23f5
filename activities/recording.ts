import { ApplicationFailure } from "@temporalio/activity";
import type { Act } from "../case/act.js";
import type { JournalEntry } from "../case/entry.js";
import { toldBurst } from "../case/restart.js";
import { nextDueOn } from "../case/view.js";
import { type ServedProcedure, servedProcedure } from "../procedures/served.js";
import {
  type ActRow,
  BurstOutOfStep,
  type Burst as BurstRow,
  type EntryRow,
  type NoticeRow,
  type Register,
  type StoredBurst,
  UnknownCase,
} from "../register/register.js";
import type { Burst, BurstReference, HeldBurst, Recorded } from "./burst.js";

/** Records a burst: acts, entries, notices and the view, in one transaction. A burst of the same digest is recorded once. */
export async function recordInto(register: Register, burst: Burst): Promise<Recorded> {
  try {
    const recorded = await register.record(rowsOf(burst));
    if (recorded.kind === "recorded") return recorded;
    return { kind: "other", burst: heldBurst(recorded.burst) };
  } catch (fault) {
    if (fault instanceof BurstOutOfStep || fault instanceof UnknownCase) {
      throw ApplicationFailure.create({ type: fault.constructor.name, message: fault.message, nonRetryable: true });
    }
    throw fault;
  }
}

/** The burst of that number; null when the register holds none. */
export async function readFrom(register: Register, { case: id, number }: BurstReference): Promise<HeldBurst | null> {
  const [stored] = await register.bursts(id, { after: number - 1, limit: 1 });
  return stored === undefined ? null : heldBurst(stored);
}

const heldBurst = (stored: StoredBurst): HeldBurst => ({
  ...toldBurst(stored),
  digest: stored.digest,
  head: stored.head,
});

function rowsOf(burst: Burst): BurstRow {
  const { opening, view } = burst;
  const procedure = servedProcedure(view.procedure);
  return {
    case: opening.id,
    number: burst.number,
    acts: burst.acts.map((act) => actRow(act, burst.receipts[act.id])),
    entries: burst.entries.map(entryRow),
    notices: burst.entries.flatMap((entry) => noticeRows(procedure, burst, entry)),
    view,
    phase: view.phase ?? "",
    status: view.status,
    ending: view.ending?.name ?? null,
    whoseMove: view.whoseMove,
    nextDueOn: nextDueOn(view.clocks),
    version: view.version,
    clocks: view.clocks.map((clock) => ({
      id: clock.id,
      name: clock.name,
      label: clock.label,
      state: clock.state,
      from: clock.from,
      lastDay: clock.lastDay,
      expiresAt: clock.expiresAt,
      clock,
    })),
    indications: view.indications.map(({ id, outcome, facts }) => ({
      id,
      outcome: outcome === null ? null : { outcome, ...facts },
      open: view.status === "open" && outcome === null,
    })),
    digest: burst.digest,
    recordedAt: burst.recordedAt,
  };
}

/** An accepted act as the register keeps it, with the receipt that answered it. */
export function actRow(act: Act, receipt: ActRow["receipt"]): ActRow {
  return {
    id: act.id,
    act: act.act,
    by: act.by,
    about: act.about ?? null,
    on: act.on,
    at: act.at ?? null,
    receivedAt: act.receivedAt ?? null,
    envelope: act,
    receipt: receipt ?? null,
  };
}

/** An entry of the journal as the register keeps it. */
export function entryRow(entry: JournalEntry): EntryRow {
  return {
    number: entry.number,
    kind: entry.kind,
    on: entry.on,
    at: entry.at ?? null,
    tellAt: entry.tellAt ?? null,
    party: entry.party ?? null,
    name: entry.name,
    about: entry.about ?? null,
    payload: entry,
  };
}

/** What leaves with an entry: the notice that it tells, or the one that corrects a notice told before. */
function noticeRows({ procedure, letters }: ServedProcedure, burst: Burst, entry: JournalEntry): NoticeRow[] {
  const corrects =
    entry.kind === "rectified" && entry.detail?.kind === "notice" ? Number(entry.detail.rectifies) : undefined;
  if (entry.kind !== "notice" && corrects === undefined) return [];
  const { shape } = procedure;
  const { opening } = burst;
  const context = { opening, shape, rulesets: procedure.rulesets };
  const { subject, text } =
    corrects === undefined ? letters.render(entry, context) : letters.renderRectification(entry, corrects, context);
  const legal = corrects !== undefined || shape.notices[entry.name]?.kind !== "status";
  const muted = !legal && entry.party === "applicant" && opening.filing.applicant.mutesStatusMails === true;
  return [
    {
      number: entry.number,
      party: entry.party ?? "",
      name: entry.name,
      about: entry.about ?? null,
      channel: "e-mail",
      subject,
      text,
      legal,
      ...(corrects !== undefined && { corrects }),
      deliver: !muted,
    },
  ];
}
