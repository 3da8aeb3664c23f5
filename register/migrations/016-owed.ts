import { type Kysely, sql } from "kysely";

/**
 * What is owed in open cases, across them: made from the view of each, in the transaction that changes it. A trigger keeps it, so
 * that whatever writes a view can't forget to; `owe` makes the rows of one case anew, as often as it is called.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table owed (
       case_id text not null references cases,
       ordinal integer not null,
       party text not null,
       since date not null,
       last_day date,
       overdue boolean not null,
       item json not null,
       primary key (case_id, ordinal)
     )`,
    // What is overdue, then what is due first, then what has waited longest: a page is a walk along it.
    `create index owed_by_party on owed (party, (not overdue), coalesce(last_day, date 'infinity'), since, case_id, ordinal)`,
    `create index owed_by_day on owed ((not overdue), coalesce(last_day, date 'infinity'), since, case_id, ordinal)`,
    // A JSON text that holds NUL or half a surrogate pair can't be unpacked: such a character of a name that people gave is replaced.
    `create function owed_in(p_view json) returns json language sql immutable as $$
       select regexp_replace(p_view::text, '\\\\u(0000|d[89a-f][0-9a-f]{2})', '\\\\ufffd', 'g')::json -> 'owed'
     $$`,
    `create function owe(p_case text, p_owed json) returns void language sql as $$
       delete from owed where case_id = p_case;
       insert into owed (case_id, ordinal, party, since, last_day, overdue, item)
       select p_case, o.ordinal, o.item ->> 'party', (o.item ->> 'since')::date, (o.item ->> 'lastDay')::date,
              (o.item ->> 'overdue')::boolean, o.item
       from json_array_elements(p_owed) with ordinality as o (item, ordinal)
     $$`,
    `create function view_changed() returns trigger language plpgsql as $$
     declare
       now_owed constant json := owed_in(new.view);
     begin
       if now_owed::text is distinct from owed_in(old.view)::text then
         perform owe(new.id, now_owed);
       end if;
       return null;
     end $$`,
    "create trigger view_changed after update of view on cases for each row execute function view_changed()",
    "select owe(id, owed_in(view)) from cases where status = 'open'",
  ])
    await sql.raw(statement).execute(database);
}
