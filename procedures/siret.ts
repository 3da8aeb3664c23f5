import { refuse } from "../case/refusal.js";
import type { Citation } from "../law/citation.js";

const laPoste = "356000000";

/**
 * Is it a SIRET? Luhn's key over the 14 digits; the establishments of La Poste, too many for it, have a sum of digits that
 * is a multiple of five instead (INSEE).
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const digits = [...text].map(Number);
  if (text.startsWith(laPoste) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  const luhn = digits.reduce((sum, digit, i) => {
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    return sum + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return luhn % 10 === 0;
}

/** The SIRET that a filing gives, which its schema only knows to be fourteen digits. */
export function siretGiven(text: string, source: Citation): void {
  if (!isSiret(text)) refuse(`${text} n'est pas un SIRET : la clé de contrôle est fausse.`, source);
}
