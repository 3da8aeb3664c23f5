import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { ApplicationFailure, Context } from "@temporalio/activity";
import type { NoticeReference, NoticeToSend, Register, StoredNotice } from "../register/register.js";
import { Holding } from "./holding.js";
import { answerOf, type Mailer, MailRefused, MailServerAway } from "./mailer.js";
import { undeliveredMails } from "./notice-mail.js";
import { addressees, post } from "./posting.js";

/** The activities that deliver notices. Idempotent: what was delivered has left the outbox, what is being sent is held. */
export interface Deliveries {
  /** Delivers all that is free in the outbox, and what comes meanwhile; how many notices were tried. */
  deliverNotices(): Promise<number>;
  /** Delivers one notice that failed before. */
  deliverNotice(reference: NoticeReference): Promise<string>;
}

/** The rhythms of deliveries, in milliseconds. */
export interface Rhythms {
  /** A mail that takes longer no longer keeps the others waiting. */
  readonly promptMs: number;
  /** Between two looks at the outbox: what is told meanwhile leaves together, after the answers to the acts that told it. */
  readonly gatherMs: number;
  /** The outbox was empty for so long: the delivery is over. */
  readonly quietMs: number;
  /** A delivery ends after so long, whatever waits: the next one, perhaps elsewhere, goes on. */
  readonly turnMs: number;
  /** A notice that the server neither takes nor refuses is given up so long after its first attempt (RFC 5321 § 4.5.4.1). */
  readonly giveUpMs: number;
}

const usual: Rhythms = {
  promptMs: 20_000,
  gatherMs: 250,
  quietMs: 2_000,
  turnMs: 60_000,
  giveUpMs: 5 * 86_400_000,
};

/** Mails handed over at once. */
const atOnce = 20;
/** Mails under way in this process, those that nobody waits for among them. */
const mostUnderWay = 200;
/** Deliveries of single notices at once: they never take all the places of the worker. */
const mostApart = 50;
const heartbeatMs = 4_000;

/** What came of one attempt: why it is to be tried again and who has it already, or why nobody will try again; neither when it is done. */
type Attempted =
  | { readonly passing: Error; readonly reached: readonly string[]; readonly abandoned?: undefined }
  | { readonly passing?: undefined; readonly reached?: undefined; readonly abandoned?: Error };

