import type { Payload } from "@temporalio/common";
import { decodePayloads } from "../temporal/decoding.js";
import type { Desk } from "./desk.js";
import type { Principal } from "./principal.js";
import { refuseToAsk } from "./rights.js";

/** Who had what decoded, for the log: ids, and nothing of what was read. */
export interface Decoding {
  readonly person: string;
  readonly payloads: number;
  /** How many of them could be read. */
  readonly read: number;
  /** Of those that are acts and starts, the case and the message: `PECAN-2026-0001/opinionRendered`. */
  readonly messages: readonly string[];
}

/** Payloads of Temporal in clear, for an operator. @throws DeskRefusal `not-allowed` */
export async function decodeFor(
  { client }: Desk,
  principal: Principal,
  payloads: readonly Payload[],
): Promise<{ readonly payloads: readonly Payload[]; readonly decoding: Decoding }> {
  refuseToAsk(principal, "decoding");
  const decoded = await decodePayloads(client, payloads);
  return {
    payloads: decoded.map(({ payload }) => payload),
    decoding: {
      person: principal.person,
      payloads: decoded.length,
      read: decoded.filter(({ read }) => read).length,
      messages: [...new Set(decoded.flatMap(({ sealedFor }) => sealedFor ?? []))],
    },
  };
}
