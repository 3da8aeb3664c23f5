import { canonicalJson, type Json } from "../law/canonical-json.js";
import { sha256 } from "../law/sha-256.js";

/** SHA-256 (first 16 hexadecimal digits) of a value's canonical JSON: the same in a workflow, in the register and in an audit. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value as Json)).slice(0, 16);
}
