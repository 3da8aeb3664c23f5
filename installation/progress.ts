/** Tells a person what happens, with the seconds since the beginning. */
export interface Progress {
  step(sentence: string): void;
  /** Lines that stand by themselves: addresses, goodbyes. */
  say(...lines: readonly string[]): void;
  seconds(): string;
}

/** Progress on a stream; the clock is the process's own, so that it counts what happened before we could speak. */
export function progressOn(stream: Pick<NodeJS.WriteStream, "write">, elapsed: () => number): Progress {
  const seconds = () => (elapsed() / 1000).toFixed(1);
  return {
    step: (sentence) => void stream.write(`${seconds().padStart(6)} s  ${sentence}\n`),
    say: (...lines) => void stream.write(`${lines.join("\n")}\n`),
    seconds,
  };
}
