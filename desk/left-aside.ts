/** Something that a loop left aside: which, and how often by now. */
export interface Left {
  readonly loop: string;
  readonly item: string;
  readonly times: number;
  readonly fault: unknown;
}

const mostItems = 10_000;

/** What the desk's loops left aside so that the rest goes on: counted by loop, and logged at the 1st, 2nd, 4th, 8th… time of each item. */
export class LeftAside {
  /** How often each loop left something aside. */
  readonly counts = new Map<string, number>();
  private readonly items = new Map<string, number>();

  constructor(private readonly tell: (left: Left) => void = () => undefined) {}

  note(loop: string, item: string, fault: unknown): void {
    this.counts.set(loop, (this.counts.get(loop) ?? 0) + 1);
    const name = `${loop}: ${item}`;
    const times = (this.items.get(name) ?? 0) + 1;
    this.items.delete(name);
    this.items.set(name, times);
    if (this.items.size > mostItems) this.items.delete(this.items.keys().next().value ?? "");
    if (Number.isInteger(Math.log2(times))) this.tell({ loop, item, times, fault });
  }
}
