import type { Citation } from "../law/citation.js";
import type { CivilDate } from "../law/civil-date.js";
import { epochMs, fromEpochMs, type Instant } from "../law/instant.js";
import { isKnownDay, knownInstant } from "../law/known-days.js";
import { parisDay } from "../law/paris.js";
import { type Author, channels } from "./author.js";
import type { ActName, ActSpec, BodiesOf, PartyName, Schemas, Shape } from "./definition.js";
import { type FaultCode, type FaultParameters, faultAt } from "./fault.js";
import { Refusal } from "./refusal.js";
import { firstFault } from "./schema.js";
import { settleAct, settleBody, settleSpec } from "./tasks.js";
import { oneLine } from "./text-formats.js";

/** An act as a party sends it: the one argument of the Update and of the Signal that bear its name. */
export interface ActMessage {
  /** Hash of the principal and the idempotency key: the same id is the same act, answered once. */
  readonly id?: string;
  readonly by?: string;
  /** Legal day of the act, where its instant isn't known. */
  readonly on?: string;
  /** Legal instant of the act (RFC 3339). */
  readonly at?: string;
  /** When the addressee, or the relaying platform, received it. */
  readonly receivedAt?: string;
  readonly about?: string;
  readonly via?: { readonly platform: string; readonly reference: string };
  /** Who sends it: written by the desk. */
  readonly author?: Author;
  /** A person confirms an adverse effect that this act would newly have. */
  readonly confirm?: boolean;
  /** Nobody vouches for who sent it: it came by another road than the desk (Web UI, CLI), as development alone allows. */
  readonly unverified?: true;
  /** The version of the case for which it is meant: whatever has been recorded since refuses it. */
  readonly version?: number;
  readonly body?: unknown;
}

/** An accepted act. Civil days are Europe/Paris. */
export interface Act<Name extends string = string, Body = unknown, Party extends string = string> {
  readonly id: string;
  readonly act: Name;
  readonly by: Party;
  readonly about?: string;
  /** The legal day: when the act was made, or else received. Never when it was recorded. */
  readonly on: CivilDate;
  readonly at?: Instant;
  /** The day its addressee received it; the legal day when nothing else is known. */
  readonly receivedOn: CivilDate;
  readonly receivedAt?: Instant;
  readonly via?: { readonly platform: string; readonly reference: string };
  /** Absent where no person sent it: a linked case did, or nobody knows. */
  readonly author?: Author;
  readonly unverified?: true;
  readonly body: Body;
  readonly recordedAt: Instant;
}

/** An act of procedure `D`, its body typed by its name. */
export type ActOf<D, A extends ActName<D> = ActName<D>> = A extends keyof BodiesOf<D>
  ? Act<A, BodiesOf<D>[A], PartyName<D>>
  : never;

/** @throws Refusal */
export function malformed<Code extends FaultCode>(
  pointer: string,
  code: Code,
  parameters: FaultParameters<Code>,
): never {
  throw Refusal.ofForm(faultAt(pointer, code, parameters));
}

const fields = new Set([
  "id",
  "by",
  "on",
  "at",
  "receivedAt",
  "about",
  "via",
  "author",
  "confirm",
  "unverified",
  "version",
  "body",
]);
const maxReferenceLength = 200;
/** Two machines never agree to the millisecond: the desk that stamps an act may be this much ahead of the one that records it. */
const clockSkewMs = 60_000;

function text(value: unknown, pointer: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string") malformed(pointer, "wrong-type", { type: "string" });
  if (value.length > maxReferenceLength) malformed(pointer, "too-long", { most: maxReferenceLength });
  if (!oneLine.test(value)) malformed(pointer, "not-a-line", {});
  return value;
}

function instantOf(value: unknown, pointer: string): Instant | undefined {
  if (value === undefined) return undefined;
  return knownInstant(value) ?? malformed(pointer, "not-an-instant", {});
}

function dayOf(value: unknown): CivilDate | undefined {
  if (value === undefined) return undefined;
  return isKnownDay(value) ? value : malformed("/on", "not-a-day", {});
}

