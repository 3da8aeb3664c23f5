import { ApplicationFailure } from "@temporalio/activity";
import type { Register } from "../register/register.js";
import type { NoticeReference } from "./burst.js";
import type { Mailer } from "./mailer.js";

/** Sends a notice to its party and writes the attempt down. Until organisations have addresses, each party has one per case. */
export async function deliver(
  register: Register,
  mailer: Mailer,
  { case: caseId, number }: NoticeReference,
): Promise<string> {
  const notice = await register.notice(caseId, number);
  if (notice === undefined) {
    throw ApplicationFailure.nonRetryable(`${caseId} has no notice ${number}.`, "UnknownNotice");
  }
  const to = `${notice.party.toLowerCase()}+${caseId.toLowerCase()}@guichet.localhost`;
  const attempt = (outcome: "delivered" | "failed", detail?: string) =>
    register.recordDelivery({
      case: caseId,
      notice: number,
      at: new Date().toISOString(),
      outcome,
      detail: detail ?? null,
    });
  try {
    await mailer.send({
      to,
      subject: notice.subject,
      text: notice.text,
      messageId: `<${caseId}.${number}@guichet.localhost>`,
    });
  } catch (fault) {
    await attempt("failed", fault instanceof Error ? fault.message : String(fault));
    throw fault;
  }
  await attempt("delivered");
  return to;
}
