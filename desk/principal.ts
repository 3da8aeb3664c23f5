/** Who asks. A door says it; what they may do is for `rights.ts`. */
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

export const operator = "operator";
export const platforms = ["sesame", "convergence"] as const;

/** Its name for idempotency: the same one who sends the same key again. */
export function principalName({ party, organisation, platform, consultant, unnamed }: Principal): string {
  if (unnamed) return "development";
  const parts = [party, organisation ?? "", platform ?? ""];
  return (consultant === undefined ? parts : [...parts, `consultant=${consultant}`]).join(";");
}
