import { Kysely, PostgresDialect, sql } from "kysely";
import type { Act } from "../case/act.js";
import type { HeldBurst, Recorded } from "../case/burst.js";
import { type Addresses, addresses } from "./addresses.js";
import { type CaseWithAct, readActs, readBursts, readCaseWithAct } from "./burst-reads.js";
import {
  type CaseCount,
  type CaseFilter,
  type OpenCase,
  type Page,
  readCase,
  readCases,
  readCompanies,
  readCounts,
  readOpenCases,
  readOpeningCases,
} from "./case-reads.js";
import type { CaseRecord } from "./case-record.js";
import { openPool } from "./connections.js";
import { type Consultations, consultations } from "./consultations.js";
import { type DeadlineFilter, readDeadlines, readEndedDeadlines, type StoredDeadline } from "./deadline-reads.js";
import { type Delivery, readDeliveries } from "./deliveries.js";
import { type Directory, directory } from "./directory.js";
import { type Drafts, drafts } from "./drafts.js";
import { type EndedSessions, endedSessions } from "./ended-sessions.js";
import { type Erasure, eraseCase } from "./erasing.js";
import type { FiledCase, NewFiling } from "./filing.js";
import { fileCase } from "./filing-transaction.js";
import { type Handovers, handovers } from "./handovers.js";
import { type InFeed, type Reading, readJournal } from "./journal-reads.js";
import { type Listener, listenToJournal, type StopListening } from "./listening.js";
import { type KeptMessage, keepMessage, letGoOf, promise } from "./messages.js";
import type { StoredNotice } from "./notice.js";
import { type NoticeReading, readNotice, readNoticeFeed, readNotices } from "./notice-reads.js";
import { type Outbox, outbox } from "./outbox.js";
import { makeOwedAnew, type OwedFilter, readOwed, type StoredOwed } from "./owed-reads.js";
import { type Payloads, payloads } from "./payloads.js";
import { type PersonalData, personalData } from "./personal-data.js";
import { type LeavingBurst, recordBurst } from "./recording.js";
import type { RecordedEntry } from "./rows.js";
import { type RunsRegister, runsRegister } from "./runs.js";
import type { Tables } from "./schema.js";
import { readStandings, type Standing } from "./standing.js";
import { type Statistics, statistics } from "./statistics.js";
import { type KeptAdvance, keepAdvance, type MovedCase, moveTime, readAdvance, readMovedCases } from "./time-offset.js";
import { type Verification, verifyChain } from "./verification.js";
import { writerRole } from "./writer-role.js";

export type { Addresses, Mailbox, Mails, Recipient } from "./addresses.js";
export type { CaseWithAct, RecordedAct } from "./burst-reads.js";
export type { CaseCount, CaseFilter, OpenCase, Page } from "./case-reads.js";
export type { CaseRecord } from "./case-record.js";
export { companyOf } from "./company.js";
export type { Consultation, Consultations } from "./consultations.js";
export { UnknownCursor } from "./cursor.js";
export type { DeadlineFilter, StoredDeadline } from "./deadline-reads.js";
export type { Delivery } from "./deliveries.js";
export {
  type Directory,
  type GivenMandate,
  type Identified,
  type Mandate,
  type Person,
  UnknownPerson,
} from "./directory.js";
export type { Draft, Drafts, Typing } from "./drafts.js";
export type { EndedSessions } from "./ended-sessions.js";
export { type Erasure, erased } from "./erasing.js";
export type * from "./filing.js";
export type { HandoverOutcome, HandoverReference, Handovers, LeavingHandover, StoredHandover } from "./handovers.js";
export type { InFeed, Reading } from "./journal-reads.js";
export type { JournalEvent, Listener, StopListening } from "./listening.js";
export type { KeptMessage } from "./messages.js";
export type { LeavingNotice, Notice, StoredNotice } from "./notice.js";
export type { NoticeReading } from "./notice-reads.js";
export { type Attempt, type Held, holdMs, type NoticeReference, type NoticeToSend, type Outbox } from "./outbox.js";
export type { OwedFilter, StoredOwed } from "./owed-reads.js";
export type { KeptPayload, Payloads, PayloadWeight } from "./payloads.js";
export type { Kept, PersonalData } from "./personal-data.js";
export type { LeavingBurst } from "./recording.js";
export {
  BurstOutOfStep,
  CaseNotErasable,
  IdempotencyConflict,
  NotASandboxCase,
  OpenCaseExists,
  UnknownCase,
} from "./refusals.js";
export type { RecordedEntry } from "./rows.js";
export type { EndedRun, FailingCase, RunsRegister, UnansweredMessage } from "./runs.js";
export type { Standing } from "./standing.js";
export type { CountRow, FactRow, Piece, Statistics } from "./statistics.js";
export type { KeptAdvance, MovedCase } from "./time-offset.js";
export type { Verification } from "./verification.js";

