/** What Temporal holds, read for whoever may look at it: the Web UI asks for it payload by payload. Nothing is ever encrypted here. */
import type { Client } from "@temporalio/client";
import type { Payload } from "@temporalio/common";
import {
  decode,
  extstoreInboundOptions,
  visit,
  walkGetWorkflowExecutionHistoryResponse,
} from "@temporalio/common/lib/internal-non-workflow/index.js";
import { asInClear } from "../workflows/came-encrypted.js";
import { sealPlaceOf } from "../workflows/seals.js";
import { isEncrypted, MissingKey } from "./encryption-codec.js";

export interface Decoded {
  readonly payload: Payload;
  /** The message for which it was sealed: `PECAN-2026-0001/opinionRendered`. */
  readonly sealedFor: string | undefined;
  /** Whether it could be read; what couldn't comes back as it was. */
  readonly read: boolean;
}

/** What is heavy stands in the register, and a reference to it in Temporal. */
async function whole({ options }: Client["workflow"], payloads: readonly Payload[]): Promise<Payload[]> {
  const input = { payloads: [...payloads] };
  const history = { events: [{ workflowExecutionSignaledEventAttributes: { input } }] };
  const { externalStorage } = options.loadedDataConverter;
  await visit({ history }, walkGetWorkflowExecutionHistoryResponse, extstoreInboundOptions(externalStorage));
  return input.payloads;
}

/** Each payload in clear, as far as this process has its key, in their order. */
export async function decodePayloads({ workflow }: Client, payloads: readonly Payload[]): Promise<Decoded[]> {
  const { payloadCodecs } = workflow.options.loadedDataConverter;
  return Promise.all(
    (await whole(workflow, payloads)).map(async (payload): Promise<Decoded> => {
      if (!isEncrypted(payload)) return { payload, sealedFor: undefined, read: false };
      try {
        const [clear = payload] = await decode(payloadCodecs, [payload]);
        return { payload: asInClear(clear), sealedFor: sealPlaceOf(clear), read: true };
      } catch (fault) {
        if (!(fault instanceof MissingKey)) throw fault;
        return { payload, sealedFor: undefined, read: false };
      }
    }),
  );
}
