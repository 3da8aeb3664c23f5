/**
 * Who may see, list, file, send, date, relay, read which part and move time. Procedures declare (their parties, who sends an
 * act, what is confidential, of whom a frozen field tells); it is decided here, and nowhere else.
 */
import { type ActMessage, actNamed, senderAmong, strikeAct } from "../case/act.js";
import type { FilingBase, Shape } from "../case/definition.js";
import { settleAct } from "../case/tasks.js";
import type { Instant } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { served } from "../procedures/served.js";
import { type CaseRecord, companyOf } from "../register/register.js";
import {
  isConsultant,
  isDeveloper,
  operator,
  type Principal,
  principalName,
  type Role,
  roleLabels,
} from "./principal.js";
import { procedureOfNumber } from "./procedures.js";
import { DeskRefusal, refuseByRule } from "./refusal.js";
import { type Ask, mayAsk, reaches } from "./rights-table.js";

/** An act as it arrives. */
export type SentAct = Omit<ActMessage, "id" | "author">;

const refuse = (words: string): never => {
  throw new DeskRefusal("not-allowed", words);
};

// ---- Asking.

/** @throws DeskRefusal `not-allowed` for a role that the table doesn't give it to. */
export function refuseToAsk({ role }: Principal, ask: Ask): void {
  if (!mayAsk(role, ask)) refuse(`You speak as ${role}, to whom this isn't given.`);
}

// ---- Seeing.

/** Runs the installation: nothing of it is hidden from them. */
const operates = ({ party }: Principal): boolean => party === operator;

/** Of which cases it knows; of none, unless the table says so. */
function reachOf({ role, party, organisation }: Principal): "every" | "company" | "filed" | "none" {
  const reach = role === "anyone" ? "none" : (reaches[role] ?? "none");
  // Whoever speaks for one company, by a platform too, knows of no other's.
  return reach === "every" && party === "applicant" && organisation !== undefined ? "company" : reach;
}

/** Sees the cases of every organisation. */
const seesEveryOrganisation = (principal: Principal): boolean => reachOf(principal) === "every";

/**
 * May the principal know of cases of that procedure? A confidential one is known to its parties alone: a platform that
 * speaks for no organisation in particular isn't one.
 */
function knowsOf(principal: Principal, procedure: string): boolean {
  const shape = served.get(procedure)?.procedure.shape;
  if (shape?.confidential !== true || operates(principal)) return true;
  return (
    Object.hasOwn(shape.parties, principal.party) &&
    (principal.party !== "applicant" || principal.organisation !== undefined)
  );
}

/** What a principal may see of the register, as its lists take it: what is hidden is never read, nor counted. */
export interface Scope {
  readonly except: readonly string[];
  /** SIREN: a company that moves keeps its cases. */
  readonly company: string | undefined;
  readonly principal: string | undefined;
  /** Whether the cases are sandbox ones: a developer sees no other. */
  readonly sandbox?: true;
}

export const scopeOf = (principal: Principal): Scope => ({
  except: [...served.keys()].filter((procedure) => !knowsOf(principal, procedure)),
  company: seesEveryOrganisation(principal) ? undefined : companyOf(principal.organisation ?? ""),
  principal: reachOf(principal) === "filed" ? principalName(principal) : undefined,
  ...(isDeveloper(principal) && { sandbox: true }),
});

/** May the principal see that case? One that may not be seen doesn't exist for whoever asks. */
export function sees(
  principal: Principal,
  kept: Pick<CaseRecord, "company" | "procedure" | "principal" | "sandbox">,
): boolean {
  const { except, company, principal: filedBy, sandbox } = scopeOf(principal);
  return (
    !except.includes(kept.procedure) &&
    (company === undefined || company === kept.company) &&
    (filedBy === undefined || filedBy === kept.principal) &&
    (sandbox === undefined || kept.sandbox)
  );
}

/** May the principal be given figures over that procedure's cases, of every organisation? */
export const mayCount = (principal: Principal, procedure: string): boolean =>
  seesEveryOrganisation(principal) && knowsOf(principal, procedure);

// ---- Reading parts of a case.

/** Whose notices the principal reads: authorities and operators everybody's (undefined), an applicant its own. */
export const readsNoticesOf = (principal: Principal): string | undefined =>
  seesEveryOrganisation(principal) ? undefined : principal.party;

/** Whose notices are opened when the principal reads them: its own party's, by a person who speaks for it. */
export const opensNoticesOf = (principal: Principal): string | undefined =>
  operates(principal) || principal.platform !== undefined ? undefined : principal.party;

/**
 * Whether the principal reads which person of that party sent something: authorities and operators do, everybody of the people of
 * their own party. Of others one reads for which party, as what, and by which door.
 */
export const readsAuthorOf = (principal: Principal, party: string | null): boolean =>
  seesEveryOrganisation(principal) || party === principal.party;

interface Linking {
  readonly links?: readonly { readonly case: string }[];
}

/**
 * The filing as the principal may read it: that a confidential case came before is no business of those who aren't
 * parties to it, and which experts took part isn't the applicant's, who may not be the one who met them. A consultant reads
 * nothing that the register knows of his client's other cases (E52).
 */
