import type { DataConverter } from "@temporalio/common";

/**
 * How values travel to Temporal and back, the same for clients and workers. What every payload passes through (a codec that
 * encrypts, a store for what is heavy) is added here; how a value becomes a payload is decided in `workflows/payload-converter.ts`,
 * which the bundle carries.
 */
export const dataConverter: DataConverter = { payloadCodecs: [] };