/** The record of all cases. What it has answered is committed, and every read that follows sees it. */
export interface Register {
  /**
   * Files a case in one transaction. Idempotent by principal and key.
   * @throws OpenCaseExists, IdempotencyConflict, and whatever `complete` throws; nothing is then written.
   */
  file(filing: NewFiling): Promise<FiledCase>;
  /** The case's workflow was started. */
  opened(caseId: string): Promise<void>;
  /** Cases that are filed, and whose workflow nobody has seen start. */
  openingCases(limit?: number): Promise<OpenCase[]>;
  /** Cases that aren't concluded (*opening* ones too), by id, after a given one. */
  openCases(after?: string, limit?: number): Promise<OpenCase[]>;

  /**
   * Records a burst: one transaction, one round trip. Idempotent by case and burst number.
   * @throws UnknownCase, BurstOutOfStep: trying again changes nothing.
   */
  record(burst: LeavingBurst): Promise<Recorded>;

  /**
   * Keeps the one message of a key before it is sent, until its act stands or is refused. Returns the message that stands
   * under that id, this one or an earlier one; undefined when the act itself stands.
   */
  keepMessage(caseId: string, message: KeptMessage): Promise<KeptMessage | undefined>;
  /** That message was refused: another may be made under its id. */
  letGoOf(caseId: string, id: string, updateId: string): Promise<void>;
  /** That message was answered 202: it will be done, whatever becomes of the run that took it. */
  promise(caseId: string, id: string): Promise<void>;

  case(id: string): Promise<CaseRecord | undefined>;
  /** The case, and that act of it if it holds it, or what was last sent under its id, in one round trip. */
  caseWithAct(id: string, actId: string): Promise<CaseWithAct | undefined>;
  /** Last filed first; `after` is the `next` of the page before. */
  cases(filter?: CaseFilter): Promise<Page<CaseRecord>>;
  /** The companies (SIREN) of those cases, ten at most. */
  companiesOf(filter?: CaseFilter): Promise<string[]>;
  counts(): Promise<CaseCount[]>;
  /** How the cases stand, by procedure: for whoever watches the installation. */
  standings(): Promise<Standing[]>;
  /** The clocks of open cases, next due first; `after` is the `next` of the page before. */
  deadlines(filter: DeadlineFilter): Promise<Page<StoredDeadline>>;
  /** What is owed in open cases: overdue first, then next due; `after` is the `next` of the page before. */
  owed(filter: OwedFilter): Promise<Page<StoredOwed>>;
  /** Makes what is owed anew from the cases' views. Safe to run at any time. Returns how many cases owe something. */
  makeOwedAnew(): Promise<number>;
  /** Clocks that ended within so many days, the last first. */
  endedDeadlines(
    filter: DeadlineFilter,
    within: { readonly days: number; readonly limit: number },
  ): Promise<StoredDeadline[]>;
  journal(caseId: string, reading?: Reading): Promise<RecordedEntry[]>;
  /** Accepted acts in the order in which they were recorded. */
  acts(caseId: string): Promise<Act[]>;
  bursts(caseId: string, reading?: { after?: number; limit?: number }): Promise<HeldBurst[]>;
  verify(caseId: string, options?: { holding?: string | undefined }): Promise<Verification>;
  /**
   * Erases what was filed, sent and told in a concluded case, with its salts; its journal says so, and its chain still holds (ADR 27).
   * @throws UnknownCase, CaseNotErasable
   */
  erase(caseId: string, erasure: Erasure): Promise<void>;

  notices(caseId: string): Promise<StoredNotice[]>;
  notice(caseId: string, number: number): Promise<StoredNotice | undefined>;
  /** The notices of all cases in order of commit. */
  noticeFeed(reading?: NoticeReading): Promise<InFeed<StoredNotice>[]>;
  deliveries(caseId: string, notice?: number): Promise<Delivery[]>;
  /** The notices that nobody has delivered yet. */
  readonly outbox: Outbox;
  /** What cases hand over to each other. */
  readonly handovers: Handovers;

  /** Who may speak for whom here. */
  readonly directory: Directory;
  /** What is kept of a person: shown, put right, erased. */
  readonly personalData: PersonalData;
  /** The filings that people are typing. */
  readonly drafts: Drafts;
  /** Where notices go. */
  readonly addresses: Addresses;
  /** Who first opened which notice, and when. */
  readonly consultations: Consultations;
  /** The sessions that were ended by signing out. */
  readonly endedSessions: EndedSessions;
  /** What is remembered of the runs of cases in Temporal. */
  readonly runs: RunsRegister;

