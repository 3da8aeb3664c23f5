/** An office for tests: a real Temporal, a real register, one worker, and the parties' acts sent as the API sends them. */
import { randomUUID } from "node:crypto";
import { type Client, Connection, Client as TemporalClient, WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure } from "@temporalio/common";
import { NativeConnection, Runtime, type Worker } from "@temporalio/worker";
import { afterAll, beforeAll, inject } from "vitest";
import { createActivities } from "../../activities/index.js";
import type { Mail, Mailer } from "../../activities/mailer.js";
import { openDesk } from "../../api/desk/desk.js";
import { skipTime } from "../../api/desk/time-skipping.js";
import type { ActMessage } from "../../case/act.js";
import type { JournalEntry } from "../../case/entry.js";
import type { RefusalProblem } from "../../case/refusal.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { fromEpochMs, type Instant, instant } from "../../law/instant.js";
import { parisDay, startOfDayMs } from "../../law/paris.js";
import { openRegister, type Register } from "../../register/register.js";
import { caseWorker } from "../../worker/case-worker.js";
import { startFromRegister } from "../../worker/reconciler.js";
import { type ActReceipt, type CaseStart, refusedType } from "../../workflows/messages.js";
import { freshDatabase } from "../setup/database.js";

export interface Office {
  readonly client: Client;
  readonly register: Register;
  readonly taskQueue: string;
  readonly mails: Mail[];
  file(filing: object, options?: { ruleset?: string; longRun?: number }): Promise<FileInOffice>;
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
}

/** One case, acted upon with dates counted from its filing day. */
export interface FileInOffice {
  readonly id: string;
  readonly filedOn: CivilDate;
  today(): Promise<CivilDate>;
  now(): Promise<Instant>;
  act(name: string, by: string, body?: object, more?: ActMessage): Promise<ActReceipt>;
  refused(name: string, by: string, body?: object, more?: ActMessage): Promise<RefusalProblem>;
  /** Moves the case's own time to 00:00 Paris of that day, and waits until the register holds what was told. */
  until(day: CivilDate): Promise<void>;
  journal(): Promise<JournalEntry[]>;
  /** The journal without numbers of machines: what a simulation must tell too. */
  told(): Promise<string[]>;
}

export function office(): Office {
  const taskQueue = `test-${randomUUID().slice(0, 8)}`;
  const mails: Mail[] = [];
  const mailer: Mailer = {
    async send(mail) {
      mails.push(mail);
    },
    close: () => undefined,
  };
  let register: Register;
  let client: Client;
  let native: NativeConnection;
  let worker: Worker;
  let running: Promise<void>;

  const startWorker = async () => {
    worker = await caseWorker({
      connection: native,
      namespace: inject("temporalNamespace"),
      taskQueue,
      bundle: inject("workflowBundle") ?? undefined,
      activities: createActivities(register, mailer),
    });
    running = worker.run();
  };
  const stopWorker = async () => {
    worker.shutdown();
    await running;
  };

  beforeAll(async () => {
    Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error } });
    const address = inject("temporalAddress");
    register = openRegister(await freshDatabase());
    native = await NativeConnection.connect({ address });
    client = new TemporalClient({
      connection: await Connection.connect({ address }),
      namespace: inject("temporalNamespace"),
    });
    await startWorker();
  });
  afterAll(async () => {
    await stopWorker();
    await client.connection.close();
    await native.close();
    await register.close();
  });

  return {
    taskQueue,
    mails,
    get client() {
      return client;
    },
    get register() {
      return register;
    },
    startWorker,
    stopWorker,
    async file(filing, { ruleset = "parcours@2023-04-01", longRun } = {}) {
      const filedAt = fromEpochMs(Date.now());
      const filed = filing as { product: { id: string }; indications: { id: string; label: string }[] };
      const record = await register.file({
        procedure: "pecan",
        ruleset,
        series: "PECAN",
        year: 2026,
        sandbox: true,
        organisation: taskQueue,
        product: `${filed.product.id}-${randomUUID()}`,
        indications: filed.indications,
        principal: taskQueue,
        idempotencyKey: randomUUID(),
        requestHash: "h",
        filedOn: parisDay(filedAt),
        filedAt,
        // A number of its own: the tests of a run share one Temporal.
        complete: (_precedents, number) => ({ id: `${number}-${taskQueue}`, filing }),
      });
      const { id } = record;
      const known = await register.case(id);
      if (known === undefined) throw new Error(`${id} isn't in the register.`);
      if (longRun === undefined) await startFromRegister(register, client, taskQueue, known);
      else {
        const start: CaseStart = {
          opening: { id, filedAt, filedOn: parisDay(filedAt), ruleset, filing: filing as never },
          longRun,
        };
        await client.workflow.start("pecan", { workflowId: id, taskQueue, args: [start] });
        await register.opened(id);
      }
      return fileIn(id, parisDay(filedAt));
    },
  };

  function fileIn(id: string, filedOn: CivilDate): FileInOffice {
    const desk = () => openDesk({ register, client, taskQueue, movesTime: true });
    const now = async () => fromEpochMs(Date.now() + (await register.offset(id)));
    const send = async (name: string, by: string, body: object = {}, more: ActMessage = {}) => {
      const message: ActMessage = {
        id: randomUUID(),
        by,
        body,
        ...(more.on || more.at || more.receivedAt ? {} : { at: await now() }),
        ...more,
      };
      return client.workflow
        .getHandle(id)
        .executeUpdate<ActReceipt, [ActMessage]>(name, { args: [message], updateId: message.id ?? "" });
    };
    const file: FileInOffice = {
      id,
      filedOn,
      now,
      today: async () => parisDay(await now()),
      act: send,
      async refused(name, by, body, more) {
        try {
          await send(name, by, body, more);
        } catch (fault) {
          if (
            fault instanceof WorkflowUpdateFailedError &&
            fault.cause instanceof ApplicationFailure &&
            fault.cause.type === refusedType
          ) {
            return fault.cause.details?.[0] as RefusalProblem;
          }
          throw fault;
        }
        throw new Error(`${name} was accepted.`);
      },
      async until(day) {
        const offset = await register.offset(id);
        const ms = startOfDayMs(day) - Date.now() - offset + 1_000;
        if (ms <= 0) return;
        await skipTime(desk(), id, ms);
        await register.moveTime(id, offset + ms);
        const record = await register.case(id);
        if (record === undefined) throw new Error(`${id} isn't in the register.`);
        const expected = await desk().cases.fresh(record);
        expected.advance(instant(await now()));
        await until(async () => ((await register.case(id))?.version ?? 0) >= expected.version);
      },
      journal: async () => (await register.journal(id, { limit: 1000 })).map(({ payload }) => payload as JournalEntry),
      async told() {
        return (await file.journal()).map(({ number, on, kind, name, party, about }) =>
          [number, on, kind, name, party, about].join(" "),
        );
      },
    };
    return file;
  }
}

/** Waits for something that another process is about to do; fails after ten seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error("Nothing happened in ten seconds.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export { addDays };
