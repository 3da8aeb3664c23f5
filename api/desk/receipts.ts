import type { Act } from "../../case/act.js";
import { strikeAct } from "../../case/act.js";
import type { Changes } from "../../case/receipt.js";
import { canonicalJson, type Json } from "../../law/canonical-json.js";
import { instant } from "../../law/instant.js";
import type { CaseRecord, StoredAct } from "../../register/register.js";
import { Problem } from "../problem.js";
import { type CaseResource, resourceOf } from "./case-resource.js";
import type { SentAct } from "./dating.js";
import type { Desk } from "./desk.js";

/** What an act is answered with, the first time and every other. */
export interface ReceiptResource {
  /** Number of the act's entry in the journal; null for what was only tried. */
  readonly receipt: number | null;
  /** Head of the journal's chain once it was recorded. */
  readonly head: string;
  readonly act: string;
  readonly changes: Changes;
  /** The case as the act left it. */
  readonly case: CaseResource;
}

interface KeptReceipt {
  readonly number: number;
  readonly changes: Changes;
}

/** The answer to an accepted act, always made from the register: the same however often it is asked for. */
export async function receiptOf(
  desk: Desk,
  record: CaseRecord,
  actId: string,
): Promise<{ readonly act: StoredAct; readonly answer: ReceiptResource } | undefined> {
  const stored = await desk.register.receipt(record.id, actId);
  if (stored === undefined) return undefined;
  const last = record.bursts === stored.burst;
  const [[burst], then] = await Promise.all([
    desk.register.bursts(record.id, { after: stored.burst - 1, limit: 1 }),
    last ? desk.cases.derived(record) : desk.cases.fresh(record, stored.burst),
  ]);
  const act = burst?.acts.find(({ id }) => id === actId);
  if (burst === undefined || act === undefined) return undefined;
  const entry = burst.entries.find(
    ({ kind, payload }) => kind === "act" && (payload as { cause?: string }).cause === actId,
  );
  const kept = stored.receipt as KeptReceipt | null;
  return {
    act,
    answer: {
      receipt: kept?.number ?? entry?.number ?? null,
      head: stored.head,
      act: act.act,
      changes: kept?.changes ?? { clocks: [], notices: [], entries: burst.entries.map(({ number }) => number) },
      case: resourceOf(record, then.view(then.toldAt)),
    },
  };
}

const sameJson = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

/**
 * Is it the request that was accepted under this key? Compared with the act itself, which holds all that was sent, so that
 * nothing more has to be kept. What wasn't sent (a date) was stamped then, and isn't compared.
 */
export function refuseOtherRequest({ act: name, envelope }: StoredAct, act: string, sent: SentAct): void {
  const accepted = envelope as Act;
  const same =
    name === act &&
    (sent.by === undefined || sent.by === accepted.by) &&
    (sent.on === undefined || sent.on === accepted.on) &&
    (sent.at === undefined || instant(sent.at) === accepted.at) &&
    (sent.receivedAt === undefined || instant(sent.receivedAt) === accepted.receivedAt) &&
    // A struck act is named by its number or by its id.
    (act === strikeAct || (sent.about ?? null) === (accepted.about ?? null)) &&
    sameJson(sent.via ?? null, accepted.via ?? null) &&
    sameJson(sent.body ?? {}, accepted.body ?? {});
  if (!same)
    throw new Problem(
      "idempotency-key-reused",
      `This key was already used for another request, which was accepted as "${name}" of ${accepted.on}. Choose a new key.`,
    );
}
