import { defaultPayloadConverter, type Payload, type PayloadConverter } from "@temporalio/common";
import { cameEncrypted } from "./came-encrypted.js";
import { markedAs } from "./in-process.js";

/** What a payload that can't be read becomes: something that no schema accepts, so that it is refused like any other bad message. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Each run has this module to itself. */
let encrypted = false;

/** Whether what this run reads comes encrypted. */
export const readsEncrypted = (): boolean => encrypted;

/**
 * The default JSON converter, but it never throws on what it reads: a signal of unknown encoding would otherwise fail the
 * workflow task for ever, and with it the case.
 */
class PatientPayloadConverter implements PayloadConverter {
  toPayload<T>(value: T): Payload {
    return markedAs(value, defaultPayloadConverter.toPayload(value));
  }

  fromPayload<T>(payload: Payload): T {
    encrypted ||= cameEncrypted(payload);
    try {
      return defaultPayloadConverter.fromPayload<T>(payload);
    } catch (fault) {
      const unreadable: Unreadable = { unreadable: fault instanceof Error ? fault.message : String(fault) };
      return unreadable as T;
    }
  }
}

export const payloadConverter = new PatientPayloadConverter();
