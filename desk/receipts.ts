import { type Act, strikeAct } from "../case/act.js";
import { type Changes, rectifiedAmong } from "../case/receipt.js";
import { canonicalJson, type Json } from "../law/canonical-json.js";
import { instant, isInstant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import type { CaseWithAct, RecordedAct } from "../register/register.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { DeskRefusal } from "./refusal.js";
import type { SentAct } from "./rights.js";
import { type ShownCase, shownCase } from "./shown-case.js";

/** What an act is answered with, the first time and every other. */
export interface ShownReceipt {
  /** Number of the act's entry in the journal; null for what was only tried. */
  readonly receipt: number | null;
  /** Head of the journal's chain once it was recorded. */
  readonly head: string;
  readonly act: string;
  readonly changes: Changes;
  /** The case as the act left it. */
  readonly case: ShownCase;
}

/** The answer to an accepted act, always made from the register: the same however often it is asked for. */
export async function receiptOf(
  desk: Desk,
  principal: Principal,
  { record, act: held }: CaseWithAct,
): Promise<{ readonly act: Act; readonly answer: ShownReceipt } | undefined> {
  if (held === undefined) return undefined;
  const { act, burst, head, recordedAt } = held;
  const { number, changes } = held.receipt ?? (await unanswered(desk, record.id, held));
  // The last burst's view stands in the register; that of an earlier one is derived again.
  const view =
    record.bursts === burst && record.view !== null
      ? record.view
      : (await desk.cases.fresh(record, burst)).view(recordedAt);
  return { act, answer: { receipt: number, head, act: act.act, changes, case: shownCase(principal, record, view) } };
}

/** For an act that came by another road (a signal) and was answered nothing: what its burst says of it. */
async function unanswered(
  { register }: Desk,
  caseId: string,
  { act, burst: number }: RecordedAct,
): Promise<{ readonly number: number | null; readonly changes: Changes }> {
  const [burst] = await register.bursts(caseId, { after: number - 1, limit: 1 });
  const entries = burst?.entries ?? [];
  const own = entries.find(({ kind, cause }) => kind === "act" && cause === act.id);
  return {
    number: own?.number ?? null,
    changes: {
      clocks: [],
      notices: [],
      entries: entries.map((entry) => entry.number),
      rectified: rectifiedAmong(entries),
    },
  };
}

const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

/** The same instant, however it is written. */
const sameInstant = (a: string, b: string | undefined): boolean =>
  b !== undefined && isInstant(a) && isInstant(b) && instant(a) === instant(b);

/**
 * Is it the request that stands under this key? Compared with the act that was accepted, or with the message that was sent,
 * which hold all that was asked, so that nothing more has to be kept. What wasn't asked (a date) was stamped then, and
 * isn't compared. @throws DeskRefusal `key-reused`
 */
export function refuseOtherRequest(standing: string, stands: SentAct, act: string, sent: SentAct): void {
  const same =
    standing === act &&
    (sent.by === undefined || sent.by === stands.by) &&
    (sent.on === undefined || sent.on === stands.on) &&
    (sent.at === undefined || sameInstant(sent.at, stands.at)) &&
    (sent.receivedAt === undefined || sameInstant(sent.receivedAt, stands.receivedAt)) &&
    // A struck act is named by its number or by its id.
    (act === strikeAct || (sent.about ?? null) === (stands.about ?? null)) &&
    sameJson(sent.via ?? null, stands.via ?? null) &&
    sameJson(sent.body ?? {}, stands.body ?? {});
  if (!same)
    throw new DeskRefusal(
      "key-reused",
      `This key was already used for another request, which was sent as "${standing}"${dayOf(stands)}. Choose a new key.`,
    );
}

const dayOf = ({ on, at }: SentAct): string => {
  if (on !== undefined) return ` of ${on}`;
  return at !== undefined && isInstant(at) ? ` of ${parisDay(instant(at))}` : "";
};
