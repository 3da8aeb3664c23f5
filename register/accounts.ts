import type pg from "pg";

/** What an account gives to somebody, who bears that id in the directory, or else that address. */
export interface AccountGrant {
  readonly person: string;
  readonly email: string | null;
  readonly role: string;
  /** SIRET. */
  readonly organisation: string;
  readonly from: string;
  readonly until: string | null;
}

/** What a company's account says today. */
export interface AccountState {
  readonly mutesStatusMails: boolean;
  readonly people: readonly AccountGrant[];
}

/** Writes what the account of that case says, in the transaction of its burst. A trial's account gives nobody anything. */
export async function writeAccount(
  client: pg.PoolClient,
  caseId: string,
  { mutesStatusMails, people }: AccountState,
): Promise<void> {
  await client.query(
    `insert into accounts (case_id, company, sandbox, mutes_status_mails)
     select id, company, sandbox, $2 from cases where id = $1
     on conflict (case_id) do update set mutes_status_mails = excluded.mutes_status_mails`,
    [caseId, mutesStatusMails],
  );
  await client.query("delete from account_grants where case_id = $1", [caseId]);
  const column = (read: (grant: AccountGrant) => string | null) => people.map(read);
  await client.query(
    `insert into account_grants (case_id, ordinal, person, email, role, organisation, from_day, until_day)
     select $1, g.ordinal, g.person, g.email, g.role, g.organisation, g.from_day, g.until_day
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[]) with ordinality
       as g (person, email, role, organisation, from_day, until_day, ordinal)
     where exists (select from cases where id = $1 and not sandbox)`,
    [
      caseId,
      column(({ person }) => person),
      column(({ email }) => email),
      column(({ role }) => role),
      column(({ organisation }) => organisation),
      column(({ from }) => from),
      column(({ until }) => until),
    ],
  );
}
