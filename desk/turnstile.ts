import { DeskRefusal } from "./refusal.js";

/** Commands under way at once. More would only make each of them slower: the worker and Temporal's server take one after the other. */
const least = 8;
const most = 64;
/** An answer that takes longer says that too many are under way. */
const slowMs = 1_500;
/** A command that would have to wait longer for its turn is refused at once. */
const longestMs = 15_000;

/**
 * Lets through as many commands as are answered promptly, in the order in which they came; the others wait here, where waiting costs
 * nothing and no deadline runs. How many, it learns from how long the answers take: one more after a prompt answer, a tenth fewer
 * after a slow one.
 */
export class Turnstile {
  private allowed = 2 * least;
  private under = 0;
  private usualMs = slowMs / 4;
  private readonly waiting: (() => void)[] = [];

  /** Refuses a command that would wait too long, before anything is done for it. @throws DeskRefusal `too-many` */
  admit(): void {
    const expectedMs = ((this.waiting.length + 1) * this.usualMs) / this.allowed;
    if (this.under < this.places || expectedMs <= longestMs) return;
    throw new DeskRefusal(
      "too-many",
      "Nothing was done: too many commands wait already. Send it again later, with the same Idempotency-Key.",
      { retryAfter: Math.ceil(expectedMs / 1_000) },
    );
  }

  /** Does the work when its turn has come. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting.length > 0 || this.under >= this.places)
      await new Promise<void>((turn) => this.waiting.push(turn));
    else this.under++;
    const since = performance.now();
    try {
      return await work();
    } finally {
      this.under--;
      this.learn(performance.now() - since);
      this.next();
    }
  }

  private get places(): number {
    return Math.floor(this.allowed);
  }

  private learn(tookMs: number): void {
    this.usualMs += (tookMs - this.usualMs) / 10;
    if (tookMs > slowMs) this.allowed = Math.max(least, this.allowed * 0.9);
    else if (this.waiting.length > 0) this.allowed = Math.min(most, this.allowed + 1 / this.allowed);
  }

  private next(): void {
    while (this.under < this.places) {
      const turn = this.waiting.shift();
      if (turn === undefined) return;
      this.under++;
      turn();
    }
  }
}
