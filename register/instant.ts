/** The instant in the one form that the register stores, hashes and returns: UTC with milliseconds. */
export function storedInstant(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) throw new TypeError(`"${instant}" is not an instant the register can store.`);
  return moment.toISOString();
}
