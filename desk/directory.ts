import { fromEpochMs } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import {
  companyOf,
  type GivenMandate,
  type Identified,
  type Mandate,
  type Person,
  type Register,
  UnknownPerson,
} from "../register/register.js";
import { operator, type Principal, platforms, type Role, roles } from "./principal.js";
import { parties } from "./procedures.js";
import { DeskRefusal, refuseByRule } from "./refusal.js";

/** Today in Paris: a mandate stands from its first day to its last. */
export const today = () => parisDay(fromEpochMs(Date.now()));

/** As whom a mandate makes one speak. */
export const principalOf = ({ person, role, party, organisation, platform }: Mandate): Principal => ({
  person,
  role: role as Role,
  party,
  ...(organisation !== null && { organisation }),
  ...(platform !== null && { platform }),
});

/**
 * Who speaks: the person that the issuer has identified, by its one mandate that stands today, or by the one that is asked
 * for (its id, its party, or its organisation). @throws DeskRefusal `not-allowed` without a mandate, `ambiguous` when it must say which
 */
export async function speaking(register: Register, who: Identified, wanted: string | undefined): Promise<Principal> {
  const found = await register.directory.lookUp(who);
  return speakingBy(found?.mandates ?? [], today(), wanted, found?.person.id);
}

/** Does a mandate stand on that day? From its first to its last, unless it was ended before. */
const stands = ({ from, until, endedAt }: Mandate, day: string): boolean =>
  endedAt === null && from <= day && (until === null || until >= day);

/** The same, among the mandates that somebody was ever given. */
export function speakingBy(
  given: readonly Mandate[],
  day: string,
  wanted?: string | undefined,
  person?: string | undefined,
): Principal {
  const standing = given.filter((mandate) => stands(mandate, day));
  const asked =
    wanted === undefined
      ? standing
      : standing.filter(({ id, party, organisation }) => [id, party, organisation].includes(wanted));
  const [mandate, another] = asked;
  if (mandate === undefined) {
    const you = person === undefined ? "You are identified" : `You are ${person}`;
    const none = wanted === undefined ? "no mandate" : "no such mandate";
    throw new DeskRefusal("not-allowed", `${you}, and have ${none} here today.`);
  }
  if (another !== undefined)
    throw new DeskRefusal(
      "ambiguous",
      `You have several mandates: say by which you speak, with ${onBehalfHeader}: ${asked.map(({ id }) => id).join(", ")}.`,
    );
  return principalOf(mandate);
}

/** Says by which of one's mandates one speaks: its id, its party, or its organisation. */
export const onBehalfHeader = "Guichet-On-Behalf-Of";

/** A mandate as whoever gives it writes it. */
export type MandateRequest = Omit<GivenMandate, "from" | "person"> & { readonly from: string | undefined };

/** A role of an authority, of a company, of a platform, of the installation: each has its own shape. */
function checkShape({ role, party, organisation, platform, from, until }: MandateRequest): void {
  const ofCompany = ["legal-representative", "manager", "contributor", "consultant"].includes(role);
  if (!(roles as readonly string[]).includes(role)) refuseByRule("/role", `expected one of ${roles.join(", ")}`);
  if (role === "developer") refuseByRule("/role", "a developer is given by the issuer of development alone");
  if ((role === "operator") !== (party === operator))
    refuseByRule("/party", "an operator's, and nobody else's, is operator");
  if (party !== operator && !parties.has(party)) refuseByRule("/party", "expected a party of a procedure");
  if (ofCompany && (party !== "applicant" || organisation === null))
    refuseByRule("/organisation", "a company's mandate is an applicant's, for an establishment (SIRET)");
  if (role === "officer" && (party === "applicant" || organisation !== null))
    refuseByRule("/party", "an officer speaks for an authority, and for no company");
  if ((role === "platform") !== (platform !== null))
    refuseByRule("/platform", "a platform's, and nobody else's, names it");
  if (platform !== null && !(platforms as readonly string[]).includes(platform))
    refuseByRule("/platform", `expected one of ${platforms.join(", ")}`);
  if (until !== null && until < (from ?? today())) refuseByRule("/until", "a day that isn't before the first");
}

/** Who gives and ends mandates: operators all but the developer's; those who run a company's account, that company's. */
function administers(
  { role, organisation }: Principal,
  wanted: Pick<MandateRequest, "role" | "organisation">,
): boolean {
  if (role === "operator" || role === "developer") return true;
  const runs = role === "manager" || role === "legal-representative";
  if (!runs || organisation === undefined || wanted.organisation === null) return false;
  if (companyOf(organisation) !== companyOf(wanted.organisation)) return false;
  // "délégation aux personnes mentionnées pour être gestionnaire": by the legal representative, as is a consultant's.
  return role === "legal-representative" || wanted.role === "contributor";
}

/** Gives somebody a mandate. @throws DeskRefusal `not-allowed`, `malformed`, `not-found` */
export async function giveMandate(
  { directory }: Register,
  principal: Principal,
  person: string,
  wanted: MandateRequest,
): Promise<Mandate> {
  if (!administers(principal, wanted)) throw new DeskRefusal("not-allowed", "This mandate isn't yours to give.");
  checkShape(wanted);
  try {
    return await directory.give({ ...wanted, person, from: wanted.from ?? today() }, principal.person);
  } catch (fault) {
    if (fault instanceof UnknownPerson) throw new DeskRefusal("not-found", fault.message);
    throw fault;
  }
}

/** Ends a mandate at once, everywhere. @throws DeskRefusal `not-found` for one that isn't yours to end */
export async function endMandate({ directory }: Register, principal: Principal, id: string): Promise<Mandate> {
  const mandate = await directory.mandate(id);
  const own = mandate?.person === principal.person;
  if (mandate === undefined || !(own || administers(principal, mandate)))
    throw new DeskRefusal("not-found", `There is no mandate ${id.slice(0, 60)} that you may end.`);
  return (await directory.end(id, principal.person)) ?? mandate;
}

/** The mandates that the principal administers; its own when it administers none. */
export async function mandatesFor({ directory }: Register, principal: Principal): Promise<Mandate[]> {
  const { role, organisation } = principal;
  if (role === "operator" || role === "developer") return directory.mandates();
  const runs = role === "manager" || role === "legal-representative";
  if (runs && organisation !== undefined) return directory.mandates(organisation);
  return directory.mandatesOf(principal.person);
}

/** Who they are to whom mandates are given, by their id: for whoever may read those mandates. */
export async function peopleOf(
  { directory }: Register,
  mandates: readonly Mandate[],
): Promise<ReadonlyMap<string, Person>> {
  const people = await directory.people([...new Set(mandates.map(({ person }) => person))]);
  return new Map(people.map((person) => [person.id, person]));
}
