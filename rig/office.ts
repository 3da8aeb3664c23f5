/** An office for tests: a real Temporal, a real register, one worker, and the parties' acts sent as the API sends them. */
import { randomUUID } from "node:crypto";
import { type Client, WorkflowUpdateFailedError } from "@temporalio/client";
import { ApplicationFailure, type RawValue } from "@temporalio/common";
import { Runtime, type Worker } from "@temporalio/worker";
import { type Activities, createActivities } from "../activities/index.js";
import type { ActMessage } from "../case/act.js";
import type { RecordedBurst } from "../case/burst.js";
import type { JournalEntry } from "../case/entry.js";
import type { Opening } from "../case/kernel.js";
import { rebuild } from "../case/rebuild.js";
import type { RefusalProblem } from "../case/refusal.js";
import { openingOf } from "../case/simulate.js";
import type { CaseView } from "../case/view.js";
import type { Encryption } from "../config/index.js";
import { addDays, type CivilDate, isCivilDate, yearOf } from "../law/civil-date.js";
import { fromEpochMs, type Instant } from "../law/instant.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import { procedureOf } from "../procedures/all.js";
import { type CaseRecord, openRegister, type Register } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { connectNatively } from "../temporal/native-connection.js";
import { startFromRegister } from "../temporal/starting.js";
import { aheadMs as aheadOf, skipTime } from "../temporal/time-skipping.js";
import { caseWorker } from "../worker/case-worker.js";
import { type ActReceipt, type CaseStart, refusedType } from "../workflows/messages.js";
import { sealed, startMessage } from "../workflows/seals.js";
import { lineOf } from "./journal-line.js";
import { rigEncryption } from "./payload-keys.js";

export interface Office {
  readonly client: Client;
  readonly register: Register;
  readonly databaseUrl: string;
  readonly taskQueue: string;
  file(filing: object, options?: FilingOptions): Promise<FileInOffice>;
  /** A case that the register already knows, acted upon through this office, or through another Temporal. */
  known(id: string, elsewhere?: Client): Promise<FileInOffice>;
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
}

export interface OfficeOptions {
  /** Wraps the worker's activities, or replaces the register that they write to. */
  readonly activities?: (databaseUrl: string) => Activities | Promise<Activities>;
  /** No worker until the test starts one. */
  readonly idle?: boolean;
  /** A Temporal and a register of its own: plain names, plain numbers. */
  readonly alone?: boolean;
}

export interface FilingOptions {
  readonly procedure?: string;
  readonly ruleset?: string;
  /** Events after which a run continues as new. */
  readonly longRun?: number;
  /** How long Temporal waits for a task of the case. */
  readonly taskTimeout?: "1s";
  /** An instant of the past: the case lives from there, behind real time until it is moved. */
  readonly filedAt?: Instant;
}

/** One case, acted upon with dates counted from its filing day. */
export interface FileInOffice {
  readonly id: string;
  readonly filedOn: CivilDate;
  readonly opening: Opening;
  today(): Promise<CivilDate>;
  now(): Promise<Instant>;
  act(name: string, by: string, body?: object, more?: ActMessage): Promise<ActReceipt>;
  refused(name: string, by: string, body?: object, more?: ActMessage): Promise<RefusalProblem>;
  /** Moves the case's own time to 00:00 Paris of that day, or to that instant, and waits until the register holds what was told. */
  until(when: CivilDate | Instant): Promise<void>;
  /** Sends the act as a signal: nobody waits for it. */
  signal(name: string, by: string, body?: object, more?: ActMessage): Promise<void>;
  /** Waits until the journal holds as many entries as the register's acts and time tell. */
  settled(): Promise<void>;
  view(): Promise<CaseView>;
  /** The last day of a delay, as the register holds it. */
  lastDay(clock: string): Promise<CivilDate>;
  journal(): Promise<JournalEntry[]>;
  /** The journal without numbers of machines: what a simulation must tell too. */
  told(): Promise<string[]>;
}

const page = 100;

/** Where an office is opened. */
export interface Premises {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly bundle: string | undefined;
  /** How what goes to Temporal is encrypted and sealed; as the rig does, when absent. */
  readonly encryption?: Encryption;
}