  /** What statistics are counted from. */
  readonly statistics: Statistics;
  /** What is too heavy to travel through Temporal. */
  readonly payloads: Payloads;

  /** Sets the whole offset of a sandbox case; never goes back. Returns what holds. */
  moveTime(caseId: string, ms: number): Promise<number>;
  /** Where a key asked the time of a trial case to go; undefined when it hasn't. */
  advance(caseId: string, id: string): Promise<KeptAdvance | undefined>;
  /** Keeps where a key asks time to go, or finds where it asked first. */
  keepAdvance(caseId: string, id: string, advance: KeptAdvance): Promise<KeptAdvance>;
  /** The open trial cases whose time was moved, in the order of their ids, after the one given. */
  movedCases(after: string, limit: number): Promise<MovedCase[]>;

  /** Has a listener hear of every committed burst. */
  listen(listener: Listener): Promise<StopListening>;
  /** Fails when the database can't be reached. `role` tells whether writes go through the writer role. */
  reachable(): Promise<{ role: boolean }>;
  close(): Promise<void>;
}

/** How a process uses the register. */
export interface RegisterOptions {
  readonly applicationName?: string;
  /** How long a query may wait for a connection, milliseconds: short unless somebody waits for an answer in a line. */
  readonly patienceMs?: number;
}

/** Opens the register on a migrated database. Connections are made when needed: the database may be down at this moment. */
export function openRegister(
  databaseUrl: string,
  { applicationName = "guichet", patienceMs }: RegisterOptions = {},
): Register {
  const pool = openPool(databaseUrl, applicationName, patienceMs);
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const listeners = new Set<StopListening>();

  return {
    async file(filing) {
      const { record, repeated } = await fileCase(database, filing);
      return { ...record, repeated };
    },
    async opened(caseId) {
      await database
        .updateTable("cases")
        .set({ status: "open" })
        .where("id", "=", caseId)
        .where("status", "=", "opening")
        .execute();
    },
    openingCases: (limit) => readOpeningCases(database, limit),
    openCases: (after, limit) => readOpenCases(database, after, limit),

    record: (burst) => recordBurst(pool, burst),

    keepMessage: (caseId, message) => keepMessage(database, caseId, message),
    letGoOf: (caseId, id, updateId) => letGoOf(database, caseId, id, updateId),
    promise: (caseId, id) => promise(database, caseId, id),

    case: (id) => readCase(database, id),
    cases: (filter = {}) => readCases(database, filter),
    companiesOf: (filter = {}) => readCompanies(database, filter),
    caseWithAct: (id, actId) => readCaseWithAct(database, id, actId),
    standings: () => readStandings(database),
    deadlines: (filter) => readDeadlines(database, filter),
    owed: (filter) => readOwed(database, filter),
    makeOwedAnew: () => makeOwedAnew(database),
    endedDeadlines: (filter, within) => readEndedDeadlines(database, filter, within),
    counts: () => readCounts(database),
    journal: (caseId, reading) => readJournal(database, caseId, reading),
    acts: (caseId) => readActs(database, caseId),
    bursts: (caseId, reading) => readBursts(database, caseId, reading),
    verify: (caseId, options) => verifyChain(database, caseId, options),
    erase: (caseId, erasure) => eraseCase(database, caseId, erasure),

    notices: (caseId) => readNotices(database, caseId),
    notice: (caseId, number) => readNotice(database, caseId, number),
    noticeFeed: (reading) => readNoticeFeed(database, reading),
    deliveries: (caseId, notice) => readDeliveries(database, caseId, notice),
    outbox: outbox(database),
    handovers: handovers(database),

    directory: directory(database),
    personalData: personalData(database),
    drafts: drafts(database),
    addresses: addresses(database),
    consultations: consultations(database),
    endedSessions: endedSessions(database),
    runs: runsRegister(database),

    statistics: statistics(database),
    payloads: payloads(database),

    moveTime: (caseId, ms) => moveTime(database, caseId, ms),
    advance: (caseId, id) => readAdvance(database, caseId, id),
    keepAdvance: (caseId, id, advance) => keepAdvance(database, caseId, id, advance),
    movedCases: (after, limit) => readMovedCases(database, after, limit),

    async listen(listener) {
      const stop = await listenToJournal(databaseUrl, applicationName, listener);
      listeners.add(stop);
      return async () => {
        listeners.delete(stop);
        await stop();
      };
    },
    async reachable() {
      const answer = await sql<{ role: boolean }>`select current_user = ${writerRole} as role`.execute(database);
      return { role: answer.rows[0]?.role ?? false };
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await database.destroy();
    },
  };
}
