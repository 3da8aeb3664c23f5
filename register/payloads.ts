import { type Kysely, sql } from "kysely";
import type { Tables } from "./schema.js";

/** The bytes of one payload, under the SHA-256 of them. */
export interface KeptPayload {
  /** 64 hexadecimal digits. */
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** What the payloads of one workflow weigh. */
export interface PayloadWeight {
  readonly workflow: string;
  readonly count: number;
  readonly bytes: number;
}

/** The payloads that are too heavy to travel through Temporal: it holds a reference, they wait here. */
export interface Payloads {
  /** Keeps payloads of a workflow. One that is there already is kept as long as a new one. */
  keep(workflowId: string, kept: readonly KeptPayload[]): Promise<void>;
  /** Those that are there, by digest. */
  read(workflowId: string, digests: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** Workflows that hold payloads kept before an instant, by id, after a given one. */
  holders(before: Date, after: string, limit: number): Promise<string[]>;
  /** Drops what was kept for a workflow before an instant. Returns how many payloads. */
  drop(workflowId: string, before: Date): Promise<number>;
  /** The workflows whose payloads weigh the most, the heaviest first. */
  heaviest(limit: number): Promise<PayloadWeight[]>;
}

export function payloads(database: Kysely<Tables>): Payloads {
  return {
    async keep(workflowId, kept) {
      await database
        .insertInto("payloads")
        .values(kept.map(({ digest, bytes }) => ({ workflow_id: workflowId, digest, payload: Buffer.from(bytes) })))
        .onConflict((conflict) =>
          conflict.columns(["workflow_id", "digest"]).doUpdateSet({ kept_at: sql<string>`now()` }),
        )
        .execute();
    },
    async read(workflowId, digests) {
      const rows = await database
        .selectFrom("payloads")
        .select(["digest", "payload"])
        .where("workflow_id", "=", workflowId)
        .where("digest", "in", digests)
        .execute();
      return new Map(rows.map(({ digest, payload }) => [digest, payload]));
    },
    async holders(before, after, limit) {
      const rows = await database
        .selectFrom("payloads")
        .select("workflow_id")
        .distinct()
        .where("kept_at", "<", before.toISOString())
        .where("workflow_id", ">", after)
        .orderBy("workflow_id")
        .limit(limit)
        .execute();
      return rows.map((row) => row.workflow_id);
    },
    async drop(workflowId, before) {
      const { numDeletedRows } = await database
        .deleteFrom("payloads")
        .where("workflow_id", "=", workflowId)
        .where("kept_at", "<", before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async heaviest(limit) {
      const bytes = sql<string>`sum(length(payload))`;
      const rows = await database
        .selectFrom("payloads")
        .select([sql<string>`workflow_id`.as("workflow"), sql<string>`count(*)`.as("count"), bytes.as("bytes")])
        .groupBy("workflow_id")
        .orderBy(bytes, "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ workflow: row.workflow, count: Number(row.count), bytes: Number(row.bytes) }));
    },
  };
}