/** @param setApart begins the delivery of one notice, whose retries are then seen */
export function createDeliveries(
  register: Register,
  mailer: Mailer,
  setApart: (notice: StoredNotice) => Promise<void>,
  rhythms: Partial<Rhythms> = {},
): Deliveries {
  const { promptMs, gatherMs, quietMs, turnMs, giveUpMs } = { ...usual, ...rhythms };
  const { outbox } = register;
  const holding = new Holding(outbox, randomUUID());
  let apart = 0;

  /** Nobody will try again: says so where it matters, then writes it down. Told first: a crash in between tells it twice, under one id. */
  const abandon = async (notice: StoredNotice, fault: Error): Promise<void> => {
    const told: string[] = [];
    for (const { party, mail } of await undeliveredMails(register, notice, fault.message)) {
      await mailer.send(mail).then(
        () => told.push(party),
        (refusal: unknown) => {
          if (!(refusal instanceof MailRefused)) throw refusal;
        },
      );
    }
    const detail = told.length > 0 ? `${fault.message} (told: ${told.join(", ")})` : fault.message;
    await holding.settle({ ...referenceOf(notice), outcome: "abandoned", detail });
    const whom = told.length > 0 ? ` Told: ${told.join(", ")}.` : "";
    console.error(`${nameOf(notice)} is undeliverable (${answerOf(fault)}), and given up.${whom}`);
  };

  /**
   * Tries a notice once, with whoever hasn't had it, and writes down what is settled. Why it is to be tried again; undefined when it
   * isn't. @throws MailServerAway
   */
  const attempt = async (notice: NoticeToSend, givesUp: boolean): Promise<Attempted> => {
    const to = addressees(notice);
    if (typeof to === "string") {
      await holding.settle({ ...referenceOf(notice), outcome: to });
      if (to === "unaddressed") console.warn(`${nameOf(notice)} goes to nobody: no address.`);
      return {};
    }
    const { reached, refused, passing } = await post(mailer, notice, to);
    if (passing !== undefined && !(givesUp && !(passing instanceof MailServerAway))) return { passing, reached };
    const fault = passing ?? refused[0]?.fault;
    if (fault !== undefined && notice.reached.length + reached.length === 0) {
      await abandon(notice, fault);
      return { abandoned: fault };
    }
    const detail = refused.map(({ who, fault: refusal }) => `${who}: ${refusal.message}`).join("; ");
    await holding.settle({
      ...referenceOf(notice),
      outcome: "delivered",
      recipients: reached,
      ...(detail && { detail }),
    });
    return {};
  };

  const failed = async (notice: StoredNotice, fault: Error, recipients: readonly string[]): Promise<void> => {
    console.warn(`${nameOf(notice)} isn't delivered yet (${answerOf(fault)}).`);
    await holding.settle({ ...referenceOf(notice), outcome: "failed", detail: fault.message, recipients });
  };

  /** One notice among others. @throws MailServerAway, once it is let go */
  const send = async (notice: NoticeToSend): Promise<void> => {
    try {
      const attempted = await attempt(notice, false).catch((fault: unknown) => {
        if (!(fault instanceof Error) || fault instanceof MailServerAway) throw fault;
        console.warn(`${nameOf(notice)} is undeliverable, and nobody could be told yet: ${fault.message}`);
        return { passing: fault, reached: [] };
      });
      if (attempted.passing === undefined) return;
      await setApart(notice);
      await failed(notice, attempted.passing, attempted.reached);
    } catch (fault) {
      if (fault instanceof MailServerAway) await holding.release(notice);
      throw fault;
    } finally {
      // What neither delivered nor set apart it is free once its hold is over.
      holding.drop(notice);
    }
  };

  /** Sends them all and waits for those that are prompt. @throws MailServerAway */
  const sendAll = async (notices: readonly NoticeToSend[]): Promise<void> => {
    let away: MailServerAway | undefined;
    const all = notices.map((notice) =>
      send(notice).catch((fault: Error) => {
        if (fault instanceof MailServerAway) away = fault;
        else console.warn(`${nameOf(notice)} waits: ${fault.message}`);
      }),
    );
    const over = new AbortController();
    const slow = pause(promptMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([Promise.all(all), slow]);
    over.abort();
    if (away !== undefined) throw failure(away, "MailServerAway");
  };

  return {
    async deliverNotices() {
      const { cancellationSignal } = Context.current();
      return beating(async () => {
        const end = performance.now() + turnMs;
        let quietSince = performance.now();
        let count = 0;
        while (performance.now() < end && !cancellationSignal.aborted) {
          const places = Math.min(atOnce, mostUnderWay - holding.size);
          const taken = places > 0 ? await holding.take(places) : [];
          count += taken.length;
          if (taken.length > 0) {
            await sendAll(taken);
            quietSince = performance.now();
          } else if (performance.now() - quietSince > quietMs) {
            break;
          }
          if (taken.length < atOnce) await pause(gatherMs);
        }
        return count;
      });
    },

    async deliverNotice(reference) {
      if (apart >= mostApart || holding.has(reference)) throw later("Others are being delivered.");
      apart++;
      try {
        const held = await holding.hold(reference);
        if (held === "gone") return "delivered or given up before";
        if (held === "held by another") throw later("It is being sent by another worker.");
        const { notice, triedForMs } = held;
        return await beating(async () => {
          const { passing, reached, abandoned } = await attempt(notice, triedForMs > giveUpMs).catch(
            (fault: unknown) => {
              if (!(fault instanceof Error)) throw fault;
              return { passing: fault, reached: [], abandoned: undefined };
            },
          );
          if (passing !== undefined) {
            await failed(notice, passing, reached);
            throw failure(passing, "NotDelivered");
          }
          if (abandoned !== undefined) throw ApplicationFailure.nonRetryable(answerOf(abandoned), "Undeliverable");
          return "delivered";
        });
      } finally {
        apart--;
        holding.drop(reference);
      }
    },
  };
}

const referenceOf = ({ case: id, number }: StoredNotice): NoticeReference => ({ case: id, number });
const nameOf = ({ case: id, number, party }: StoredNotice): string => `Notice ${id}/${number} to ${party}`;

/** What Temporal keeps in clear: figures alone, for the server's words may name people. */
const failure = (fault: Error, type: string): ApplicationFailure =>
  ApplicationFailure.create({ type, message: answerOf(fault) });

/** Not a failure of the notice: asked again soon. */
const later = (message: string): ApplicationFailure =>
  ApplicationFailure.create({ type: "Later", message, nextRetryDelay: "30s" });

/** Tells Temporal, while the work lasts, that this worker lives: another takes over from one that doesn't. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const context = Context.current();
  const timer = setInterval(() => context.heartbeat(), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
