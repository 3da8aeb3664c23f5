import { type Kysely, sql } from "kysely";
import { recordBurst } from "./003-record-burst.js";

/**
 * What people wrote, and what was written to them, can be erased once a case is concluded: the chain covers salted digests of it
 * (ADR 27). Erased, the digests stand where they could no more be computed.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const statements = [
  "alter table cases add column salt text not null default '', add column filing_digest text, add column erased_at timestamptz",
  "alter table bursts add column salt text not null default ''",
  "alter table acts add column digest text",
  "alter table journal add column digest text",
  "alter table notices add column digest text",

  // With the salt of the burst.
  `do $$
  declare
    former regprocedure;
  begin
    for former in
      select p.oid::regprocedure from pg_proc p
      where p.proname = 'record_burst' and p.pronamespace = current_schema()::regnamespace
    loop
      execute 'drop function ' || former;
    end loop;
  end $$`,
  recordBurst,

  // As the owner of the tables: the writer can't change what is append-only. It does only this: contents and salts of one concluded case
  // go, and a line of its journal says so. Tables are locked in the order in which bursts take them.
  `create function erase_case(
    p_case text, p_filing json, p_filing_digest text, p_view json,
    p_act_ids text[], p_act_digests text[], p_act_envelopes json[],
    p_entry_numbers integer[], p_entry_digests text[], p_entry_payloads json[],
    p_notice_numbers integer[], p_notice_digests text[], p_erased text,
    p_burst integer, p_number integer, p_salt text, p_digest text, p_kind text, p_day date, p_payload json,
    p_recorded_at timestamptz, p_hash text
  ) returns void language plpgsql security definer set search_path from current as $$
  begin
    perform 1 from cases c
    where c.id = p_case and c.status = 'concluded' and c.erased_at is null and c.bursts = p_burst - 1 and c.version = p_number - 1
    for update;
    if not found then
      raise exception '% is not a concluded case that stands so', p_case;
    end if;
    lock table bursts, acts, journal, notices, deliveries in share row exclusive mode;
    perform pg_advisory_xact_lock(hashtextextended('guichet feed', 0));
    alter table bursts disable trigger append_only;
    alter table acts disable trigger append_only;
    alter table journal disable trigger append_only;
    alter table notices disable trigger append_only;
    alter table deliveries disable trigger append_only;

    update bursts b set salt = '', digest = '' where b.case_id = p_case;
    update acts a set envelope = e.envelope, digest = e.digest, receipt = 'null', about = null
    from unnest(p_act_ids, p_act_digests, p_act_envelopes) as e (id, digest, envelope)
    where a.case_id = p_case and a.id = e.id;
    update journal j set payload = e.payload, digest = e.digest, about = null
    from unnest(p_entry_numbers, p_entry_digests, p_entry_payloads) as e (number, digest, payload)
    where j.case_id = p_case and j.number = e.number;
    update notices n set subject = p_erased, text = p_erased, about = null, digest = e.digest
    from unnest(p_notice_numbers, p_notice_digests) as e (number, digest)
    where n.case_id = p_case and n.number = e.number;
    update deliveries d set detail = null where d.case_id = p_case;

    insert into bursts (case_id, number, digest, salt, head, recorded_at)
    values (p_case, p_burst, p_digest, p_salt, p_hash, p_recorded_at);
    insert into journal (case_id, number, burst, kind, legal_day, legal_at, name, payload, recorded_at, hash)
    values (p_case, p_number, p_burst, p_kind, p_day, p_recorded_at, p_kind, p_payload, p_recorded_at, p_hash);

    alter table bursts enable trigger append_only;
    alter table acts enable trigger append_only;
    alter table journal enable trigger append_only;
    alter table notices enable trigger append_only;
    alter table deliveries enable trigger append_only;

    delete from clocks k where k.case_id = p_case;
    update indications i set label = null, outcome = json_build_object('outcome', i.outcome ->> 'outcome')
    where i.case_id = p_case and i.outcome is not null;
    update indications i set label = null where i.case_id = p_case;
    delete from outbox o where o.case_id = p_case;
    update idempotency_keys k set request_hash = '' where k.case_id = p_case;
    delete from messages m where m.case_id = p_case;
    delete from payloads p where p.workflow_id = p_case;
    update handovers h set detail = null where h.case_id = p_case;
    update cases c
    set filing = p_filing, filing_digest = p_filing_digest, salt = '', search_text = lower(p_case), view = p_view,
        bursts = p_burst, version = p_number, counted_version = p_number, head = p_hash, erased_at = p_recorded_at, updated_at = now()
    where c.id = p_case;
    perform pg_notify('guichet_journal', json_build_object('case', p_case, 'entry', p_number)::text);
  end $$`,
];
