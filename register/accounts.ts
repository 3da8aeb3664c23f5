import type pg from "pg";

/** What a company's account says today. */
export interface AccountState {
  readonly mutesStatusMails: boolean;
}

/** Writes what the account of that case says, in the transaction of its burst. */
export async function writeAccount(
  client: pg.PoolClient,
  caseId: string,
  { mutesStatusMails }: AccountState,
): Promise<void> {
  await client.query(
    `insert into accounts (case_id, company, sandbox, mutes_status_mails)
     select id, company, sandbox, $2 from cases where id = $1
     on conflict (case_id) do update set mutes_status_mails = excluded.mutes_status_mails`,
    [caseId, mutesStatusMails],
  );
}
