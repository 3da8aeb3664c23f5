import { operator, type Principal, platforms } from "../desk/principal.js";
import { Problem } from "./problem.js";

/** Who speaks, as a development installation takes it from a header. Until tokens come. */
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
