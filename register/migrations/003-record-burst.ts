import { type Kysely, sql } from "kysely";

/**
 * Records a burst: one function, so that a burst costs one round trip and one commit, and so that the case's row is
 * locked for as short as can be. It knows no more of the payloads than the tables do: the caller gives each line's
 * canonical content, PostgreSQL only links the hashes, because only it knows the head once the case is locked.
 *
 * Parallel arrays rather than one JSON document: PostgreSQL can't unpack a JSON text that holds `\u0000`.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(recordBurst).execute(database);
}

export const recordBurst = `
create function record_burst(
  p_case text, p_burst integer, p_digest text, p_salt text, p_recorded_at timestamptz,
  p_view json, p_phase text, p_status text, p_ending text, p_whose_move text[], p_next_due_on date,
  p_act_ids text[], p_act_names text[], p_act_parties text[], p_act_abouts text[], p_act_days date[],
  p_act_instants timestamptz[], p_act_receptions timestamptz[], p_act_envelopes json[], p_act_receipts json[],
  p_answered text[],
  p_first_entry integer, p_entry_kinds text[], p_entry_days date[], p_entry_instants timestamptz[],
  p_entry_tellings timestamptz[], p_entry_parties text[], p_entry_names text[], p_entry_abouts text[],
  p_entry_payloads json[], p_entry_contents text[], p_seal text,
  p_notice_numbers integer[], p_notice_parties text[], p_notice_names text[], p_notice_abouts text[],
  p_notice_channels text[], p_notice_subjects text[], p_notice_texts text[], p_notice_legals boolean[],
  p_notice_corrections integer[], p_notice_deliveries boolean[],
  p_clock_ids text[], p_clock_names text[], p_clock_labels text[], p_clock_states text[], p_clock_origins date[],
  p_clock_last_days date[], p_clock_expiries timestamptz[], p_clocks json[],
  p_indication_ids text[], p_indication_outcomes json[], p_indications_open boolean[],
  out outcome text, out head text, out at_burst integer, out at_version integer
) language plpgsql as $$
declare
  entries constant integer := coalesce(cardinality(p_entry_kinds), 0);
  hashes text[] := '{}';
  stored_digest text;
begin
  select c.head, c.bursts, c.version into head, at_burst, at_version from cases c where c.id = p_case for update;
  if not found then
    outcome := 'unknown';
    return;
  end if;

  if p_burst <= at_burst then
    select b.digest, b.head into stored_digest, head from bursts b where b.case_id = p_case and b.number = p_burst;
    outcome := case when stored_digest = p_digest then 'recorded' else 'other' end;
    return;
  end if;
  if p_burst <> at_burst + 1 or (entries > 0 and p_first_entry <> at_version + 1) then
    outcome := 'out of step';
    return;
  end if;

  for i in 1 .. entries loop
    head := encode(sha256(convert_to(head || p_entry_contents[i], 'UTF8')), 'hex');
    hashes[i] := head;
  end loop;

  insert into bursts (case_id, number, digest, salt, head, recorded_at)
  values (p_case, p_burst, p_digest, p_salt, head, p_recorded_at);

  if cardinality(p_act_ids) > 0 then
    insert into acts (case_id, id, burst, ordinal, act, party, about, legal_day, legal_at, received_at, envelope, receipt)
    select p_case, a.id, p_burst, a.ordinal, a.act, a.party, a.about, a.legal_day, a.legal_at, a.received_at, a.envelope, a.receipt
    from unnest(p_act_ids, p_act_names, p_act_parties, p_act_abouts, p_act_days, p_act_instants, p_act_receptions,
                p_act_envelopes, p_act_receipts) with ordinality
      as a (id, act, party, about, legal_day, legal_at, received_at, envelope, receipt, ordinal);
  end if;

  -- What was kept until it was answered: by an act, or, for a signal, by a refusal in the journal.
  if cardinality(p_answered) > 0 then
    delete from messages m where m.case_id = p_case and m.id = any (p_answered);
  end if;

  delete from clocks k where k.case_id = p_case and k.id <> all (p_clock_ids);
  if cardinality(p_clock_ids) > 0 then
    -- A clock that didn't change writes nothing.
    insert into clocks as k (case_id, id, ordinal, name, label, state, origin, last_day, expires_at, clock)
    select p_case, c.id, c.ordinal, c.name, c.label, c.state, c.origin, c.last_day, c.expires_at, c.clock
    from unnest(p_clock_ids, p_clock_names, p_clock_labels, p_clock_states, p_clock_origins, p_clock_last_days,
                p_clock_expiries, p_clocks) with ordinality
      as c (id, name, label, state, origin, last_day, expires_at, clock, ordinal)
    on conflict (case_id, id) do update
      set ordinal = excluded.ordinal, name = excluded.name, label = excluded.label, state = excluded.state,
          origin = excluded.origin, last_day = excluded.last_day, expires_at = excluded.expires_at, clock = excluded.clock
      where (k.ordinal, k.name, k.label, k.state, k.origin, k.last_day, k.expires_at, k.clock::text)
        is distinct from (excluded.ordinal, excluded.name, excluded.label, excluded.state, excluded.origin,
                          excluded.last_day, excluded.expires_at, excluded.clock::text);
  end if;

  if cardinality(p_indication_ids) > 0 then
    insert into indications as n (case_id, id, ordinal, outcome, open)
    select p_case, i.id, i.ordinal, i.outcome, i.open
    from unnest(p_indication_ids, p_indication_outcomes, p_indications_open) with ordinality as i (id, outcome, open, ordinal)
    on conflict (case_id, id) do update set outcome = excluded.outcome, open = excluded.open
      where (n.outcome::text, n.open) is distinct from (excluded.outcome::text, excluded.open);
  end if;

  -- A concluded case bars no other filing, whichever indications this burst lists.
  if p_status = 'concluded' then
    update indications n set open = false where n.case_id = p_case and n.open;
  end if;

  at_version := at_version + entries;
  at_burst := p_burst;
  update cases c
  set view = p_view, phase = p_phase, status = p_status, ending = p_ending, whose_move = p_whose_move,
      next_due_on = p_next_due_on, bursts = p_burst, version = at_version, head = record_burst.head, updated_at = now()
  where c.id = p_case;

  if entries > 0 then
    -- From here to the commit one burst at a time: positions then follow the order of commit, and one who reads a feed
    -- after position N never misses a line that was drawn before N and committed after. (NOTIFY serialises commits anyway.)
    perform pg_advisory_xact_lock(hashtextextended('guichet feed', 0));
    insert into journal (case_id, number, burst, kind, legal_day, legal_at, tell_at, party, name, about, payload, recorded_at, seal, hash)
    select p_case, p_first_entry - 1 + e.ordinal, p_burst, e.kind, e.legal_day, e.legal_at, e.tell_at, e.party, e.name,
           e.about, e.payload, p_recorded_at, case when e.ordinal = entries then p_seal end, e.hash
    from unnest(p_entry_kinds, p_entry_days, p_entry_instants, p_entry_tellings, p_entry_parties, p_entry_names,
                p_entry_abouts, p_entry_payloads, hashes) with ordinality
      as e (kind, legal_day, legal_at, tell_at, party, name, about, payload, hash, ordinal)
    order by e.ordinal;

    if cardinality(p_notice_numbers) > 0 then
      insert into notices (case_id, number, burst, party, name, about, channel, subject, text, legal, corrects, recorded_at)
      select p_case, n.number, p_burst, n.party, n.name, n.about, n.channel, n.subject, n.text, n.legal, n.corrects, p_recorded_at
      from unnest(p_notice_numbers, p_notice_parties, p_notice_names, p_notice_abouts, p_notice_channels, p_notice_subjects,
                  p_notice_texts, p_notice_legals, p_notice_corrections) with ordinality
        as n (number, party, name, about, channel, subject, text, legal, corrects, ordinal)
      order by n.ordinal;

      insert into outbox (case_id, number)
      select p_case, n.number from unnest(p_notice_numbers, p_notice_deliveries) as n (number, deliver) where n.deliver;
    end if;
  end if;

  perform pg_notify('guichet_journal', json_build_object('case', p_case, 'entry', at_version)::text);
  outcome := 'recorded';
end $$`;
