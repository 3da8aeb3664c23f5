import { type Act, type ActMessage, authorOf, idOf, malformed } from "./act.js";
import type { Author } from "./author.js";
import type { ActSpec, Shape } from "./definition.js";
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
  if (confirm !== undefined && typeof confirm !== "boolean") malformed("/confirm", "true or false");
  const reason = (message.body as { reason?: unknown } | null | undefined)?.reason;
  if (typeof reason !== "string" || reason.trim() === "" || reason.length > maxReasonLength)
    malformed("/body/reason", `why the act is struck, in at most ${maxReasonLength} characters`);
  return {
    id,
    by,
    author: authorOf(message),
    reason,
    confirm: confirm === true,
    ...(unverified && { unverified }),
  };
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

/** Who is told that an act was struck: its sender, and those whose notices it takes with it; not the striker himself. */
export function toldOfStrike(struck: Act, by: string, rectified: readonly Entry[]): readonly string[] {
  const told = rectified.flatMap(({ detail, party }) => (detail?.kind === "notice" && party ? [party] : []));
  return [...new Set([struck.by, ...told])].filter((party) => party !== by);
}
