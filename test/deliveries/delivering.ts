import { randomUUID } from "node:crypto";
import { Runtime, type Worker } from "@temporalio/worker";
import { createDeliveries, type Rhythms } from "../../activities/deliveries.js";
import { openMailer } from "../../activities/mailer.js";
import { openRegister, type Register } from "../../register/register.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { connect } from "../../temporal/connection.js";
import { deliverApart, dispatchNotices } from "../../temporal/dispatching.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { deliveryWorker } from "../../worker/delivery-worker.js";
import { burst, filing } from "../register/samples.js";

// Activities that fail are what these tests are about: nobody is to read of each.
Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error } });

/** Where notices are delivered from, and to. */
export interface Premises {
  readonly address: string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly taskQueue: string;
}

/** A worker of deliveries, its dispatcher and its mailer, as the worker process has them; a second between the tries of one notice. */
export async function startDelivering(
  { address, namespace, databaseUrl, smtpUrl, taskQueue }: Premises,
  rhythms: Partial<Rhythms> = {},
): Promise<{ stop(): Promise<void> }> {
  const register = openRegister(databaseUrl);
  const connection = await connectNatively({ address, namespace });
  const client = await connect({ address, namespace, encryption: rigEncryption }, register);
  const mailer = openMailer(smtpUrl, "guichet@acces.exemple.fr", { patience: 20_000 });
  const worker: Worker = await deliveryWorker({
    connection,
    namespace,
    taskQueue,
    register,
    encryption: rigEncryption,
    activities: createDeliveries(register, mailer, deliverApart(client, taskQueue, "1s"), {
      gatherMs: 50,
      quietMs: 200,
      ...rhythms,
    }),
  });
  const running = worker.run();
  const stopDispatching = await dispatchNotices(register, client, taskQueue);
  return {
    async stop() {
      await stopDispatching();
      worker.shutdown();
      await running;
      mailer.close();
      await register.close();
      await client.connection.close();
      await connection.close();
    },
  };
}

/** A case of which two notices were told: 2 to the applicant, 3 to HAS, by an act of the DSS. */
export async function toldCase(register: Register, changes: { readonly legal?: boolean } = {}): Promise<string> {
  const { id } = await register.file(filing());
  const { notices } = burst(id, 1);
  await register.record(burst(id, 1, { notices: notices.map((notice) => ({ ...notice, ...changes })) }));
  return id;
}

export const ownQueue = (): string => `deliveries-${randomUUID().slice(0, 8)}`;

/** The addresses of those to whom the cases of these tests tell something: the company's one manager, and authorities. */
export async function giveAddresses({ addresses, directory }: Register): Promise<string> {
  for (const party of ["has", "dss"]) await addresses.giveMailbox(party, `${party}@example.org`, "test");
  const identified = { issuer: "test", subject: "applicant", name: "applicant", email: "applicant@example.org" };
  const { id: person } = await directory.enter(identified, "test");
  const of = { party: "applicant", organisation: "acme", platform: null, from: "2026-01-01", until: null };
  await directory.give({ ...of, person, role: "manager" }, "test");
  return person;
}

/** Whether a mail, by its id, tells something of that case. */
export const isOf = ({ id }: { readonly id: string }, caseId: string): boolean => id.startsWith(`<${caseId}.`);
