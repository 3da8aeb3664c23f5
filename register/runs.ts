/** What the register remembers of the runs of its cases in Temporal. */
import { type Kysely, sql } from "kysely";
import type { KeptMessage } from "./messages.js";
import type { Tables } from "./schema.js";
import { storableText } from "./storable-text.js";

/** A run that ended before its case. */
export interface EndedRun {
  case: string;
  runId: string;
  cause: string;
  /** The build on which its task kept failing; null when it ended otherwise. */
  build: string | null;
}

/** A case that doesn't run, and that can't be helped without an operator. */
export interface FailingCase {
  case: string;
  cause: string;
  /** The build that couldn't run it. */
  build: string;
  since: string;
  /** How often it was looked at in vain. */
  times: number;
  /** When it is looked at again; another build doesn't wait. */
  nextLookAt: string;
}

/** A message that stands, and the case that it is for. */
export interface UnansweredMessage extends KeptMessage {
  case: string;
  /** It was answered 202: it is done, whatever becomes of the run that took it. */
  promised: boolean;
}

export interface RunsRegister {
  /** Notes that a run ended before its case. Noted once, it stays as it was noted. */
  ended(run: EndedRun): Promise<void>;
  /** Was a run of that case ended because its task kept failing on that build? */
  gaveUpOn(caseId: string, build: string): Promise<boolean>;
  /** Runs whose promises were not all carried over yet, oldest first. */
  toCarry(limit?: number): Promise<EndedRun[]>;
  carried(caseId: string, runId: string): Promise<void>;
  /** The runs that ended before their case, the last first. */
  endedRuns(limit?: number): Promise<EndedRun[]>;
  /** Ids of the messages that the case has answered: its acts, and its signals refused. */
  answered(caseId: string): Promise<Set<string>>;

  /** The case couldn't be run: it is looked at again later, each time less soon. */
  failing(caseId: string, cause: string, build: string): Promise<FailingCase>;
  mended(caseId: string): Promise<void>;
  /** The cases that can't run, those that failed first before the others. */
  allFailing(): Promise<FailingCase[]>;

  /** Messages that stand for longer than that, but those that nobody was promised and that are older than an hour. */
  unanswered(olderThanMs: number, limit?: number): Promise<UnansweredMessage[]>;
  /** Forgets the messages that nobody was promised and that nobody sent again for a month. */
  forgetMessages(): Promise<void>;
  /** True for one process only, once in that time. */
  begin(round: string, everyMs: number): Promise<boolean>;
}

const firstWait = "30 seconds";
const longestWait = "1 hour";

export function runsRegister(database: Kysely<Tables>): RunsRegister {
  return {
    async ended({ case: case_id, runId: run_id, cause, build }) {
      await database
        .insertInto("ended_runs")
        .values({ case_id, run_id, cause: storableText(cause), build })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async gaveUpOn(caseId, build) {
      const found = await database
        .selectFrom("ended_runs")
        .select("run_id")
        .where("case_id", "=", caseId)
        .where("build", "=", build)
        .executeTakeFirst();
      return found !== undefined;
    },
    async toCarry(limit = 100) {
      return database
        .selectFrom("ended_runs")
        .select(["case_id as case", "run_id as runId", "cause", "build"])
        .where("carried_at", "is", null)
        .orderBy("ended_at")
        .limit(limit)
        .execute();
    },
    async carried(caseId, runId) {
      await database
        .updateTable("ended_runs")
        .set({ carried_at: sql<string>`now()` })
        .where("case_id", "=", caseId)
        .where("run_id", "=", runId)
        .execute();
    },
    async endedRuns(limit = 1_000) {
      return database
        .selectFrom("ended_runs")
        .select(["case_id as case", "run_id as runId", "cause", "build"])
        .orderBy("ended_at", "desc")
        .limit(limit)
        .execute();
    },
    async answered(caseId) {
      const acts = await database.selectFrom("acts").select("id").where("case_id", "=", caseId).execute();
      const refusals = await database
        .selectFrom("journal")
        .select("payload")
        .where("case_id", "=", caseId)
        .where("kind", "=", "refused")
        .execute();
      return new Set([...acts.map(({ id }) => id), ...refusals.map(({ payload }) => causeOf(payload))]);
    },

    async failing(caseId, cause, build) {
      const wait = sql<string>`now() + ${firstWait}::interval`;
      const row = await database
        .insertInto("failing_cases")
        .values({ case_id: caseId, cause: storableText(cause), build, next_look_at: wait })
        .onConflict((conflict) =>
          conflict.column("case_id").doUpdateSet({
            cause: storableText(cause),
            build,
            times: sql<number>`failing_cases.times + 1`,
            next_look_at: sql<string>`now() + least(${longestWait}::interval,
              ${firstWait}::interval * power(2, least(failing_cases.times, 20)))`,
          }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return failingCase(row);
    },
    async mended(caseId) {
      await database.deleteFrom("failing_cases").where("case_id", "=", caseId).execute();
    },
    async allFailing() {
      const rows = await database.selectFrom("failing_cases").selectAll().orderBy("since").execute();
      return rows.map(failingCase);
    },

    async unanswered(olderThanMs, limit = 1_000) {
      const rows = await database
        .selectFrom("messages")
        .selectAll()
        .where("kept_at", "<", sql<string>`now() - ${olderThanMs} * interval '1 millisecond'`)
        .where((or) => or.or([or("promised", "=", true), or("kept_at", ">", sql<string>`now() - interval '1 hour'`)]))
        .orderBy("kept_at")
        .limit(limit)
        .execute();
      return rows.map(({ case_id, id, act, update_id, message, promised }) => ({
        case: case_id,
        id,
        act,
        updateId: update_id,
        message,
        promised,
      }));
    },
    async forgetMessages() {
      await database
        .deleteFrom("messages")
        .where("promised", "=", false)
        .where("kept_at", "<", sql<string>`now() - interval '30 days'`)
        .execute();
    },
    async begin(round, everyMs) {
      const begun = await sql`
        insert into rounds as r (name, begun_at) values (${round}, now())
        on conflict (name) do update set begun_at = now()
          where r.begun_at <= now() - ${everyMs} * interval '1 millisecond'
        returning name`.execute(database);
      return begun.rows.length > 0;
    },
  };
}

const causeOf = (payload: unknown): string => String((payload as { readonly cause?: unknown } | null)?.cause ?? "");

const failingCase = (row: {
  case_id: string;
  cause: string;
  build: string;
  since: string;
  times: number;
  next_look_at: string;
}): FailingCase => ({
  case: row.case_id,
  cause: row.cause,
  build: row.build,
  since: row.since,
  times: row.times,
  nextLookAt: row.next_look_at,
});
