/** The connection of workers. It loads the SDK's native core (60 MB), which the API and the commands never do. */
import { NativeConnection } from "@temporalio/worker";
import type { TemporalAccess } from "../config/index.js";
import { optionsOf } from "./connection.js";

/** A worker's connection; whoever asked for it closes it. @throws Error when no Temporal answers. */
export function connectNatively(access: Omit<TemporalAccess, "encryption">): Promise<NativeConnection> {
  return NativeConnection.connect(optionsOf(access));
}
