import type { Payload } from "@temporalio/common";

const mark = "came-encrypted";

/** The payload that the codec has decrypted, for the workflow to know. */
export const markedEncrypted = (payload: Payload): Payload => ({
  ...payload,
  metadata: { ...payload.metadata, [mark]: new Uint8Array([1]) },
});

/** The payload as it was before the codec encrypted it. */
export const asInClear = ({ metadata, ...payload }: Payload): Payload => {
  const { [mark]: _, ...clear } = metadata ?? {};
  return { ...payload, metadata: clear };
};

export const cameEncrypted = ({ metadata }: Payload): boolean => metadata?.[mark] !== undefined;
