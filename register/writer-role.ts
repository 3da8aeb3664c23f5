import { type Kysely, sql } from "kysely";
import { appendOnlyTables } from "./append-only.js";

/** The role under which the register is written: it owns nothing, so it can't take the append-only triggers away. */
export const writerRole = "guichet_writer";

/** SQL: may `user` take the writer role? Since PostgreSQL 16 being a member isn't enough. */
export function maySetRole(user: "current_user" | "session_user"): string {
  return `pg_has_role(${user}, '${writerRole}',
    case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)`;
}

const grants = [
  `grant select on all tables in schema %s to ${writerRole}`,
  `grant insert on ${appendOnlyTables.join(", ")} to ${writerRole}`,
  `grant insert, update on case_numbers, idempotency_keys, indications, clocks, case_counts to ${writerRole}`,
  `grant delete on clocks to ${writerRole}`,
  `grant insert, delete on owed to ${writerRole}`,
  `grant insert, delete, update (held_by, held_until) on outbox to ${writerRole}`,
  `grant insert on links, handovers to ${writerRole}`,
  `grant update (held_by, held_until, outcome, detail, settled_at) on handovers to ${writerRole}`,
  `grant insert, update, delete on messages, advances, ended_runs, failing_cases, rounds to ${writerRole}`,
  `grant insert, update (kept_at), delete on payloads to ${writerRole}`,
  `grant insert, update (issuer, subject, name, email), delete on people to ${writerRole}`,
  `grant insert, update (ended_at) on mandates to ${writerRole}`,
  `grant insert, delete on ended_sessions to ${writerRole}`,
  `grant insert, update, delete on mailboxes, preferences, accounts, account_grants to ${writerRole}`,
  `grant insert, update (typed, case_id, saved_at), delete on drafts to ${writerRole}`,
  `grant insert on consultations to ${writerRole}`,
  `grant insert on directory_journal to ${writerRole}`,
  `grant insert, update, delete on statistics_facts, statistics_counts to ${writerRole}`,
  // What was filed never changes: only what the case has become.
  `grant insert, update (status, phase, ending, whose_move, next_due_on, view, bursts, version, head, offset_ms, updated_at,
     counted_version) on cases to ${writerRole}`,
];

/**
 * Creates the writer role and gives it its rights in this database; false when this connection may not, as on some managed
 * databases. Roles belong to the whole cluster, where another database may be creating the same one at this moment.
 */
export async function grantWriterRole(database: Kysely<unknown>): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction().execute((transaction) => grantOnce(transaction));
    } catch (error) {
      if (attempt === 5 || !isConcurrentChange(error)) throw error;
    }
  }
}

async function grantOnce(database: Kysely<unknown>): Promise<boolean> {
  // Concurrent GRANTs on one table fail: within this database, one process at a time.
  await sql`select pg_advisory_xact_lock(hashtextextended('guichet writer role', 0))`.execute(database);
  if (!(await roleExists(database))) {
    const allowed = await sql<{ allowed: boolean }>`
      select rolsuper or rolcreaterole as allowed from pg_roles where rolname = current_user`.execute(database);
    if (!allowed.rows[0]?.allowed) return false;
    await sql.raw(`create role ${writerRole} nologin`).execute(database);
  }
  const membership = await sql<{ settable: boolean; admin: boolean; schema: string; usage: boolean }>`
    select ${sql.raw(maySetRole("current_user"))} as settable,
           pg_has_role(current_user, ${writerRole}, 'member with admin option') as admin,
           quote_ident(current_schema()) as schema,
           has_schema_privilege(${writerRole}, current_schema(), 'usage') as usage`.execute(database);
  const { settable, admin, schema, usage } = membership.rows[0]!;
  if (!settable && !admin) return false;
  if (!settable) await sql.raw(`grant ${writerRole} to current_user`).execute(database);
  if (!usage) await sql.raw(`grant usage on schema ${schema} to ${writerRole}`).execute(database);
  for (const grant of grants) await sql.raw(grant.replace("%s", schema)).execute(database);
  return true;
}

async function roleExists(database: Kysely<unknown>): Promise<boolean> {
  const found = await sql`select 1 from pg_roles where rolname = ${writerRole}`.execute(database);
  return found.rows.length > 0;
}

/** duplicate_object, unique_violation on pg_authid, "tuple concurrently updated". */
function isConcurrentChange(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["42710", "23505", "XX000"].includes(String(error.code));
}
