/** One variable of the environment that can't be used. */
export interface Fault {
  readonly variable: string;
  /** What was found, with any password hidden. */
  readonly found: string;
  readonly expected: string;
}

/** Everything that is wrong with the configuration, in one message made for a person. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(readonly faults: readonly Fault[]) {
    const lines = faults.map(({ variable, found, expected }) => `  ${variable}: found ${found}; expected ${expected}`);
    super(`The configuration can't be used:\n${lines.join("\n")}`);
  }
}