function viaOf(value: unknown): Act["via"] {
  if (value === undefined) return undefined;
  if (typeof value !== "object" || value === null) malformed("/via", "wrong-type", { type: "object" });
  const { platform, reference } = value as Record<string, unknown>;
  return {
    platform: text(platform, "/via/platform") ?? malformed("/via/platform", "required", {}),
    reference: text(reference, "/via/reference") ?? malformed("/via/reference", "required", {}),
  };
}

/** Who sends it, where somebody vouches for it. @throws Refusal */
export function authorOf({ author, unverified }: ActMessage): Author | undefined {
  if (author === undefined || unverified !== undefined) return undefined;
  if (typeof author !== "object" || author === null) malformed("/author", "wrong-type", { type: "object" });
  const { person, role, organisation, channel } = author as Partial<Record<keyof Author, unknown>>;
  const speaksFor = text(organisation, "/author/organisation");
  return {
    person: text(person, "/author/person") ?? malformed("/author/person", "required", {}),
    role: text(role, "/author/role") ?? malformed("/author/role", "required", {}),
    ...(speaksFor !== undefined && { organisation: speaksFor }),
    channel:
      channels.find((one) => one === channel) ??
      malformed("/author/channel", "not-a-choice", { choices: [...channels] }),
  };
}

/** The id of a message that has the fields of one, and no other. @throws Refusal */
export function idOf(message: ActMessage): string {
  if (typeof message !== "object" || message === null || Array.isArray(message))
    malformed("", "wrong-type", { type: "object" });
  for (const field of Object.keys(message)) {
    if (!fields.has(field)) malformed(`/${field}`, "no-such-field", { fields: [...fields] });
  }
  return text(message.id, "/id") ?? malformed("/id", "required", {});
}

/** @throws Refusal `moved` when the act is meant for a case that has become another. */
export function refuseIfMoved({ version }: ActMessage, stands: number): void {
  if (version === undefined || version === stands) return;
  if (!Number.isSafeInteger(version)) malformed("/version", "wrong-type", { type: "integer" });
  throw new Refusal(
    "moved",
    `The act is meant for version ${version} of the case, which is at ${stands}: read it again.`,
  );
}

/** An act that every procedure has; the case itself tells it. */
export const strikeAct = "strike";

/** What the procedure says of an act. @throws Refusal `unknown` naming the acts that there are. */
export function actNamed(shape: Shape, name: string): Pick<ActSpec, "label" | "by" | "about"> & Partial<ActSpec> {
  const spec = name === settleAct ? settleSpec(shape) : Object.hasOwn(shape.acts, name) ? shape.acts[name] : undefined;
  if (spec !== undefined) return spec;
  throw new Refusal(
    "unknown",
    `No act is called "${name}" in ${shape.title}; its acts are ${Object.keys(shape.acts).join(", ")}.`,
  );
}

/**
 * Reads a message as an act of the procedure: its date, its party, what it is about and its body.
 * @throws Refusal `unknown`, `malformed` or `not-allowed`, saying what was expected.
 */
