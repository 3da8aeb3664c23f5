import { ApplicationFailure } from "@temporalio/activity";
import type { Burst, HeldBurst, Recorded } from "../case/burst.js";
import { digestOfBurst } from "../case/digest.js";
import type { JournalEntry } from "../case/entry.js";
import { nextDueOn } from "../case/view.js";
import { type Account, standingActs } from "../procedures/accounts.js";
import { type ServedProcedure, servedProcedure } from "../procedures/served.js";
import { BurstOutOfStep, type LeavingNotice, type Register, UnknownCase } from "../register/register.js";

/** Which burst of which case. */
export interface BurstReference {
  readonly case: string;
  readonly number: number;
}

/** Records a burst, with the notices that leave with it, in one transaction. A burst of the same digest is recorded once. */
export async function recordInto(register: Register, burst: Burst): Promise<Recorded> {
  const procedure = servedProcedure(burst.view.procedure);
  const notices = burst.entries.flatMap((entry) => noticesOf(procedure, burst, entry));
  const account = await accountOf(register, procedure, burst);
  try {
    return await register.record({
      ...burst,
      digest: digestOfBurst(burst),
      nextDueOn: nextDueOn(burst.view.clocks),
      notices,
      account,
    });
  } catch (fault) {
    if (fault instanceof BurstOutOfStep || fault instanceof UnknownCase) {
      throw ApplicationFailure.create({ type: fault.constructor.name, message: fault.message, nonRetryable: true });
    }
    throw fault;
  }
}

/** What the burst leaves of a company's account, where its case is one. */
async function accountOf(
  register: Register,
  { account }: ServedProcedure,
  { opening, acts, view }: Burst,
): Promise<Account | undefined> {
  if (account === undefined) return undefined;
  const own = new Set(acts.map(({ id }) => id));
  const earlier = (await register.acts(opening.id)).filter(({ id }) => !own.has(id));
  return account({ filing: opening.filing, acts: standingActs([...earlier, ...acts]), view });
}

/** The burst of that number; null when the register holds none. */
export async function readFrom(register: Register, { case: id, number }: BurstReference): Promise<HeldBurst | null> {
  const [held] = await register.bursts(id, { after: number - 1, limit: 1 });
  return held ?? null;
}

/** What leaves with an entry: the notice that it tells, or the one that corrects a notice told before. */
function noticesOf({ procedure, letters }: ServedProcedure, burst: Burst, entry: JournalEntry): LeavingNotice[] {
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
      corrects: corrects ?? null,
      deliver: !muted,
    },
  ];
}
