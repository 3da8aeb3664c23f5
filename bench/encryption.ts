/**
 * `npm run bench:encryption`: what encrypting and sealing cost an act, in bytes and in CPU. The payloads are those of the recorded histories, as
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
import { SealCodec } from "../temporal/seal-codec.js";
import { sealedFor } from "../workflows/seals.js";

const { Payload: PayloadBytes } = proto.temporal.api.common.v1;
const [seals, encryption] = [new SealCodec(rigEncryption), new EncryptionCodec(rigEncryption)];
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
const unsealed = payloads.map(({ metadata, ...payload }): Payload => {
  const { [sealedFor]: _, ...rest } = metadata ?? {};
  return { ...payload, metadata: rest };
});
const sealed = await seals.encode(payloads);
const encrypted = await encryption.encode(sealed);
const [clear, signed, hidden] = [weigh(unsealed), weigh(sealed), weigh(encrypted)];

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  await work();
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / rounds;
};
const sealing = await cpuOf(() => seals.encode(payloads));
const checking = await cpuOf(() => seals.decode(sealed));
const writing = await cpuOf(() => encryption.encode(sealed));
const reading = await cpuOf(() => encryption.decode(encrypted));

const per = (total: number, count: number, digits = 0): string => (total / count).toFixed(digits);
console.log(`${acts} acts, ${payloads.length} payloads (${per(payloads.length, acts, 1)} an act)`);
console.log(`bytes an act: ${per(clear, acts)} in clear, ${per(signed, acts)} sealed, ${per(hidden, acts)} encrypted`);
console.log(`bytes a payload: ${per(hidden - signed, payloads.length)} more to encrypt`);
console.log(`CPU an act: ${per(sealing, acts)} µs to seal, ${per(checking, acts)} µs to check seals`);
console.log(`CPU an act: ${per(writing, acts)} µs to encrypt, ${per(reading, acts)} µs to decrypt`);