export function readAct(shape: Shape, schemas: Schemas, name: string, message: ActMessage, now: Instant): Act {
  const spec = actNamed(shape, name);
  const id = idOf(message);
  const by = senderAmong(shape, spec, message.by);
  const about = text(message.about, "/about");
  if (spec.about !== undefined && about === undefined) malformed("/about", "no-subject", { kind: spec.about });
  if (spec.about === undefined && about !== undefined) malformed("/about", "no-subject-wanted", {});
  if (message.confirm !== undefined && typeof message.confirm !== "boolean")
    malformed("/confirm", "wrong-type", { type: "boolean" });

  const at = instantOf(message.at, "/at");
  const receivedAt = instantOf(message.receivedAt, "/receivedAt");
  const day = dayOf(message.on);
  const legal = at ?? (day === undefined ? receivedAt : undefined);
  const on = day ?? (legal && parisDay(legal)) ?? malformed("/on", "no-date", {});
  if (at !== undefined && parisDay(at) !== on) malformed("/at", "other-day", { day: on });
  const receivedOn = receivedAt === undefined ? on : parisDay(receivedAt);
  if (receivedOn < on) malformed("/receivedAt", "too-early", { first: on });
  if (receivedOn > parisDay(now) || (legal ?? now) > now || (receivedAt ?? now) > now) {
    notInTheFuture(now, on, receivedOn, legal, receivedAt);
  }

  const schema = name === settleAct ? settleBody : schemas.bodies[name];
  const body = message.body ?? {};
  if (schema === undefined) throw new Refusal("unknown", `The act "${name}" has no schema.`);
  const fault = firstFault(schema, body);
  if (fault !== null) throw Refusal.ofForm({ ...fault, pointer: `/body${fault.pointer}` });
  const via = viaOf(message.via);
  const author = authorOf(message);

  const act: { -readonly [Field in keyof Act]: Act[Field] } = {
    id,
    act: name,
    by,
    on,
    receivedOn,
    body,
    recordedAt: now,
  };
  if (about !== undefined) act.about = about;
  if (legal !== undefined) act.at = legal;
  if (receivedAt !== undefined) act.receivedAt = receivedAt;
  if (via !== undefined) act.via = via;
  if (author !== undefined) act.author = author;
  if (message.unverified !== undefined) act.unverified = true;
  return act;
}

/** The party whose act it is. @throws Refusal when the act isn't one of theirs. */
export function senderAmong(
  shape: Shape,
  spec: Pick<ActSpec, "label" | "by"> & { readonly source?: Citation },
  by: unknown,
): string {
  if (typeof by === "string" && spec.by.includes(by)) return by;
  const sent = text(by, "/by") ?? malformed("/by", "not-a-choice", { choices: spec.by });
  const label = (party: string): string => shape.parties[party]?.label ?? party;
  throw new Refusal(
    "not-allowed",
    `« ${spec.label} » est un acte de : ${spec.by.map(label).join(", ")}. Il a été envoyé par : ${label(sent)}.`,
    { source: spec.source },
  );
}

/** @throws Refusal when a date lies further ahead than two machines' clocks may differ. */
function notInTheFuture(
  now: Instant,
  on: CivilDate,
  receivedOn: CivilDate,
  legal?: Instant,
  receivedAt?: Instant,
): void {
  const horizon = fromEpochMs(epochMs(now) + clockSkewMs);
  const today = parisDay(horizon);
  if (receivedOn <= today && (legal ?? now) <= horizon && (receivedAt ?? now) <= horizon) return;
  const field = receivedOn > today && receivedOn !== on ? "/receivedAt" : "/on";
  malformed(field, "in-the-future", { today: parisDay(now) });
}

/** Is `a` later than `b` for the law? By day, then by instant where both are known; otherwise neither is. */
export function strictlyLater(a: Act, b: Act): boolean {
  if (a.on !== b.on) return a.on > b.on;
  return a.at !== undefined && b.at !== undefined && a.at > b.at;
}

/** The acts in legal order: each, in order of recording, goes before the first act that is strictly later. */
export function inLegalOrder(recorded: readonly Act[]): Act[] {
  const ordered: Act[] = [];
  for (const act of recorded) {
    let place = ordered.length;
    // Nearly always the act is the last: look from the end as long as something later may lie further back.
    for (let i = ordered.length - 1; i >= 0 && ordered[i]!.on >= act.on; i--) {
      if (strictlyLater(ordered[i]!, act)) place = i;
    }
    ordered.splice(place, 0, act);
  }
  return ordered;
}

const mostCauseCharacters = 200;

/** What the journal gives for the cause of a refused signal: its id, where it has one that could be an act's. */
export const causeOf = (id: unknown): string =>
  typeof id === "string" && id.length <= mostCauseCharacters ? id : "signal";

/** The ids of the acts that were struck. */
export function struckAmong(acts: readonly Act[]): Set<string> {
  return new Set(acts.filter((act) => act.act === strikeAct).map((act) => act.about ?? ""));
}
