const firstWaitMs = 5_000;
const longestWaitMs = 60 * 60_000;

/** What failed, how often, and when it is tried again: each time less soon. One bad item never keeps a loop from the others. */
export class Setbacks {
  private readonly items = new Map<string, { times: number; until: number }>();

  /** Is it to be tried now? */
  due(item: string): boolean {
    return (this.items.get(item)?.until ?? 0) <= Date.now();
  }

  /** It failed once more: how often by now, and for how many milliseconds it waits. */
  failed(item: string): { readonly times: number; readonly waitMs: number } {
    const times = (this.items.get(item)?.times ?? 0) + 1;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (times - 1));
    this.items.set(item, { times, until: Date.now() + waitMs });
    return { times, waitMs };
  }

  /** It succeeded, or is no longer asked for. */
  over(item: string): void {
    this.items.delete(item);
  }

  get size(): number {
    return this.items.size;
  }
}
