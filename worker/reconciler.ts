/**
 * The reconciler: every open case of the register runs in Temporal, and goes on (ADR 15). One case that can't is logged, looked
 * at again later, and never keeps the others from running.
 */
import type { FailingCase } from "../register/register.js";
import { serversAreAway, wordsOf } from "../temporal/outage.js";
import type { Restarted } from "../temporal/restarting.js";
import type { Runs } from "../temporal/starting.js";
import { endedSince, neverStarted, notShownRunning, reportedFailing, someMissing } from "./suspects.js";
import { finish, settle, tend } from "./tending.js";

/** An act is answered in less, or its case has something. */
const answeredWithinMs = 15_000;
/** Visibility may be late by as much. */
const visibleWithinMs = 60_000;
/** As long may one case take. */
const patienceMs = 60_000;
const atOnce = 20;
/** How often one of the workers counts the cases that run, and asks after all of them when some are missing. */
const roundMs = 5 * 60_000;
/** How often it asks after all of them, whatever it counts. */
const wholeRoundMs = 24 * 3_600_000;

/** Which Temporal it is: an emptied one has another id for a namespace of the same name. */
async function temporalOf({ client }: Runs): Promise<string> {
  const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace: client.options.namespace });
  return namespaceInfo?.id ?? "";
}

/** Who hears of what is done. */
export interface Observer {
  restarted(caseId: string, restarted: Restarted): void;
  failing(failing: FailingCase): void;
}

/** The register and Temporal answer, or a pass stops: no case is to blame. */
export class Outage extends Error {}

/** What one pass does for its cases, each once, whatever becomes of the others. */
export class Pass {
  private readonly seen = new Set<string>();
  private readonly waiting = new Map<string, FailingCase>();
  count = 0;

  private constructor(
    private readonly runs: Runs,
    private readonly build: string,
    private readonly observer: Observer,
    private readonly known: readonly FailingCase[],
  ) {
    for (const one of known) {
      if (one.build === build && Date.parse(one.nextLookAt) > Date.now()) this.waiting.set(one.case, one);
    }
  }

  static async begin(runs: Runs, build: string, observer: Observer): Promise<Pass> {
    return new Pass(runs, build, observer, await runs.register.runs.allFailing());
  }

  /** What crashes interrupted, what is known to fail, what the server reports, what waits for an answer, what never started. */
  async suspects(since: Date): Promise<void> {
    const { register } = this.runs;
    for (const ended of await register.runs.toCarry()) await this.doing(ended.case, () => finish(this.runs, ended));
    await this.tendAll(this.known.map((one) => one.case));
    await this.tendAll(await reportedFailing(this.runs));
    await this.tendAll(await endedSince(this.runs, since));
    await this.tendAll(await neverStarted(this.runs));
    const unanswered = await register.runs.unanswered(answeredWithinMs);
    await this.tendAll(unanswered.map((message) => message.case));
    // Each may wait a second for a case that is slow.
    for (let from = 0; from < unanswered.length; from += atOnce) {
      const some = unanswered.slice(from, from + atOnce);
      await Promise.all(some.map((message) => this.doing(message.case, () => settle(this.runs, message))));
    }
  }

  /** Every open case that isn't shown running. */
  async all(): Promise<void> {
    for await (const ids of notShownRunning(this.runs)) await this.tendAll(ids);
  }

  private async tendAll(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      await this.doing(id, () => tend(this.runs, this.build, id));
    }
  }

  /** One case: what is done is logged, what fails is noted and waits for longer each time. @throws Outage */
  private async doing(id: string, what: () => Promise<Restarted | undefined>): Promise<void> {
    if (this.waiting.has(id)) return;
    const { register } = this.runs;
    try {
      const restarted = await this.runs.client.withDeadline(Date.now() + patienceMs, what);
      if (restarted !== undefined) {
        this.count++;
        this.observer.restarted(id, restarted);
      }
      if (this.known.some((one) => one.case === id)) await register.runs.mended(id);
    } catch (fault) {
      if (await serversAreAway(this.runs)) throw new Outage(wordsOf(fault));
      const failing = await register.runs.failing(id, wordsOf(fault), this.build);
      this.waiting.set(id, failing);
      this.observer.failing(failing);
    }
  }
}

/** In one line each, with ids and no content. */
export const inTheLog: Observer = {
  restarted(id, { runId, cause, carried }) {
    const again = carried.length > 0 ? `; sent to it again: ${carried.join(", ")}` : "";
    console.info(`${id} runs again, from the register (before: ${runId ?? "no run"}, ${cause})${again}.`);
  },
  failing({ case: id, cause, times, nextLookAt, build }) {
    console.error(`${id} can't run (build ${build}, seen ${times} times, next look at ${nextLookAt}): ${cause}`);
  },
};

/** Brings back every open case of the register that doesn't run. Returns how many. @throws Outage */
export async function bringBackAll(runs: Runs, build: string, observer: Observer = inTheLog): Promise<number> {
  const pass = await Pass.begin(runs, build, observer);
  await pass.all();
  return pass.count;
}

/** Reconciles for as long as the worker runs: several workers share the passes. Returns how to stop. */
export function reconcile(runs: Runs, build: string, { everyMs }: { everyMs: number }): () => void {
  const { begin, forgetMessages } = runs.register.runs;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let since = new Date(Date.now() - roundMs);
  /** The Temporal in which all open cases were looked for: none when the worker starts, another when it was emptied. */
  let known: string | undefined;
  const pass = async (): Promise<void> => {
    const begun = new Date(Date.now() - visibleWithinMs);
    const temporal = await temporalOf(runs);
    const whole = await begin("every open case", wholeRoundMs);
    const counting = (await begin("count", roundMs)) || temporal !== known;
    // One worker for all: what it costs doesn't grow with their number.
    if (!whole && !counting && !(await begin("suspects", everyMs / 2))) return;
    const one = await Pass.begin(runs, build, inTheLog);
    await one.suspects(since);
    since = begun;
    if (whole || (counting && (await someMissing(runs)))) await one.all();
    if (counting) await forgetMessages();
    known = temporal;
  };
  const again = async (): Promise<void> => {
    await pass().catch((fault: unknown) => console.warn(`Reconciling waits: ${wordsOf(fault)}`));
    if (!stopped) timer = setTimeout(() => void again(), everyMs);
  };
  void again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
