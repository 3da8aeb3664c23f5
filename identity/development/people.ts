/** Who signs in on a development installation: one person a role, called by it. */
import { platforms, type Role } from "../../desk/principal.js";
import { parties } from "../../desk/procedures.js";

/** Somebody of the issuer of development, and the mandate that they have. */
export interface DevelopmentPerson {
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly party: string;
  readonly organisation: string | null;
  readonly platform: string | null;
}

/** The establishment of the README's examples. */
const exampleSiret = "73282932000074";

/** A domain that is nobody's (RFC 2606). */
const at = (name: string): string => `${name.toLowerCase()}@example.org`;

const ofCompany = (name: string, role: Role): DevelopmentPerson => ({
  name,
  email: at(name),
  role,
  party: "applicant",
  organisation: exampleSiret,
  platform: null,
});

const authorities = [...parties].filter((party) => party !== "applicant");

/** The mailbox of each authority. */
export const developmentMailboxes = authorities.map((party) => ({ party, address: at(party) }));

export const developmentPeople: readonly DevelopmentPerson[] = [
  { name: "developer", email: null, role: "developer", party: "operator", organisation: null, platform: null },
  { name: "operator", email: null, role: "operator", party: "operator", organisation: null, platform: null },
  ofCompany("applicant", "manager"),
  ofCompany("legal-representative", "legal-representative"),
  ofCompany("contributor", "contributor"),
  ofCompany("consultant", "consultant"),
  ...authorities.map(
    (party): DevelopmentPerson => ({
      name: party,
      email: null,
      role: "officer",
      party,
      organisation: null,
      platform: null,
    }),
  ),
  ...platforms.map(
    (platform): DevelopmentPerson => ({
      name: platform,
      email: null,
      role: "platform",
      party: "applicant",
      organisation: null,
      platform,
    }),
  ),
];
