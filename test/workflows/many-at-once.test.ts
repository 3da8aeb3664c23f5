import { randomUUID } from "node:crypto";
import proto from "@temporalio/proto";
import { describe, expect, it } from "vitest";
import type { ActMessage } from "../../case/act.js";
import { counted, eventsOf } from "../../rig/history.js";
import { filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { addDays, type FileInOffice, office } from "./office.js";

/** How many messages come at once; more when they are asked for by hand. */
const many = Number(process.env.MANY_AT_ONCE ?? 300);
const atATime = 25;

const expert = (nth: number) => ({ role: "expert", expert: `E-${nth}` });

interface Sent {
  readonly name: string;
  readonly message: ActMessage;
}

/** Acts of today, acts of every day before it and in no order, the same again, and what nobody awaits: in turns. */
async function burst(
  file: FileInOffice,
  daysBefore: number,
): Promise<{ sent: Sent[]; acts: Set<string>; refused: number }> {
  const at = await file.now();
  const today = await file.today();
  const sent: Sent[] = [];
  const acts = new Set<string>();
  let refused = 0;
  for (let nth = 0; sent.length < many; nth++) {
    const id = randomUUID();
    const late = { on: addDays(today, -1 - ((nth * 7) % daysBefore)) };
    const named: Sent = {
      name: "expertNamed",
      message: { id, by: "HAS", body: expert(nth), ...(nth % 3 ? late : { at }) },
    };
    acts.add(id);
    sent.push(named);
    if (nth % 4 === 0) sent.push(named);
    if (nth % 5 === 0) {
      sent.push({
        name: "tariffPublished",
        message: { id: randomUUID(), by: "ministers", about: "A", body: { journal: "JORF n° 9" }, at },
      });
      refused++;
    }
  }
  return { sent, acts, refused };
}

const startToClose = proto.temporal.api.enums.v1.TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;

const inTurns = async <T>(all: readonly T[], action: (one: T) => Promise<unknown>): Promise<void> => {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) await action(one);
    }),
  );
};

/** Waits for what a busy machine takes its time for. */
const until = (holds: () => Promise<boolean>) => expect.poll(holds, { timeout: 240_000, interval: 100 }).toBe(true);

describe(`${many} messages at once to one case`, { timeout: 300_000 }, () => {
  const open = office();

  const signal =
    (file: FileInOffice) =>
    ({ name, message }: Sent) =>
      open.client.workflow.getHandle(file.id).signal(name, message);
  const held = async (file: FileInOffice) => {
    const journal = await open.register.journal(file.id, { limit: 50_000 });
    return {
      experts: journal.filter(({ kind, name }) => kind === "act" && name === "expertNamed").map(({ cause }) => cause),
      refused: journal.filter(({ kind }) => kind === "refused").length,
    };
  };
  const failures = async (file: FileInOffice) => {
    const events = await eventsOf(open.client, file.id);
    // A task that waits in the queue of a worker that has left is only given to another one.
    const late = events.filter(({ workflowTaskTimedOutEventAttributes: out }) => out?.timeoutType === startToClose);
    return (counted(events).WorkflowTaskFailed ?? 0) + late.length;
  };
  const examined = async () => {
    const file = await open.file(filing());
    await toAcknowledgement(file);
    await file.until(addDays(file.filedOn, 20));
    return file;
  };

  it("are all recorded, once, in bounded bursts, while another case goes on: they came while no worker was there", async () => {
    const [file, other] = await Promise.all([examined(), examined()]);
    const { sent, acts, refused } = await burst(file, 19);
    const before = await failures(file);
    await open.stopWorker();
    // One after the other: the order of arrival is theirs.
    await inTurns(sent, signal(file));
    // Sent before the worker comes: whichever case it takes first, this one is there too.
    const answered = other.act("expertNamed", "HAS", expert(0));
    await open.startWorker();
    await answered;
    await until(async () => (await held(file)).experts.length >= acts.size);
    await until(async () => (await held(file)).refused >= refused);

    const { experts, ...rest } = await held(file);
    expect(new Set(experts)).toEqual(acts);
    expect(experts).toHaveLength(acts.size);
    expect(rest.refused).toBe(refused);
    expect(await failures(file)).toBe(before);
    const bursts = await open.register.bursts(file.id, { limit: 10_000 });
    // Between two of its bursts the worker is anybody's: how soon the other case has it, is the machine's speed.
    expect(Math.max(...bursts.map((one) => one.acts.length))).toBeLessThanOrEqual(50);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    // Its history is told again by a worker that never met it.
    await open.stopWorker();
    await open.startWorker();
    await file.act("expertNamed", "HAS", expert(many));
    await file.settled();
  });

  it("are all answered: updates among signals, late ones and refused ones, the same id by two ways", async () => {
    const file = await examined();
    const { sent, acts, refused } = await burst(file, 19);
    const before = await failures(file);
    const outcomes = { recorded: 0, refused: 0 };
    const handle = open.client.workflow.getHandle(file.id);
    const update = async ({ name, message }: Sent): Promise<void> => {
      for (;;) {
        try {
          await handle.executeUpdate(name, { args: [message], updateId: randomUUID() });
          outcomes.recorded++;
          return;
        } catch (fault) {
          const { cause } = fault as { cause?: { type?: string; code?: number } };
          if (cause?.type === "Refused") {
            outcomes.refused++;
            return;
          }
          // Ten at once are what the server takes: the others are sent again, as the desk does.
        }
      }
    };
    const halves = [sent.filter((_, nth) => nth % 2 === 0), sent.filter((_, nth) => nth % 2 === 1)] as const;
    await Promise.all([inTurns(halves[0], signal(file)), inTurns(halves[1], update)]);
    await until(async () => (await held(file)).experts.length >= acts.size);

    const updates = halves[1];
    const refusedUpdates = updates.filter(({ name }) => name === "tariffPublished").length;
    expect(outcomes).toEqual({ recorded: updates.length - refusedUpdates, refused: refusedUpdates });
    const { experts } = await held(file);
    expect(new Set(experts)).toEqual(acts);
    expect(experts).toHaveLength(acts.size);
    await until(async () => (await held(file)).refused === refused - refusedUpdates);
    expect(await failures(file)).toBe(before);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    await file.settled();
  });
});
