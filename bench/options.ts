/** An option of a bench that is a number. @throws Error that names it */
export function aboveZero(name: string, given: string): number {
  const value = Number(given);
  if (value > 0) return value;
  throw new Error(`--${name} is a number above zero, not ${given}.`);
}
