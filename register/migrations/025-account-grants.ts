import { type Kysely, sql } from "kysely";

/**
 * What a company's account gives its people: a projection of the account's case, rewritten with each of its bursts, so that an act
 * gives and ends rights at once. A person is who bears the id that the account names, or else the address.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  `create table account_grants (
    case_id text collate "C" not null references cases,
    ordinal integer not null,
    person text collate "C" not null,
    email text,
    role text not null,
    organisation text not null,
    from_day date not null,
    until_day date,
    primary key (case_id, ordinal)
  )`,
  "create index account_grants_by_company on account_grants (left(organisation, 9))",
  "create index account_grants_by_person on account_grants (person)",
  "create index account_grants_by_email on account_grants (lower(email)) where email is not null",
  `create trigger free_unaddressed after insert on account_grants
   for each statement execute function free_unaddressed()`,

  // Those that were given in the directory, and those that accounts give.
  `create view given_mandates as
   select id, person, role, party, organisation, platform, from_day, until_day, ended_at, created_at from mandates
   union all
   select 'account:' || g.case_id || ':' || g.ordinal, p.id, g.role, 'applicant', g.organisation, null, g.from_day, g.until_day,
          null, g.from_day
   from account_grants g join people p on p.id = g.person or lower(p.email) = lower(g.email)`,

  // Contributors and consultants receive what they filed themselves, unless they chose otherwise; a consultant never more.
  `create function recipients_of(p_case text, p_party text, p_legal boolean) returns json language sql stable as $$
    select coalesce(json_agg(json_build_object('who', r.who, 'address', r.address, 'chosen', r.chosen) order by r.who), '[]')
    from (
      select p_party as who, b.address, true as chosen from mailboxes b where b.party = p_party
      union all
      select p.id, p.email, bool_or(
        (f.mails = 'all' or (f.mails = 'legal' and p_legal) or (f.mails is null and (own or m.role in ('manager', 'legal-representative'))))
        and (p_legal or not exists (
          select from accounts a where a.company = c.company and a.sandbox = c.sandbox and a.mutes_status_mails)))
      from cases c
      join given_mandates m on left(m.organisation, 9) = c.company
      join people p on p.id = m.person
      left join preferences f on f.person = p.id and f.company = c.company
      cross join lateral (select c.principal like m.person || ';%' as own) as o
      where p_party = 'applicant' and c.id = p_case and m.party = 'applicant' and m.platform is null
        and m.ended_at is null and m.from_day <= (now() at time zone 'Europe/Paris')::date
        and coalesce(m.until_day, 'infinity') >= (now() at time zone 'Europe/Paris')::date
        and (m.role <> 'consultant' or own)
      group by p.id, p.email
    ) as r
  $$`,
];
