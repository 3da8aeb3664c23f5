import { type Kysely, sql } from "kysely";

/**
 * Which cases are linked, from their filings, and what each hands over to the others: a row for each of them, written with the
 * journal's line in the burst's own transaction. Triggers, so that whatever files or records can't forget to.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `create table links (
       case_id text not null references cases (id),
       linked_case text not null references cases (id),
       kind text not null,
       primary key (case_id, linked_case)
     )`,
    "create index links_by_linked_case on links (linked_case)",
    `create function link_case() returns trigger language plpgsql as $$
     begin
       insert into links (case_id, linked_case, kind)
       select distinct on (l.link ->> 'case') new.id, c.id, l.link ->> 'kind'
       from json_array_elements(new.filing -> 'links') as l (link) join cases c on c.id = l.link ->> 'case'
       on conflict do nothing;
       return null;
     end $$`,
    `create trigger link_case after insert on cases
     for each row when (json_typeof(new.filing -> 'links') = 'array') execute function link_case()`,
    `insert into links (case_id, linked_case, kind)
     select distinct on (f.id, c.id) f.id, c.id, l.link ->> 'kind'
     from cases f, json_array_elements(f.filing -> 'links') as l (link) join cases c on c.id = l.link ->> 'case'
     where json_typeof(f.filing -> 'links') = 'array'`,

    `create table handovers (
       case_id text not null,
       number integer not null,
       to_case text not null references cases (id),
       since timestamptz not null default now(),
       held_by text,
       held_until timestamptz not null default now(),
       outcome text check (outcome in ('taken', 'not concerned', 'refused')),
       detail text,
       settled_at timestamptz,
       primary key (case_id, to_case, number),
       foreign key (case_id, number) references journal (case_id, number)
     )`,
    "create index handovers_waiting on handovers (held_until) where outcome is null",
    "create index handovers_by_receiver on handovers (to_case)",
    `create function hand_over() returns trigger language plpgsql as $$
     begin
       insert into handovers (case_id, number, to_case)
       select new.case_id, new.number, l.linked_case from links l where l.case_id = new.case_id
       union
       select new.case_id, new.number, l.case_id from links l where l.linked_case = new.case_id;
       return null;
     end $$`,
    // What is told, and what of it no longer holds.
    `create trigger hand_over after insert on journal
     for each row when (new.kind = 'handover' or (new.kind = 'rectified' and new.payload -> 'detail' ->> 'kind' = 'handover'))
     execute function hand_over()`,
  ])
    await sql.raw(statement).execute(database);
}
