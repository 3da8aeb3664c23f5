import { Problem } from "../api/problem.js";

/** Who speaks. Until tokens come, a development header says it. */
export interface Principal {
  /** A party of a procedure, or `operator`. */
  readonly party: string;
  /** SIRET of the organisation that an applicant speaks for. */
  readonly organisation?: string;
  /** A platform relays the acts of others. */
  readonly platform?: string;
  /** The consultant who speaks for the organisation: sees only the cases that he opened (E52). */
  readonly consultant?: string;
  /** Nobody was named on a development installation: may speak for every party, and see everything. */
  readonly unnamed?: true;
}

/** Its name for idempotency: the same one who sends the same key again. */
export function principalName({ party, organisation, platform, consultant, unnamed }: Principal): string {
  if (unnamed) return "development";
  const parts = [party, organisation ?? "", platform ?? ""];
  return (consultant === undefined ? parts : [...parts, `consultant=${consultant}`]).join(";");
}

export const operator = "operator";
export const platforms = ["sesame", "convergence"] as const;
export const principalHeader = "Guichet-Principal";

const shape = `${principalHeader}: <party>[;organisation=<siret>][;platform=${platforms.join("|")}|;consultant=<id>]`;

const refuse = (detail: string): never => {
  throw new Problem("unidentified", `${detail} Expected ${shape}.`, {}, { "www-authenticate": principalHeader });
};

/**
 * Reads who speaks from the development header. Without one, a development installation takes whoever asks for its
 * only developer, who plays every party in turn.
 */
export function principalOf(header: string | undefined, parties: ReadonlySet<string>): Principal {
  if (header === undefined || header.trim() === "") return { party: operator, unnamed: true };
  const [party = "", ...fields] = header.split(";").map((part) => part.trim());
  if (party !== operator && !parties.has(party)) {
    refuse(`"${party.slice(0, 60)}" is no party; the parties are ${[...parties, operator].join(", ")}.`);
  }
  let organisation: string | undefined;
  let platform: string | undefined;
  let consultant: string | undefined;
  for (const field of fields) {
    const [name, value = ""] = field.split("=").map((part) => part.trim());
    if (name === "organisation" && organisation === undefined && /^\d{14}$/.test(value)) organisation = value;
    else if (name === "platform" && platform === undefined && platforms.some((known) => known === value))
      platform = value;
    else if (name === "consultant" && consultant === undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(value))
      consultant = value;
    else refuse(`"${field.slice(0, 60)}" isn't understood.`);
  }
  if (party === "applicant" && organisation === undefined && platform === undefined)
    refuse("An applicant speaks for an organisation.");
  if (consultant !== undefined && (party !== "applicant" || organisation === undefined || platform !== undefined))
    refuse("A consultant speaks for an organisation, as applicant and through no platform.");
  return {
    party,
    ...(organisation !== undefined && { organisation }),
    ...(platform !== undefined && { platform }),
    ...(consultant !== undefined && { consultant }),
  };
}

/** Sees the cases of every organisation: authorities and operators do, and platforms that relay for no one in particular. */
export const seesEverything = ({ party, platform, organisation }: Principal): boolean =>
  party !== "applicant" || (platform !== undefined && organisation === undefined);
