import { Problem } from "../api/problem.js";
import type { ActMessage } from "../case/act.js";
import { strikeAct } from "../case/act.js";
import type { Shape } from "../case/definition.js";
import type { Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { isDeveloper, type Principal } from "./principal.js";

/** An act as it arrives. */
export type SentAct = Omit<ActMessage, "id">;

/** Who sends the act: the principal's own party, unless it relays others. @throws Problem `not-allowed` */
function partyOf(principal: Principal, shape: Shape, act: string, sent: SentAct): string | undefined {
  const free = isDeveloper(principal) || principal.platform !== undefined;
  if (!free) {
    if (sent.by !== undefined && sent.by !== principal.party)
      throw new Problem("not-allowed", `You speak for ${principal.party}: an act of ${sent.by} isn't yours to send.`);
    return principal.party;
  }
  if (sent.by !== undefined) return sent.by;
  const senders = act === strikeAct ? [] : (shape.acts[act]?.by ?? []);
  return senders.length === 1 ? senders[0] : isDeveloper(principal) ? undefined : principal.party;
}

function checkRelay(principal: Principal, { via }: SentAct): void {
  const { platform } = principal;
  if (via === undefined) {
    if (platform === undefined || isDeveloper(principal)) return;
    throw new Problem(
      "malformed",
      "/via: expected {platform, reference}: a platform relays an act under its own reference.",
      {
        pointer: "/via",
      },
    );
  }
  if (isDeveloper(principal) || via.platform.toLowerCase() === platform) return;
  throw new Problem(
    "not-allowed",
    platform === undefined
      ? "/via: only a platform relays acts."
      : `/via/platform: you speak for ${platform}, not for ${via.platform.slice(0, 60)}.`,
  );
}

/** Only the authority that receives an act, or a platform with its own time of receipt, may date one in the past. */
function checkDate(by: string | undefined, sandbox: boolean, sent: SentAct, now: Instant): void {
  if (by !== "applicant" || sandbox || sent.via !== undefined) return;
  if (sent.at === undefined && sent.receivedAt === undefined && (sent.on === undefined || sent.on === parisDay(now)))
    return;
  throw new Problem(
    "not-allowed",
    "An applicant's act counts from the instant at which it arrives here: send it without on, at or receivedAt. Only the authority that receives an act, or the platform that relays it, dates it.",
  );
}

/** The message to send to the case: by whom, and since when it counts. Without a date, it counts from its arrival. */
export function messageFor(
  principal: Principal,
  shape: Shape,
  sandbox: boolean,
  act: string,
  sent: SentAct,
  now: Instant,
): SentAct {
  checkRelay(principal, sent);
  const by = partyOf(principal, shape, act, sent);
  checkDate(by, sandbox, sent, now);
  const dated = sent.on !== undefined || sent.at !== undefined || sent.receivedAt !== undefined;
  return { ...sent, ...(by !== undefined && { by }), ...(!dated && { at: now }) };
}
