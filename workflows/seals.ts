/**
 * Whom a message comes from. What the desk sends, and each start of a run, is sealed for one case and one message; the codec, which
 * has the keys, signs the seal on its way out and lets no other in (`temporal/seal-codec.ts`).
 */
import { defaultPayloadConverter, type Payload, RawValue } from "@temporalio/common";

/** In a payload's metadata: for which message of which case it is. */
export const sealedFor = "sealed-for";
/** Beside it, in production: nothing is taken that isn't sealed. */
export const sealsRequired = "seals-required";

/** As the message that starts a run; no act bears that name. */
export const startMessage = "(start)";

const placeOf = (caseId: string, message: string): string => `${caseId}/${message}`;

/** A value as an argument that is sealed for that message of that case. */
export function sealed<T>(value: T, caseId: string, message: string): RawValue {
  const payload = defaultPayloadConverter.toPayload(value);
  const place = new TextEncoder().encode(placeOf(caseId, message));
  return RawValue.fromPayload({ ...payload, metadata: { ...payload.metadata, [sealedFor]: place } });
}

/** For which message of which case the codec vouches that the payload was sealed. */
export function sealPlaceOf(payload: Payload | null | undefined): string | undefined {
  const place = payload?.metadata?.[sealedFor];
  return place == null ? undefined : new TextDecoder().decode(place);
}

/** Whether that is this message of this case. */
export const isSealed = (payload: Payload | null | undefined, caseId: string, message: string): boolean =>
  sealPlaceOf(payload) === placeOf(caseId, message);
