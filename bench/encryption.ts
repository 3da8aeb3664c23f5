/**
 * `npm run bench:encryption`: what encrypting costs an act, in bytes and in CPU. The payloads are those of the recorded histories, as
 * Temporal keeps them; an act's share is all that its case ever sent there, by the acts that it took. Each is encrypted once and
 * read once, as by a worker that has the case in its cache.
 */
import type { Payload } from "@temporalio/common";
import { visit, walkGetWorkflowExecutionHistoryResponse } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { historyFromJSON } from "@temporalio/common/lib/proto-utils.js";
import proto from "@temporalio/proto";
import { rigEncryption } from "../rig/payload-keys.js";
import { recordedHistories } from "../rig/recorded-histories.js";
import { EncryptionCodec } from "../temporal/encryption-codec.js";

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;
const codec = new EncryptionCodec(rigEncryption);
const rounds = 50;

const payloads: Payload[] = [];
let acts = 0;
for (const { history } of recordedHistories()) {
  const read = historyFromJSON(history);
  acts += (read.events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
  const keep = async (payload: Payload): Promise<Payload> => {
    payloads.push(payload);
    return payload;
  };
  await visit({ history: read }, walkGetWorkflowExecutionHistoryResponse, {
    transformPayload: keep,
    transformPayloads: (several) => Promise.all(several.map(keep)),
    skipHeaders: true,
    skipSearchAttributes: true,
  });
}

const weigh = (all: readonly Payload[]): number =>
  all.reduce((sum, one) => sum + PayloadBytes.encode(one).finish().length, 0);
const encrypted = await codec.encode(payloads);
const [clear, hidden] = [weigh(payloads), weigh(encrypted)];

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds;
};
const writing = await cpuOf(() => codec.encode(payloads));
const reading = await cpuOf(() => codec.decode(encrypted));

const per = (total: number, count: number, digits = 0): string => (total / count).toFixed(digits);
console.log(`${acts} acts, ${payloads.length} payloads (${per(payloads.length, acts, 1)} an act)`);
console.log(`bytes an act: ${per(clear, acts)} in clear, ${per(hidden, acts)} encrypted`);
console.log(`bytes a payload: ${per(hidden - clear, payloads.length)} more`);
console.log(`CPU an act: ${per(writing, acts)} µs to encrypt, ${per(reading, acts)} µs to decrypt`);
