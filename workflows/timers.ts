import { CancellationScope, isCancellation, sleep } from "@temporalio/workflow";
import type { Case } from "../case/case.js";
import { addDays } from "../law/civil-date.js";
import { delayInFrench } from "../law/delay.js";
import { fromEpochMs } from "../law/instant.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
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

/** One timer for each open statutory delay, and one for the next reminder or the next telling. */
export function timersOf(live: Case): Map<string, WantedTimer> {
  const wanted = new Map<string, WantedTimer>();
  if (!live.concluded) {
    for (const { id, spec, rule, lastDay, running, about } of live.clocks) {
      if (!running || lastDay === null || spec.informative === true) continue;
      const subject = about === undefined ? "" : ` (${about})`;
      wanted.set(id, {
        atMs: startOfDayMs(addDays(lastDay, 1)),
        summary: `${spec.label}${subject}, ${delayInFrench(rule.length)}, ${rule.source.ref}, échéance ${lastDay}`,
      });
    }
    const next = live.nextWakeMs;
    if (next !== null && ![...wanted.values()].some(({ atMs }) => atMs === next)) {
      wanted.set("next", {
        atMs: next,
        summary: `Prochain rappel ou prochaine notification, le ${parisDay(fromEpochMs(next))}`,
      });
    }
  }
  return wanted;
}
