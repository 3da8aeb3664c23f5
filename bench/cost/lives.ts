import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import type { ActMessage } from "../../case/act.js";
import type { Opening } from "../../case/kernel.js";
import { fromEpochMs } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";
import type { Register } from "../../register/register.js";
import { filing } from "../../rig/samples/pecan.js";
import { ofOneDay } from "../../rig/teller.js";
import { twentyActs } from "../../rig/ways/pecan.js";
import { startFromRegister } from "../../temporal/starting.js";
import { sealed } from "../../workflows/seals.js";
import type { CostWorker } from "./worker.js";

/** Acts that a life is told to be accepted for; three more are refused on the way. */
export const acceptedActs = 20;
const refusedAfter = [3, 9, 15];
/** Events of a run whose first task isn't over: started, task scheduled, task begun. */
const startedTask = 3;

/** When the next message may be sent. */
export type Turn = () => Promise<void>;

/**
 * A message every so often, whoever sends it. The same pace for both workflows: a server that is asked more often wakes up
 * less often for each message, so that a faster workflow would look cheaper than it is.
 *
 * @param rate messages a second; infinite: as fast as they are answered
 */
export function pacedAt(rate: number): Turn {
  if (rate === Number.POSITIVE_INFINITY) return () => Promise.resolve();
  let slot = 0;
  return () => {
    slot = Math.max(slot + 1_000 / rate, performance.now());
    return new Promise((turn) => setTimeout(turn, slot - performance.now()));
  };
}

/** Begins a case, or a bare workflow, and sends it the same messages. */
export class Lives {
  /** Its own, so that no run meets the cases that another left on the same server. */
  private readonly series = `BENCH${randomUUID().slice(0, 8).toUpperCase()}`;

  constructor(
    private readonly client: Client,
    private readonly register: Register,
  ) {}

  /** Its workflow's id, once all its messages are answered. */
  async lived(kind: CostWorker["kind"], turn: Turn): Promise<string> {
    const id = kind === "bare" ? await this.begunBare() : await this.begunCase();
    const handle = this.client.workflow.getHandle(id);
    // Its first task is over: a message that came with it would share it, and more often the bare workflow's, which begins sooner.
    while ((await handle.describe()).historyLength <= startedTask) await pause(20);
    const send = async (name: string, message: ActMessage): Promise<unknown> => {
      await turn();
      const args: [unknown] = [kind === "bare" ? message : sealed(message, id, name)];
      return handle.executeUpdate<unknown, [unknown]>(name, { args, updateId: message.id ?? "" });
    };
    let sent = 0;
    await twentyActs(
      ofOneDay(parisDay(fromEpochMs(Date.now())), async (name, by, body, more) => {
        const message = (): ActMessage => ({ id: randomUUID().slice(0, 22), at: fromEpochMs(Date.now()), by, ...more });
        if (refusedAfter.includes(sent++)) {
          const refused = { ...message(), by: "ministers", about: "A", body: { journal: "JORF n° 9" } };
          const outcome = await send("tariffPublished", refused).then(
            () => "accepted",
            () => "refused",
          );
          if (outcome !== "refused") throw new Error("The bench's bad act was accepted.");
        }
        return send(name, { ...message(), body: body ?? {} });
      }),
    );
    return id;
  }

  private async begunBare(): Promise<string> {
    const workflowId = `bare-${randomUUID()}`;
    await this.client.workflow.start("pecan", { workflowId, taskQueue: "bare" });
    return workflowId;
  }

  private async begunCase(): Promise<string> {
    const filedAt = fromEpochMs(Date.now());
    const { id } = await this.register.file({
      procedure: "pecan",
      ruleset: "parcours@2023-04-01",
      series: this.series,
      year: 2026,
      sandbox: false,
      organisation: "bench",
      product: randomUUID(),
      indications: [{ id: "A", label: "Indication" }],
      principal: "bench",
      idempotencyKey: randomUUID(),
      requestHash: "",
      filedOn: parisDay(filedAt),
      filedAt,
      complete: (number) => ({ id: number, filing: filing() as Opening["filing"] }),
    });
    const record = await this.register.case(id);
    if (record === undefined) throw new Error(`${id} isn't in the register.`);
    await startFromRegister({ register: this.register, client: this.client, taskQueue: "guichet" }, record);
    return id;
  }
}
