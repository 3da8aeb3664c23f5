import type { ColumnType, Generated, GeneratedAlways, Selectable } from "kysely";

/** JSON that the register stores and returns without reading it. */
export type Json = unknown;

/** What came of one attempt to deliver a notice: `unaddressed` and `muted` sent nothing to anybody. */
export type Outcome = "delivered" | "failed" | "abandoned" | "unaddressed" | "muted";

type Status = "opening" | "open" | "concluded";
/** Read as parsed JSON, written as text: node-postgres would write a JavaScript array as a PostgreSQL one. */
type JsonColumn = ColumnType<Json, string, string>;

/** The tables, as Kysely sees them; `migrations/` is what creates them. */
export interface Tables {
  cases: {
    id: string;
    procedure: string;
    ruleset: string;
    sandbox: boolean;
    organisation: string;
    /** SIREN of the organisation: what its establishments share. */
    company: GeneratedAlways<string>;
    product: string;
    principal: string;
    author: ColumnType<Json, string | null, never>;
    filing: JsonColumn;
    filed_on: string;
    filed_at: string;
    created_at: Generated<string>;
    genesis: string;
    search_text: string;
    status: Status;
    phase: string;
    ending: string | null;
    whose_move: string[];
    next_due_on: string | null;
    view: JsonColumn;
    bursts: Generated<number>;
    version: Generated<number>;
    head: string;
    offset_ms: Generated<number>;
    updated_at: Generated<string>;
    /** The version whose facts statistics count. */
    counted_version: Generated<number>;
    /** Of the filing; empty once it is erased. */
    salt: string;
    erased_at: Generated<string | null>;
    /** Of the filing that was erased. */
    filing_digest: Generated<string | null>;
  };
  drafts: {
    id: string;
    person: string;
    company: string;
    procedure: string;
    sandbox: boolean;
    typed: JsonColumn;
    case_id: string | null;
    saved_at: Generated<string>;
  };
  case_numbers: { series: string; year: number; last: number };
  idempotency_keys: { principal: string; key: string; request_hash: string; case_id: string | null };
  indications: {
    case_id: string;
    id: string;
    ordinal: number;
    label: string | null;
    outcome: ColumnType<Json, string | null, string | null>;
    open: boolean;
  };
  bursts: {
    case_id: string;
    number: number;
    digest: string;
    head: string;
    recorded_at: string;
    /** Of its acts, entries and notices; empty once they are erased. */
    salt: string;
  };
  acts: {
    case_id: string;
    id: string;
    burst: number;
    ordinal: number;
    act: string;
    party: string | null;
    about: string | null;
    legal_day: string;
    legal_at: string | null;
    received_at: string | null;
    envelope: JsonColumn;
    receipt: JsonColumn;
    /** Of what was erased. */
    digest: Generated<string | null>;
  };
  journal: {
    case_id: string;
    number: number;
    burst: number;
    kind: string;
    legal_day: string | null;
    legal_at: string | null;
    tell_at: string | null;
    party: string | null;
    name: string | null;
    about: string | null;
    payload: JsonColumn;
    recorded_at: string;
    seal: string | null;
    hash: string;
    position: GeneratedAlways<number>;
    digest: Generated<string | null>;
  };
  clocks: {
    case_id: string;
    id: string;
    ordinal: number;
    name: string;
    label: string | null;
    state: string;
    origin: string | null;
    last_day: string | null;
    expires_at: string | null;
    clock: JsonColumn;
    /** How often its day has moved, or has come to stand or fall, and since when it is so: a trigger's. */
    sequence: Generated<number>;
    moved_at: Generated<string>;
    last_known_day: Generated<string | null>;
  };
  /** What is owed in open cases: a trigger makes it from their views. */
  owed: {
    case_id: string;
    ordinal: number;
    party: string;
    since: string;
    last_day: string | null;
    overdue: boolean;
    item: JsonColumn;
  };
  notices: {
    case_id: string;
    number: number;
    burst: number;
    party: string;
    name: string;
    about: string | null;
    channel: string;
    subject: string;
    text: string;
    legal: boolean;
    corrects: number | null;
    recorded_at: string;
    position: GeneratedAlways<number>;
    digest: Generated<string | null>;
  };
  outbox: {
    case_id: string;
    number: number;
    since: Generated<string>;
    held_by: string | null;
    held_until: Generated<string>;
  };
  links: { case_id: string; linked_case: string; kind: string };
  handovers: {
    case_id: string;
    number: number;
    to_case: string;
    since: Generated<string>;
    held_by: string | null;
    held_until: Generated<string>;
    outcome: "taken" | "not concerned" | "refused" | null;
    detail: string | null;
    settled_at: string | null;
  };
  deliveries: {
    position: GeneratedAlways<number>;
    case_id: string;
    number: number;
    at: string;
    outcome: Outcome;
    detail: string | null;
    recipients: Generated<string[]>;
  };
  consultations: { case_id: string; number: number; person: string; on_day: string; at: Generated<string> };
  mailboxes: { party: string; address: string };
  preferences: { person: string; company: string; mails: "all" | "legal" | "none" };
  /** What a company's account says of its mails: written with the bursts of its case. */
  accounts: { case_id: string; company: string; sandbox: boolean; mutes_status_mails: boolean };
  advances: {
    case_id: string;
    id: string;
    asked: string;
    target: string;
  };
  messages: {
    case_id: string;
    id: string;
    act: string;
    update_id: string;
    message: JsonColumn;
    kept_at: Generated<string>;
    promised: Generated<boolean>;
  };
  ended_runs: {
    case_id: string;
    run_id: string;
    cause: string;
    build: string | null;
    ended_at: Generated<string>;
    carried_at: string | null;
  };
  failing_cases: {
    case_id: string;
    cause: string;
    build: string;
    since: Generated<string>;
    times: Generated<number>;
    next_look_at: string;
  };
  payloads: { workflow_id: string; digest: string; payload: Buffer; kept_at: Generated<string> };
  ended_sessions: {
    id: string;
    until: string;
  };
  people: {
    id: string;
    issuer: string;
    subject: string;
    name: string;
    email: string | null;
    created_at: Generated<string>;
  };
  mandates: {
    id: string;
    person: string;
    role: string;
    party: string;
    organisation: string | null;
    platform: string | null;
    from_day: string;
    until_day: string | null;
    ended_at: string | null;
    created_at: Generated<string>;
  };
  /** What accounts give to people: written with the bursts of their cases. */
  account_grants: {
    case_id: string;
    ordinal: number;
    person: string;
    email: string | null;
    role: string;
    organisation: string;
    from_day: string;
    until_day: string | null;
  };
  /** A view: the mandates, and what accounts give. */
  given_mandates: Selectable<Tables["mandates"]>;
  directory_journal: {
    number: number;
    kind: string;
    by_person: string;
    content: JsonColumn;
    recorded_at: string;
    hash: string;
  };
  case_counts: { procedure: string; sandbox: boolean; status: Status; phase: string; slot: number; cases: number };
}
