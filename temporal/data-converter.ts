import type { DataConverter } from "@temporalio/common";
import type { Register } from "../register/register.js";
import { payloadStorage } from "./payload-storage.js";

/**
 * How values travel through Temporal: the same for every client and every worker, or one couldn't read what another wrote.
 * A codec comes first (what is kept apart is then what it made), and is undone last.
 */
export function dataConverter(register: Register): DataConverter {
  return {
    // Where encryption goes: it may pass what is `isInProcess` as it is.
    payloadCodecs: [],
    externalStorage: payloadStorage(register.payloads),
  };
}