export function shownFiling(principal: Principal, { procedure, filing }: CaseRecord): unknown {
  if (operates(principal)) return filing;
  const hidden = Object.entries(served.get(procedure)?.frozen ?? {}).flatMap(([field, { tellsOf }]) =>
    !isConsultant(principal) &&
    (tellsOf === undefined || (principal.party !== "applicant" && knowsOf(principal, tellsOf)))
      ? []
      : [field],
  );
  const { links, ...rest } = filing as FilingBase & Linking;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([field]) => !hidden.includes(field))),
    ...(links !== undefined && {
      links: links.filter((link) => knowsOf(principal, procedureOfNumber(link.case) ?? "")),
    }),
  };
}

// ---- Filing.

/** @throws DeskRefusal `not-allowed` for whoever may not file, for that company, or under that ruleset. */
export function refuseToFile(
  principal: Principal,
  { ruleset, sandbox }: { readonly ruleset?: string | undefined; readonly sandbox?: boolean | undefined },
  siret: string,
): void {
  const { party, organisation, platform } = principal;
  if (!mayAsk(principal.role, "filing")) refuse("An application is filed by the applicant, or by a platform for it.");
  if (party === "applicant" && platform === undefined && companyOf(siret) !== companyOf(organisation ?? ""))
    refuse(`You speak for ${organisation}: you can't file for ${siret}.`);
  if (isDeveloper(principal) && sandbox !== true)
    refuse("A developer plays every party, on sandbox cases alone: send sandbox: true.");
  if (ruleset !== undefined && sandbox !== true && party !== operator)
    refuse("The ruleset of a real case is chosen by its day of filing, or by the operator.");
}

/** May a filing for that company name that case as one of its own that came before? */
export const mayLink = (principal: Principal, siret: string, sandbox: boolean, linked: CaseRecord): boolean =>
  sees(principal, linked) && linked.company === companyOf(siret) && linked.sandbox === sandbox;

// ---- Sending.

/**
 * The party whose act it is: the principal's own, unless it relays others; undefined when nobody has been named.
 * @throws DeskRefusal when it isn't the principal's to send, to relay, or to date.
 */
export function senderOf(
  principal: Principal,
  { shape, sandbox, now }: { readonly shape: Shape; readonly sandbox: boolean; readonly now: Instant },
  act: string,
  sent: SentAct,
): string | undefined {
  refuseToRelay(principal, sent);
  const by = partyOf(principal, shape, act, sent);
  refuseForeignAct(shape, act, by);
  refuseOtherRole(principal, shape.acts[act]?.as);
  if (!sandbox) refuseToDate(by, sent, now);
  return by;
}

function partyOf(principal: Principal, shape: Shape, act: string, { by }: SentAct): string | undefined {
  const free = isDeveloper(principal) || principal.platform !== undefined;
  if (!free) {
    if (by !== undefined && by !== principal.party) {
      const label = (party: string): string => shape.parties[party]?.label ?? party;
      refuse(`Vous agissez pour : ${label(principal.party)}. Un acte de : ${label(by)} n'est pas à vous.`);
    }
    return principal.party;
  }
  if (by !== undefined) return by;
  const senders = act === strikeAct ? [] : (shape.acts[act]?.by ?? []);
  return senders.length === 1 ? senders[0] : isDeveloper(principal) ? undefined : principal.party;
}

/** An act is sent by those to whom the procedure gives it: nobody else's reaches the case. @throws Refusal `not-allowed` */
function refuseForeignAct(shape: Shape, act: string, by: string | undefined): void {
  if (by === undefined || act === strikeAct) return;
  if (act === settleAct || Object.hasOwn(shape.acts, act)) senderAmong(shape, actNamed(shape, act), by);
}

/** A platform answers for the role of whomever it relays; a developer plays every role. */
function refuseOtherRole(principal: Principal, role: Role | undefined): void {
  if (role === undefined || role === principal.role || isDeveloper(principal) || principal.platform !== undefined)
    return;
  refuse(`Cet acte est celui du seul ${roleLabels[role]}. Vous agissez comme : ${roleLabels[principal.role]}.`);
}

function refuseToRelay(principal: Principal, { via }: SentAct): void {
  const { platform } = principal;
  const played = isDeveloper(principal);
  if (via === undefined) {
    if (platform === undefined || played) return;
    refuseByRule("/via", "expected {platform, reference}: a platform relays an act under its own reference");
  }
  if (played || via.platform.toLowerCase() === platform) return;
  refuse(
    platform === undefined
      ? "/via: only a platform relays acts."
      : `/via/platform: you speak for ${platform}, not for ${via.platform.slice(0, 60)}.`,
  );
}

/** Only the authority that receives an act, or a platform with its own time of receipt, may date one in the past. */
function refuseToDate(by: string | undefined, sent: SentAct, now: Instant): void {
  if (by !== "applicant" || sent.via !== undefined) return;
  if (sent.at === undefined && sent.receivedAt === undefined && (sent.on === undefined || sent.on === parisDay(now)))
    return;
  refuse(
    "Un acte du demandeur compte de l'instant où il arrive ici : il s'envoie sans date (ni « on », ni « at », ni « receivedAt »). Seule l'autorité qui reçoit un acte, ou la plateforme qui le relaie, lui en donne une.",
  );
}

// ---- Moving time.

/** Time is moved in a trial case alone, and never in production. @throws DeskRefusal `not-a-sandbox-case` */
export function refuseToMoveTime(movesTime: boolean, { id, sandbox }: CaseRecord): void {
  if (!movesTime) throw new DeskRefusal("not-a-sandbox-case", "No time is moved on this installation.");
  if (!sandbox) throw new DeskRefusal("not-a-sandbox-case", `${id} isn't a sandbox case: its time is everybody's.`);
}
