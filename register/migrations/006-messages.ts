import { type Kysely, sql } from "kysely";

/**
 * What was sent under a key and isn't answered yet: the one message of that key, until its act stands or is refused. Not a
 * record: it stands in nobody's chain, and is emptied as acts are recorded.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  // No reference to cases: it would take a lock of the case's row, and wait for the burst that is being recorded.
  `create table messages (
    case_id text collate "C" not null,
    id text not null,
    act text not null,
    update_id text not null,
    message json not null,
    kept_at timestamptz not null default now(),
    -- It was answered 202.
    promised boolean not null default false,
    primary key (case_id, id)
  )`,
  "create index messages_by_age on messages (kept_at)",

  // Where the time of a trial case was asked to go, under each key: sent again, the key leads there and no farther.
  `create table advances (
    case_id text collate "C" not null,
    id text not null,
    asked text not null,
    target timestamptz not null,
    primary key (case_id, id)
  )`,

  // The message that stands under the key: this one, or the one that was kept before. Nothing when the act itself stands.
  `create function keep_message(p_case text, p_id text, p_act text, p_update_id text, p_message json)
   returns setof messages language plpgsql as $$
   begin
     -- Its commit waits for no disk: a power cut that loses it makes another message of the key, under another update id.
     perform set_config('synchronous_commit', 'off', true);
     return query
       insert into messages as m (case_id, id, act, update_id, message)
       select p_case, p_id, p_act, p_update_id, p_message
       where not exists (select from acts a where a.case_id = p_case and a.id = p_id)
       on conflict (case_id, id) do update set act = m.act
       returning m.*;
   end $$`,
];
