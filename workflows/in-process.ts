import type { Payload } from "@temporalio/common";

/** Values that never leave the worker's process: the argument of a local activity, which no history keeps. */
const marked = new WeakSet<object>();

const mark = "in-process";

/** Marks a value whose payload is for this process alone, so that it isn't kept apart, however heavy. Returns the value. */
export function inProcess<T extends object>(value: T): T {
  marked.add(value);
  return value;
}

/** The payload of a value, marked as the value is. */
export function markedAs(value: unknown, payload: Payload): Payload {
  return typeof value === "object" && value !== null && marked.has(value) ? keptInProcess(payload) : payload;
}

/** The payload, marked. */
export const keptInProcess = (payload: Payload): Payload => ({
  ...payload,
  metadata: { ...payload.metadata, [mark]: new Uint8Array([1]) },
});

export const isInProcess = ({ metadata }: Payload): boolean => metadata?.[mark] !== undefined;
