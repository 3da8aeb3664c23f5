/**
 * An accès précoce that moves through the years: each line is a day and what a party does on it. Real dates, no mocks:
 * `Case` itself. Every notice told is written too, and none may show a date without its source.
 */
import { expect } from "vitest";
import { Case } from "../../../case/case.js";
import { rulesetId, rulesetOn } from "../../../case/definition.js";
import type { Entry, JournalEntry } from "../../../case/entry.js";
import { Refusal } from "../../../case/refusal.js";
import { lastInstantOf, openingOf } from "../../../case/simulate.js";
import type { CaseView, ClockView } from "../../../case/view.js";
import { civilDate } from "../../../law/civil-date.js";
import { type Instant, instant } from "../../../law/instant.js";
import type { Bodies, Filing, Protocol } from "../../../procedures/acces-precoce/bodies.js";
import { letters } from "../../../procedures/acces-precoce/letters.js";
import { procedureOf } from "../../../procedures/all.js";

const accesPrecoce = procedureOf("acces-precoce");

export interface Sent<Act extends keyof Bodies = keyof Bodies> {
  readonly act: Act;
  readonly by: string;
  readonly body: Bodies[Act];
  readonly about: string;
  /** The day on which it is recorded, where it is later. */
  readonly recorded?: string;
}

/** What a party does about an indication ("A" unless told otherwise), or about a request. */
const sent =
  <Act extends keyof Bodies>(act: Act, by: string, body: Bodies[Act]) =>
  (about = "A", more: { readonly by?: string; readonly recorded?: string } = {}): Sent<Act> => ({
    act,
    by,
    body,
    about,
    ...more,
  });

export const protocol: Protocol = { reference: "PUT-RD 1", reportEveryMonths: 6 };

export const acknowledged = sent("requestAcknowledged", "HAS", {});
export const missing = (...items: string[]) => sent("missingItemsNotified", "HAS", { missing: items })();
export const completed = sent("applicationCompleted", "applicant", {});
export const withdrawn = sent("requestWithdrawn", "applicant", {});
export const extended = sent("examinationExtended", "HAS", { reason: "Afflux exceptionnel de demandes." });
export const asked = (request: string, days = 30, items = ["Données de suivi"], about = "A") =>
  sent("informationRequested", "HAS", { request, days, items })(about);
export const answered = (request: string, items = ["Données de suivi"], recorded?: string) =>
  sent("informationReceived", "applicant", { items })(request, recorded === undefined ? {} : { recorded });
export const foundMissing = (request: string, items = ["Données de suivi"]) =>
  sent("informationFoundMissing", "HAS", { missing: items })(request);
export const abandonmentConfirmed = sent("abandonmentConfirmed", "HAS", { reason: "Rien n'est venu." });
export const ansmFavourable = sent("ansmOpinionRendered", "ANSM", { sense: "favourable", protocol });
export const ansmUnfavourable = sent("ansmOpinionRendered", "ANSM", {
  sense: "unfavourable",
  reasons: "Biais méthodologiques majeurs.",
});
export const ctFavourable = sent("ctOpinionRendered", "CT", { sense: "favourable" });
export const ctUnfavourable = sent("ctOpinionRendered", "CT", { sense: "unfavourable" });
export const contribution = sent("contributionReceived", "associations", { association: "asso-1" });
export const hearing = sent("hearingHeld", "CT", { association: "asso-1" });
export const decided = (body: Bodies["decisionRendered"], about = "A") => sent("decisionRendered", "HAS", body)(about);
export const granted = (more: Partial<Bodies["decisionRendered"]> = {}, about = "A") =>
  decided({ outcome: "granted", decidedBy: "college", months: 12, protocol, ...more }, about);
export const refused = (more: Partial<Bodies["decisionRendered"]> = {}, about = "A") =>
  decided(
    {
      outcome: "refused",
      decidedBy: "college",
      criteria: ["presumed-innovation", "cannot-be-deferred"],
      reasons: "Deux critères ne sont pas remplis.",
      remedies: "Recours dans les deux mois.",
      ...more,
    },
    about,
  );
