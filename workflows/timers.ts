import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";

/** A durable timer that a case wants: until when, and what an operator reads beside it in the Web UI. */
export interface WantedTimer {
  readonly atMs: number;
  readonly summary: string;
}

/** Summaries are cut at 180 bytes: the server refuses long ones. */
function summaryOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return bytes.length <= 180 ? text : `${new TextDecoder().decode(bytes.slice(0, 176)).replace(/\uFFFD+$/, "")}…`;
}

/** The armed timers of a case, by name. A timer is touched only when its instant changes. */
export class Timers {
  private readonly armed = new Map<string, { readonly atMs: number; readonly scope: CancellationScope }>();

  constructor(private readonly fired: () => void) {}

  /** Arms what is wanted and isn't armed, cancels what is armed and no longer wanted. */
  want(wanted: ReadonlyMap<string, WantedTimer>, nowMs: number): void {
    for (const [name, { atMs, scope }] of this.armed) {
      if (wanted.get(name)?.atMs === atMs) continue;
      this.armed.delete(name);
      scope.cancel();
    }
    for (const [name, { atMs, summary }] of wanted) {
      if (!this.armed.has(name)) this.arm(name, atMs, summary, nowMs);
    }
  }

  private arm(name: string, atMs: number, summary: string, nowMs: number): void {
    const scope = new CancellationScope({ cancellable: true });
    this.armed.set(name, { atMs, scope });
    scope
      .run(() => sleep(Math.max(1, atMs - nowMs), { summary: summaryOf(summary) }))
      .then(
        () => {
          if (this.armed.get(name)?.scope === scope) this.armed.delete(name);
          this.fired();
        },
        (fault: unknown) => {
          if (!isCancellation(fault)) throw fault;
        },
      );
  }

  get size(): number {
    return this.armed.size;
  }
}
