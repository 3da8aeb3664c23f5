import { Problem } from "./problem.js";

/** Who speaks. Until tokens come, a development header says it. */
export interface Principal {
  /** A party of a procedure, or `operator`. */
  readonly party: string;
  /** SIRET of the organisation that an applicant speaks for. */
  readonly organisation?: string;
  /** A platform relays the acts of others. */
  readonly platform?: string;
  /** Nobody was named on a development installation: may speak for every party, and see everything. */
  readonly unnamed?: true;
}

/** Its name for idempotency: the same one who sends the same key again. */
export function principalName({ party, organisation, platform, unnamed }: Principal): string {
  if (unnamed) return "development";
  return [party, organisation ?? "", platform ?? ""].join(";");
}

export const operator = "operator";
export const platforms = ["sesame", "convergence"] as const;
export const principalHeader = "Guichet-Principal";

const shape = `${principalHeader}: <party>[;organisation=<siret>][;platform=${platforms.join("|")}]`;

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
  for (const field of fields) {
    const [name, value = ""] = field.split("=").map((part) => part.trim());
    if (name === "organisation" && organisation === undefined && /^\d{14}$/.test(value)) organisation = value;
    else if (name === "platform" && platform === undefined && platforms.some((known) => known === value))
      platform = value;
    else refuse(`"${field.slice(0, 60)}" isn't understood.`);
  }
  if (party === "applicant" && organisation === undefined && platform === undefined)
    refuse("An applicant speaks for an organisation.");
  return { party, ...(organisation !== undefined && { organisation }), ...(platform !== undefined && { platform }) };
}

/** Sees the cases of every organisation: authorities, operators and platforms do. */
export const seesEverything = ({ party, platform }: Principal): boolean =>
  party !== "applicant" || platform !== undefined;