export const renewalAsked = (request: string) => sent("renewalRequested", "applicant", { request })();
export const newData = (request: string, kind: Bodies["newDataSubmitted"]["kind"] = "trial-results") =>
  sent("newDataSubmitted", "applicant", { request, kind })();
export const modification = (request: string, presumptionConcerned: boolean) =>
  sent("modificationRequested", "applicant", { request, presumptionConcerned })();
export const continuityAsked = (request: string) => sent("continuityRequested", "applicant", { request })();
export const ammGranted = sent("ammGranted", "applicant", {});
export const ammFiled = sent("ammFiled", "applicant", {});
export const listingAsked = sent("listingRequested", "applicant", {});
export const listed = sent("listingDecided", "ministers", { outcome: "listed" });
export const listingRefused = sent("listingDecided", "ministers", { outcome: "refused", reasons: "SMR insuffisant." });
export const tariff = sent("tariffPublished", "ministers", { journal: "JORF n° 0120" });
export const commonLaw = (asmr: "I" | "II" | "III" | "IV" | "V") =>
  sent("commonLawOpinionRendered", "CT", { smr: "sufficient", asmr })();
export const report = sent("synthesisReportSubmitted", "applicant", { patients: 12 });
export const contemplated = (by: "HAS" | "ANSM", measure: "suspension" | "withdrawal") =>
  sent("measureContemplated", by, { measure, reason: "Signal de sécurité." })();
export const suspended = (by: "HAS" | "ANSM", days: number, urgent: boolean) =>
  sent("authorisationSuspended", by, { days, urgent, reason: "Signal de sécurité." })();
export const lifted = sent("suspensionLifted", "HAS", {});
export const takenBack = (ground: Bodies["authorisationWithdrawn"]["ground"], urgent = false) =>
  sent("authorisationWithdrawn", "HAS", { ground, urgent, reason: "Les critères ne sont plus remplis." })();
export const holderWithdraws = sent("withdrawalRequested", "applicant", { reason: "Arrêt du développement." });
export const holderWithdrawalAcknowledged = sent("withdrawalAcknowledged", "HAS", {});
export const declared = (year: number) =>
  sent("turnoverDeclared", "applicant", { year, euros: 1_000_000, units: 400 })();
export const act = sent;

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Laboratoire" },
  product: { id: "med-1", name: "Médicament" },
  motive: "first-pre-amm",
  indications: [{ id: "A", label: "Lymphome en rechute" }],
  ...more,
});

const moment = (when: string): Instant => instant(when.includes("T") ? when : `${when}T11:00:00Z`);
const months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const bareDate = new RegExp(`\\b\\d{1,2}(?:er)? (?:${months}) \\d{4}(?! \\()`);

export class Request {
  readonly live: Case;
  readonly journal: JournalEntry[] = [];
  private now: Instant;
  private count = 0;

  constructor(filedOn: string, more: Partial<Filing> = {}) {
    this.now = moment(filedOn);
    const ruleset = rulesetOn(accesPrecoce, civilDate(filedOn));
    if (ruleset === undefined) throw new Error(`No ruleset on ${filedOn}.`);
    this.live = Case.open(accesPrecoce, openingOf("AAP-0001", this.now, rulesetId(ruleset), filing(more)), this.now);
    this.read();
  }

