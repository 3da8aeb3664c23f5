/**
 * What a process reads of its configuration before anything else; when it can't be used, the process leaves with the
 * sentences that say why, which are made for a person, and without a stack.
 */
export function orLeave<T>(read: () => T): T {
  try {
    return read();
  } catch (fault) {
    console.error((fault as Error).message);
    process.exit(1);
  }
}
