/** Who signs in on a development installation: one person a role, called by it. */
import { platforms, type Role } from "../../desk/principal.js";
import { parties } from "../../desk/procedures.js";

/** Somebody of the issuer of development, and the mandate that they have. */
export interface DevelopmentPerson {
  readonly name: string;
  readonly role: Role;
  readonly party: string;
  readonly organisation: string | null;
  readonly platform: string | null;
}

/** The establishment of the README's examples. */
const exampleSiret = "73282932000074";

const ofCompany = (name: string, role: Role): DevelopmentPerson => ({
  name,
  role,
  party: "applicant",
  organisation: exampleSiret,
  platform: null,
});

export const developmentPeople: readonly DevelopmentPerson[] = [
  { name: "developer", role: "developer", party: "operator", organisation: null, platform: null },
  { name: "operator", role: "operator", party: "operator", organisation: null, platform: null },
  ofCompany("applicant", "manager"),
  ofCompany("legal-representative", "legal-representative"),
  ofCompany("contributor", "contributor"),
  ofCompany("consultant", "consultant"),
  ...[...parties]
    .filter((party) => party !== "applicant")
    .map((party): DevelopmentPerson => ({ name: party, role: "officer", party, organisation: null, platform: null })),
  ...platforms.map(
    (platform): DevelopmentPerson => ({
      name: platform,
      role: "platform",
      party: "applicant",
      organisation: null,
      platform,
    }),
  ),
];
