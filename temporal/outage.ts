import { type Client, isGrpcServiceError } from "@temporalio/client";
import type { Register } from "../register/register.js";

const answersWithinMs = 3_000;

/** Is it the register or Temporal that doesn't answer, and not the one thing that was asked of them? */
export async function serversAreAway({ register, client }: { register: Register; client: Client }): Promise<boolean> {
  try {
    await register.reachable();
    await client.withDeadline(Date.now() + answersWithinMs, () => client.workflowService.getSystemInfo({}));
    return false;
  } catch {
    return true;
  }
}

/** A fault in one line. */
export function wordsOf(fault: unknown): string {
  const root = fault instanceof Error && isGrpcServiceError(fault.cause) ? fault.cause.details : fault;
  return (root instanceof Error ? root.message : String(root)).split("\n")[0]?.slice(0, 500) ?? "";
}
