import type { Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { type Act, type ActMessage, authorOf, idOf, malformed, strikeAct, struckAmong } from "./act.js";
import type { Author } from "./author.js";
import { type ActSpec, type Shape, struckNotice } from "./definition.js";
import type { Entry } from "./entry.js";
import { Refusal } from "./refusal.js";

const maxReasonLength = 4_000;

/** A message that strikes an act, once read. */
export interface Strike {
  readonly id: string;
  readonly by: string;
  readonly author: Author | undefined;
  readonly reason: string;
  readonly confirm: boolean;
  readonly unverified?: true;
}

/** Reads a message that strikes an act, named by its number or by its id. @throws Refusal */
export function readStrike({ parties }: Shape, message: ActMessage): Strike {
  const id = idOf(message);
  const { by, confirm, unverified } = message;
  if (typeof by !== "string" || !Object.hasOwn(parties, by))
    throw new Refusal(
      "not-allowed",
      "Un acte est écarté par qui l'a envoyé, ou par l'autorité que la procédure désigne.",
    );
  if (confirm !== undefined && typeof confirm !== "boolean") malformed("/confirm", "wrong-type", { type: "boolean" });
  const reason = (message.body as { reason?: unknown } | null | undefined)?.reason;
  if (reason === undefined || (typeof reason === "string" && reason.trim() === ""))
    malformed("/body/reason", "required", {});
  if (typeof reason !== "string") malformed("/body/reason", "wrong-type", { type: "string" });
  if (reason.length > maxReasonLength) malformed("/body/reason", "too-long", { most: maxReasonLength });
  return { id, by, author: authorOf(message), reason, confirm: confirm === true, ...(unverified && { unverified }) };
}

/** Who strikes an act of that kind which `sender` sent: its sender, unless it binds him, and whom the definition names. */
export const strikersOf = ({ struckBy = [], binding }: ActSpec, sender: string): readonly string[] => [
  ...new Set(binding === true ? struckBy : [sender, ...struckBy]),
];

/**
 * A recipient strikes nothing, and an applicant reopens no case that has ended.
 * @throws Refusal naming those who may.
 */
export function refuseStriker({ acts, parties }: Shape, act: Act, by: string, ended: boolean): void {
  const spec = acts[act.act];
  const strikers = spec === undefined ? [] : strikersOf(spec, act.by);
  const mine = strikers.includes(by);
  if (mine && !(ended && by === "applicant")) return;
  const others = strikers.filter((party) => party !== "applicant" || !ended);
  const label = (party: string): string => parties[party]?.label ?? party;
  const named = `« ${spec?.label ?? act.act} », envoyé par : ${label(act.by)}`;
  const forbidden = mine ? "ne s'écarte plus par lui une fois le dossier clos" : `ne s'écarte pas par : ${label(by)}`;
  const who = others.length === 0 ? "Personne ne l'écarte." : `L'écarte : ${others.map(label).join(" ou ")}.`;
  throw new Refusal("not-allowed", `${named}, ${forbidden}. ${who}`, { source: spec?.source });
}

/** A strike, and the act that it strikes. */
interface StrikeOfAct {
  readonly strike: Act;
  readonly target: Act;
  readonly reason: string;
  readonly confirm: boolean;
}

/** The strike that a message asks for, among the accepted acts. @throws Refusal when it strikes none, or isn't its sender's to do. */
export function strikeOf(
  shape: Shape,
  message: ActMessage,
  acts: readonly Act[],
  numberOf: (act: Act) => number,
  ended: boolean,
  now: Instant,
): StrikeOfAct {
  const { id, by, author, reason, confirm, unverified } = readStrike(shape, message);
  const target = acts.find((act) => act.id === message.about || String(numberOf(act)) === message.about);
  if (target === undefined || target.act === strikeAct || struckAmong(acts).has(target.id))
    malformed("/about", "not-to-strike", {});
  refuseStriker(shape, target, by, ended);
  const on = parisDay(now);
  const dated = { on, at: now, receivedOn: on, recordedAt: now };
  const strike: Act = {
    id,
    act: strikeAct,
    by,
    about: target.id,
    ...dated,
    ...(author !== undefined && { author }),
    body: { reason },
    ...(unverified && { unverified }),
  };
  return { strike, target, reason, confirm };
}

const tracedTo = ({ id, on, recordedAt }: Act) => ({ on, at: recordedAt, cause: id });

/** The strike, as the journal has it. */
export const entryOfStrike = (strike: Act, reason: string): Entry => ({
  ...tracedTo(strike),
  kind: "act",
  name: strikeAct,
  party: strike.by,
  ...(strike.about !== undefined && { about: strike.about }),
  detail: { body: { reason }, ...(strike.unverified && { unverified: true }) },
});

/** A notice to each who learns that an act was struck: its sender, and those whose notices it takes with it; not the striker himself. */
export function noticesOfStrike(
  strike: Act,
  target: Act,
  number: number,
  reason: string,
  rectified: readonly Entry[],
): readonly Entry[] {
  const { by } = strike;
  const facts = { act: target.act, number: String(number), on: target.on, by, reason };
  const noticed = rectified.flatMap(({ detail, party }) => (detail?.kind === "notice" && party ? [party] : []));
  const parties = [...new Set([target.by, ...noticed])].filter((party) => party !== by);
  return parties.map((party) => ({
    ...tracedTo(strike),
    kind: "notice",
    name: struckNotice,
    party,
    detail: { facts },
  }));
}
