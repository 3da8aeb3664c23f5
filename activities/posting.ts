import type { NoticeToSend, Recipient } from "../register/register.js";
import { type Mailer, MailRefused, MailServerAway } from "./mailer.js";
import { noticeMail } from "./notice-mail.js";

/** What became of a notice that was sent to those who hadn't had it yet. */
export interface Posted {
  /** Who has it by this attempt. */
  readonly reached: readonly string[];
  /** Whose address was refused for good. */
  readonly refused: readonly { readonly who: string; readonly fault: Error }[];
  /** Why it is to be tried again for somebody. */
  readonly passing: Error | undefined;
}

/** Whom a notice goes to: those who chose so, and have an address. Otherwise why it goes to nobody. */
export function addressees({
  recipients,
  legal,
}: NoticeToSend): readonly (Recipient & { readonly address: string })[] | "unaddressed" | "muted" {
  const reachable = recipients.flatMap((one) => (one.address === null ? [] : [{ ...one, address: one.address }]));
  const chosen = reachable.filter((one) => one.chosen);
  if (chosen.length > 0) return chosen;
  // What has a legal effect must reach somebody: that all chose not to receive it is no less of a fault than having no address.
  return !legal && reachable.length > 0 ? "muted" : "unaddressed";
}

/** Sends a notice, a mail to each. @throws MailServerAway when it reached nobody because no mail is taken */
export async function post(
  mailer: Mailer,
  notice: NoticeToSend,
  to: readonly (Recipient & { readonly address: string })[],
): Promise<Posted> {
  const tried = await Promise.all(
    to
      .filter(({ who }) => !notice.reached.includes(who))
      .map(async ({ who, address }) => ({
        who,
        fault: await mailer.send(noticeMail(notice, address)).then(() => undefined, faultOf),
      })),
  );
  const reached = tried.filter(({ fault }) => fault === undefined).map(({ who }) => who);
  const away = tried.find(({ fault }) => fault instanceof MailServerAway)?.fault;
  if (away !== undefined && reached.length === 0) throw away;
  return {
    reached,
    refused: tried.flatMap(({ who, fault }) => (fault instanceof MailRefused ? [{ who, fault }] : [])),
    passing: tried.find(({ fault }) => fault !== undefined && !(fault instanceof MailRefused))?.fault,
  };
}

const faultOf = (fault: unknown): Error => {
  if (fault instanceof Error) return fault;
  throw fault;
};