  private read(): void {
    const context = { opening: this.live.opening, shape: accesPrecoce.shape, rulesets: accesPrecoce.rulesets };
    for (const entry of this.live.takeNews()) {
      this.journal.push(entry);
      if (entry.kind !== "notice") continue;
      const { subject, text } = letters.render(entry, context);
      expect(text, `${entry.name} shows a date without its source`).not.toMatch(bareDate);
      expect(`${subject} ${text}`).not.toMatch(/undefined|\[object|NaN|pas encore connue/);
    }
  }

  /** Time passes until that day, on which the parties send these acts. */
  on(when: string, ...acts: Sent[]): this {
    for (const { act, by, body, about, recorded } of acts) {
      this.until(recorded ?? when);
      this.live.receive(act, { id: `act-${++this.count}`, by, on: when, about, body }, this.now);
      this.read();
    }
    return this.until(when);
  }

  refusal(when: string, { act, by, body, about }: Sent): Refusal {
    this.until(when);
    const before = JSON.stringify([this.live.entries, this.view]);
    try {
      this.live.accept(act, { id: "refused", by, on: when, about, body }, this.now);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      expect(JSON.stringify([this.live.entries, this.view])).toBe(before);
      return refusal;
    }
    throw new Error(`${act} was accepted on ${when}.`);
  }

  until(when: string): this {
    const then = moment(when);
    if (then > this.now) this.now = then;
    this.live.advance(this.now);
    this.read();
    return this;
  }

  /** To the last millisecond of a day, in Paris. */
  toTheEndOf(day: string): this {
    return this.until(lastInstantOf(civilDate(day)));
  }

  get view(): CaseView {
    return this.live.view(this.now);
  }

  clock(id: string): ClockView {
    const clock = this.view.clocks.find((each) => each.id === id);
    if (clock === undefined) throw new Error(`No clock ${id}: ${this.view.clocks.map((each) => each.id)}.`);
    return clock;
  }

  lastDay(id: string): string | null {
    return this.clock(id).lastDay;
  }

  phase(of = "A"): string | null {
    return [...this.view.indications, ...this.view.subjects].find(({ id }) => id === of)?.phase ?? null;
  }

  outcome(of = "A"): string | null {
    return [...this.view.indications, ...this.view.subjects].find(({ id }) => id === of)?.outcome ?? null;
  }

  /** What the journal tells, one line each: `2026-05-16 overrun listingRequest`. */
  told(...kinds: Entry["kind"][]): string[] {
    return this.journal.filter(({ kind }) => kinds.includes(kind)).map(({ on, kind, name }) => `${on} ${kind} ${name}`);
  }

  /** The days on which a party was told something. */
  toldTo(party: string, notice: string): string[] {
    return this.journal
      .filter((entry) => entry.kind === "notice" && entry.party === party && entry.name === notice)
      .map(({ on }) => on);
  }

  tasks(name: string): JournalEntry[] {
    return this.journal.filter((entry) => entry.kind === "task" && entry.name === name);
  }
}

/** A first request before the AMM, acknowledged on that day; filed a week earlier, or on 1 July 2021. */
export function preAmm(ar: string, more: Partial<Filing> = {}): Request {
  return new Request(more.documents === undefined ? weekBefore(ar) : ar, more).on(ar, acknowledged());
}

/** A first request after an AMM granted a month before its acknowledgement. */
export function postAmm(ar: string, more: Partial<Filing> = {}): Request {
  const filedOn = weekBefore(ar);
  return new Request(filedOn, {
    motive: "first-post-amm",
    ammGrantedOn: filedOn,
    listingRequestedOn: filedOn,
    ...more,
  }).on(ar, acknowledged());
}

function weekBefore(day: string): string {
  const before = new Date(Date.parse(day) - 7 * 86_400_000).toISOString().slice(0, 10);
  return before < "2021-07-01" ? "2021-07-01" : before;
}

/** Authorised before the AMM on that day, for twelve months unless told otherwise. */
export function authorisedOn(day: string, more: Partial<Bodies["decisionRendered"]> = {}, filed: Partial<Filing> = {}) {
  const ar = new Date(Date.parse(day) - 60 * 86_400_000).toISOString().slice(0, 10);
  const nextYear = `${Number(day.slice(0, 4)) + 1}-06-30`;
  return preAmm(ar, filed).on(day, ansmFavourable(), ctFavourable(), granted({ ammFilingBy: nextYear, ...more }));
}

/** Authorised after the AMM on that day. */
export function authorisedAfterAmmOn(day: string, more: Partial<Bodies["decisionRendered"]> = {}) {
  const ar = new Date(Date.parse(day) - 60 * 86_400_000).toISOString().slice(0, 10);
  return postAmm(ar).on(day, ctFavourable(), granted(more));
}
