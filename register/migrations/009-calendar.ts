import { type Kysely, sql } from "kysely";

/**
 * What calendars follow of a clock (RFC 5545): how often its day has moved or has come to stand or fall, since when it is so,
 * and the last day that it ever had. A trigger keeps it, so that whatever writes a clock can't forget to.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `alter table clocks
       add column sequence integer not null default 0,
       add column moved_at timestamptz not null default now(),
       add column last_known_day date`,
    `create function clock_moved() returns trigger language plpgsql as $$
     begin
       new.last_known_day := new.last_day;
       if tg_op = 'UPDATE' then
         new.last_known_day := coalesce(new.last_day, old.last_known_day);
         if (new.last_day, new.state in ('running', 'overdue'))
           is distinct from (old.last_day, old.state in ('running', 'overdue')) then
           new.sequence := old.sequence + 1;
           new.moved_at := now();
         end if;
       end if;
       return new;
     end $$`,
    "create trigger clock_moved before insert or update on clocks for each row execute function clock_moved()",
    "update clocks set last_known_day = last_day where last_day is not null",
    `create index clocks_ended on clocks (moved_at, case_id, id)
     where state not in ('running', 'suspended', 'overdue') and last_known_day is not null`,
  ])
    await sql.raw(statement).execute(database);
}
