import { refuse } from "../case/refusal.js";
import { guide } from "../law/citation.js";

const laPoste = "356000000";

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Luhn's key: every second digit from the right counts twice, and the sum ends with zero. */
function hasLuhnKey(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .reduce((total, digit, i) => {
      const weighed = i % 2 === 1 ? digit * 2 : digit;
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
  return sum % 10 === 0;
}

/**
 * Is it a SIRET? The company's number (SIREN, nine digits) and the whole each have Luhn's key; neither company nor
 * establishment is numbered zero. The establishments of La Poste, too many for it, have a sum of digits that is a multiple of
 * five instead of the whole's key (INSEE).
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const [siren, establishment] = [text.slice(0, 9), text.slice(9)];
  if (/^0+$/.test(siren) || /^0+$/.test(establishment) || !hasLuhnKey(siren)) return false;
  const multipleOfFive = digitsOf(text).reduce((sum, digit) => sum + digit, 0) % 5 === 0;
  return hasLuhnKey(text) || (siren === laPoste && multipleOfFive);
}

/** No text of the procedures says what a SIRET is: Insee, which gives them out, does. */
const siretKey = guide("Insee, numéros SIREN et SIRET : clé de contrôle");

/** The SIRET that a filing gives, which its schema only knows to be fourteen digits. */
export function siretGiven(text: string): void {
  if (!isSiret(text)) refuse(`${text} n'est pas un SIRET : la clé de contrôle est fausse.`, siretKey);
}
