import { DefaultFailureConverter, type FailureConverter } from "@temporalio/common";
import { readsEncrypted } from "./payload-converter.js";

const plain = new DefaultFailureConverter();
const hiding = new DefaultFailureConverter({ encodeCommonAttributes: true });

/**
 * Where a run's messages come encrypted, the message and the stack of its failures become a payload, which is encrypted too. The bundle
 * knows no configuration; a recorded history, which is in clear, is replayed with failures that say why.
 */
export const failureConverter: FailureConverter = {
  errorToFailure: (...fault) => (readsEncrypted() ? hiding : plain).errorToFailure(...fault),
  failureToError: (...failure) => plain.failureToError(...failure),
};
