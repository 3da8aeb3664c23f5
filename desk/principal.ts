import type { Author, Channel } from "../case/author.js";

/** Who speaks, once an issuer has said who it is and the directory for whom. */
export interface Principal {
  /** Id of the person, or of the machine, in the directory. */
  readonly person: string;
  /** As what it speaks: `officer`, `manager`, `consultant`… */
  readonly role: Role | "anyone";
  /** A party of a procedure, or `operator`. */
  readonly party: string;
  /** SIRET of the organisation that an applicant speaks for. */
  readonly organisation?: string;
  /** A platform relays the acts of others. */
  readonly platform?: string;
  /** By which door; the API when nothing else is said. */
  readonly channel?: Channel;
}

/** The roles in which one speaks. What each may do is decided in `rights.ts`, and nowhere else. */
export const roles = [
  // An authority's.
  "officer",
  // A company's.
  "legal-representative",
  "manager",
  "contributor",
  "consultant",
  // A machine that relays the acts of others.
  "platform",
  // Runs the installation.
  "operator",
  // Plays every party, on sandbox cases alone, where the issuer of development is.
  "developer",
] as const;
export type Role = (typeof roles)[number];

/** As people read them. */
export const roleLabels: Readonly<Record<Role | "anyone", string>> = {
  officer: "agent",
  "legal-representative": "représentant légal",
  manager: "gestionnaire",
  contributor: "contributeur",
  consultant: "consultant mandaté",
  platform: "plateforme",
  operator: "opérateur",
  developer: "développeur",
  anyone: "personne non identifiée",
};

export const operator = "operator";
export const platforms = ["sesame", "convergence"] as const;

/** Nobody in particular: what anyone may read. */
export const anyone: Principal = { person: "", role: "anyone", party: "anyone" };

/** "Il n'a accès qu'aux demandes qu'il a lui-même ouvertes" (E52). */
export const isConsultant = ({ role }: Principal): boolean => role === "consultant";

/** Plays every party in turn, on sandbox cases alone. */
export const isDeveloper = ({ role }: Principal): boolean => role === "developer";

/** As whom it is written down by what it does. */
export const authorOf = ({ person, role, organisation, platform, channel = "api" }: Principal): Author => ({
  person,
  role,
  ...(organisation !== undefined && { organisation }),
  channel: platform === undefined ? channel : "platform",
});

/** Its name for idempotency, and for what it filed: the same person, speaking for the same. */
export const principalName = ({ person, party, organisation = "", platform = "" }: Principal): string =>
  [person, party, organisation, platform].join(";");
