import type { Payload } from "@temporalio/common";

const mark = "came-encrypted";

/** The payload that the codec has decrypted, for the workflow to know. */
export const markedEncrypted = (payload: Payload): Payload => ({
  ...payload,
  metadata: { ...payload.metadata, [mark]: new Uint8Array([1]) },
});

export const cameEncrypted = ({ metadata }: Payload): boolean => metadata?.[mark] !== undefined;