export async function openOffice(
  { address, namespace, databaseUrl, bundle, encryption = rigEncryption }: Premises,
  options: OfficeOptions = {},
): Promise<Office & { close(): Promise<void> }> {
  const taskQueue = options.alone === true ? "guichet" : `test-${randomUUID().slice(0, 8)}`;
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error } });
  const register = openRegister(databaseUrl);
  const activities = (await options.activities?.(databaseUrl)) ?? createActivities(register);
  const native = await connectNatively({ address, namespace });
  const client = await connect({ address, namespace, encryption }, register);
  let worker: Worker | undefined;
  let running: Promise<void>;

  const startWorker = async () => {
    worker = await caseWorker({
      connection: native,
      namespace,
      taskQueue,
      bundle,
      activities,
      register,
      encryption,
    });
    running = worker.run();
  };
  const stopWorker = async () => {
    if (worker?.getState() !== "RUNNING") return;
    worker.shutdown();
    await running;
  };

  if (options.idle !== true) await startWorker();

  return {
    taskQueue,
    client,
    register,
    databaseUrl,
    startWorker,
    stopWorker,
    async close() {
      await stopWorker();
      await client.connection.close();
      await native.close();
      await register.close();
    },
    async known(id, elsewhere) {
      const record = await recordOf(id);
      return fileIn(openingOf(id, record.filedAt, record.ruleset, record.filing), record.procedure, { elsewhere });
    },
    async file(
      filing,
      { procedure = "pecan", ruleset = "parcours@2023-04-01", longRun, taskTimeout, filedAt: past } = {},
    ) {
      const filedAt = past ?? fromEpochMs(Date.now());
      const filedOn = parisDay(filedAt);
      const filed = filing as { product: { id: string }; indications: { id: string; label: string }[] };
      const { id } = await register.file({
        procedure,
        ruleset,
        series: procedureOf(procedure).shape.prefix,
        year: yearOf(filedOn),
        sandbox: true,
        organisation: taskQueue,
        product: `${filed.product.id}-${randomUUID()}`,
        indications: filed.indications,
        principal: taskQueue,
        idempotencyKey: randomUUID(),
        requestHash: "h",
        filedOn,
        filedAt,
        // A number of its own: the tests of a run share one Temporal.
        complete: (number) => ({
          id: options.alone === true ? number : `${number}-${taskQueue}`,
          filing: filing as Opening["filing"],
        }),
      });
      const record = await recordOf(id);
      const opening = openingOf(id, record.filedAt, record.ruleset, record.filing);
      if (longRun === undefined && past === undefined && taskTimeout === undefined) {
        await startFromRegister({ register, client, taskQueue }, record);
        return fileIn(opening, procedure);
      }
      const aheadMs = past === undefined ? 0 : Date.parse(past) - Date.now();
      const start: CaseStart = { opening, ...(longRun && { longRun }), ...(past && { aheadMs }) };
      await client.workflow.start(procedure, {
        workflowId: id,
        taskQueue,
        args: [sealed(start, id, startMessage)],
        ...(taskTimeout && { workflowTaskTimeout: taskTimeout }),
      });
      await register.opened(id);
      return fileIn(opening, procedure, { aheadMs });
    },
  };

  async function recordOf(id: string): Promise<CaseRecord> {
    const record = await register.case(id);
    if (record === undefined) throw new Error(`${id} isn't in the register.`);
    return record;
  }

  function fileIn(
    opening: Opening,
    procedure: string,
    { elsewhere, aheadMs = 0 }: { elsewhere?: Client | undefined; aheadMs?: number } = {},
  ): FileInOffice {
    const { id, filedOn } = opening;
    const temporal = () => elsewhere ?? client;
    const bursts: RecordedBurst[] = [];
    /** The case as the register holds it: one's own, it may be told more. */
    const derived = async () => {
      for (;;) {
        const more = await register.bursts(id, { after: bursts.length, limit: page });
        bursts.push(...more);
        if (more.length < page) return rebuild(procedureOf(procedure), opening, bursts);
      }
    };
    /** How far the case is from real time. */
    const offset = async () => aheadMs + (await recordOf(id)).offsetMs;
    const now = async () => fromEpochMs(Date.now() + (await offset()));
    const messageOf = async (by: string, body: object, more: ActMessage): Promise<ActMessage> => ({
      id: randomUUID(),
      by,
      body,
      ...(more.on || more.at || more.receivedAt ? {} : { at: await now() }),
      ...more,
    });
    const send = async (name: string, by: string, body: object = {}, more: ActMessage = {}) => {
      const message = await messageOf(by, body, more);
      return temporal()
        .workflow.getHandle(id)
        .executeUpdate<ActReceipt, [RawValue]>(name, { args: [sealed(message, id, name)], updateId: message.id ?? "" });
    };
    const file: FileInOffice = {
      id,
      filedOn,
      opening,
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
      async signal(name, by, body = {}, more = {}) {
        await temporal()
          .workflow.getHandle(id)
          .signal(name, sealed(await messageOf(by, body, more), id, name));
      },
      async until(when) {
        const target = isCivilDate(when) ? startOfDayMs(when) : Date.parse(when);
        const ms = target - Date.now() - (await offset()) + 1_000;
        if (ms <= 0) return;
        const before = await aheadOf(temporal(), id, 5_000);
        await skipTime(temporal(), id, ms);
        // Real time has passed meanwhile: the workflow's own clock says how far it was moved.
        const after = await aheadOf(temporal(), id, 5_000);
        const moved = before === null || after === null ? ms : Math.floor(after - before);
        await register.moveTime(id, (await recordOf(id)).offsetMs + moved);
        await file.settled();
      },
      async settled() {
        await until(async () => {
          const held = await derived();
          const { version } = held;
          held.advance(await now());
          return bursts.length > 0 && held.version === version;
        });
      },
      async view() {
        const here = await derived();
        here.advance(await now());
        return here.view();
      },
      async lastDay(clock) {
        const { lastDay } = (await recordOf(id)).view?.clocks.find((each) => each.id === clock) ?? {};
        if (lastDay == null) throw new Error(`${clock} has no last day.`);
        return lastDay;
      },
      journal: () => register.journal(id, { limit: 1000 }),
      async told() {
        return (await file.journal()).map(lineOf);
      },
    };
    return file;
  }
}

/** Waits for something that another process is about to do; fails after half a minute (a lost sticky task takes Temporal ten seconds). */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error("Nothing happened in half a minute.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export { addDays, lineOf };
