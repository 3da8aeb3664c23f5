/**
 * A PECAN that moves through the year, for tests that read like its file: each line is a day and what a party does on it.
 * Real dates, no mocks: `Case` itself, as the workflow holds it.
 */
import { expect } from "vitest";
import type { ActMessage } from "../../../case/act.js";
import { Case } from "../../../case/case.js";
import type { Entry, JournalEntry } from "../../../case/entry.js";
import { noon } from "../../../case/kernel.js";
import type { Receipt } from "../../../case/receipt.js";
import { Refusal } from "../../../case/refusal.js";
import { lastInstantOf, openingOf } from "../../../case/simulate.js";
import type { CaseView, ClockView } from "../../../case/view.js";
import { addDays, type CivilDate, civilDate } from "../../../law/civil-date.js";
import { type Instant, instant } from "../../../law/instant.js";
import { procedureOf } from "../../../procedures/all.js";
import type { Bodies, Filing } from "../../../procedures/pecan/bodies.js";

const pecan = procedureOf("pecan");

/** What a party sends; its date comes from the line on which it stands. */
export interface Sent<Act extends keyof Bodies = keyof Bodies> extends Omit<ActMessage, "on" | "body"> {
  readonly act: Act;
  readonly body: Bodies[Act];
  /** When it is recorded, if later than the line: a day (noon) or an instant. */
  readonly recorded?: string;
}

type More = Omit<Sent, "act" | "body" | "by"> & { readonly by?: string };

const sent =
  <Act extends keyof Bodies>(act: Act, by: string, body: Bodies[Act]) =>
  (more: More = {}): Sent<Act> => ({ act, by, body, ...more });

const document = { title: "Pièce du dossier" };

/** The parties' acts in their ordinary form, in the order of the official steps. */
export const convergenceAccountOpened = sent("convergenceAccountOpened", "ANS", {});
export const sesameAccountOpened = sent("sesameAccountOpened", "HAS", {});
export const convergenceDeposited = sent("convergenceDeposited", "applicant", {
  functionalDocumentation: document,
  dataProtectionAttestation: document,
  ceDeclaration: document,
  hdsCertificate: document,
});
export const sesameDeposited = sent("sesameDeposited", "applicant", { documents: [document] });
export const foundAdmissible = sent("ansAdmissibilityNotified", "ANS", { admissible: true });
export const foundInadmissible = (reasons: string) =>
  sent("ansAdmissibilityNotified", "ANS", { admissible: false, reasons })();
export const foundComplete = sent("completenessNotified", "ministers", { admissible: true, complete: true });
export const foundIncomplete = (...missing: string[]) =>
  sent("completenessNotified", "ministers", { admissible: true, complete: false, missing })();
export const conventionSent = sent("conventionSent", "ANS", {});
export const conventionSigned = sent("conventionSigned", "applicant", {
  signatory: "legal-representative",
  signature: "SIG-1",
});
export const evidence = (section: string, more: More = {}) =>
  sent("evidenceSubmitted", "applicant", { documents: [document] })({ about: section, ...more });
export const evidenceRefused = (section: string, reason: string) =>
  sent("evidenceRefused", "ANS", { reason })({ about: section });
export const evidenceCompleted = sent("evidenceCompleted", "applicant", {});
export const inactivityReviewed = (outcome: "keep" | "abandon") =>
  sent("inactivityReviewed", "ANS", { outcome, reason: "Examen du dossier." })();
export const missingItems = (...sides: ("convergence" | "sesame")[]) =>
  sent("missingItemsNotified", "ministers", { sides, missing: ["Une pièce"] })();
export const acknowledged = sent("applicationAcknowledged", "ministers", {});
export const expertNamed = (expert: string) => sent("expertNamed", "HAS", { role: "rapporteur", expert })();
export const proposed = (by: "ANS" | "CNEDiMTS") =>
  sent("supplementProposed", by, { items: ["Données de l'étude"], reason: "Données manquantes." })();
export const requested = (request: string, how: Partial<Bodies["furtherInformationRequested"]> = {}, more: More = {}) =>
  sent("furtherInformationRequested", "ministers", {
    request,
    items: ["Résultats à six mois"],
    means: "platform",
    consentRecorded: true,
    availabilityEmailSent: true,
    ...how,
  })(more);
export const consulted = (request: string, more: More = {}) =>
  sent("requestConsulted", "applicant", {})({ about: request, ...more });
export const deemedReceptionReviewed = (request: string, outcome: "abandon" | "run") =>
  sent("deemedReceptionReviewed", "ministers", { outcome, reason: "Examen du dossier." })({ about: request });
export const answered = (request: string, more: More = {}) =>
  sent("furtherInformationReceived", "applicant", { items: ["Résultats à six mois"] })({ about: request, ...more });
export const reviewed = (request: string, complete = true) =>
  sent(
    "furtherInformationReviewed",
    "ministers",
    complete ? { complete } : { complete, missing: ["Annexe B"] },
  )({
    about: request,
  });
export const abandonmentConfirmed = (request: string) =>
  sent("abandonmentConfirmed", "ministers", { reason: "Rien n'est venu." })({ about: request });
export const ansAsks = (request: string, kind: "question" | "request") =>
  sent("ansInformationRequested", "ANS", { request, kind, items: ["Preuve de chiffrement"] })();
export const ansAnswered = (request: string) =>
  sent("ansInformationProvided", "applicant", { items: ["Preuve de chiffrement"] })({ about: request });
export const deprioritisationReviewed = (request: string, outcome: "keep" | "propose-formal-request") =>
  sent("deprioritisationReviewed", "ANS", { outcome, reason: "Examen du dossier." })({ about: request });
export const ansOpinion = (sense: "favourable" | "unfavourable" = "favourable", more: More = {}) =>
  sent(
    "ansOpinionRendered",
    "ANS",
    sense === "favourable"
      ? { sense, certificate: "DMN-2026-001", nextSteps: "Déclarer toute évolution majeure." }
      : { sense, reasons: "Le chiffrement manque." },
  )(more);
export const cnedimtsOpinion = (
  senses: Readonly<Record<string, "favourable" | "unfavourable">> = { depression: "favourable" },
  more: More = {},
) =>
  sent("cnedimtsOpinionRendered", "CNEDiMTS", {
    opinions: Object.entries(senses).map(([indication, sense]) =>
      sense === "favourable" ? { indication, sense } : { indication, sense, reasons: "Innovation non démontrée." },
    ),
  })(more);
export const opinionPublished = sent("opinionPublished", "HAS", { address: "https://www.has-sante.fr/avis" });
export const decided = (
  outcomes: Readonly<Record<string, "granted" | "refused">> = { depression: "granted" },
  signedOn = "2026-06-01",
  more: More = {},
) =>
  sent("decisionNotified", "ministers", {
    signedOn,
    decisions: Object.entries(outcomes).map(([indication, outcome]) =>
      outcome === "granted"
        ? { indication, outcome }
        : {
            indication,
            outcome,
            criteria: ["presumed-innovation"],
            reasons: "L'innovation présumée n'est pas établie.",
            remedies: "Recours gracieux ou contentieux dans les deux mois.",
          },
    ),
  })(more);
export const orderPublished = (effectiveOn?: string, more: More = {}) =>
  sent("orderPublished", "ministers", { journal: "JORF n° 0128", ...(effectiveOn !== undefined && { effectiveOn }) })(
    more,
  );
export const listingRequested = (indication: string, list: "lppr" | "latm") =>
  sent("listingRequested", "applicant", { list })({ about: indication });
export const listingRequestWithdrawn = (indication: string) =>
  sent("listingRequestWithdrawn", "applicant", {})({ about: indication });
export const listingDecided = (indication: string, outcome: "listed" | "refused") =>
  sent(
    "listingDecided",
    "ministers",
    outcome === "listed" ? { outcome } : { outcome, reasons: "Service insuffisant." },
  )({ about: indication });
export const tariffPublished = (indication: string) =>
  sent("tariffPublished", "ministers", { journal: "JORF n° 0200" })({ about: indication });
export const conditionLost = (
  indication: string,
  condition: Bodies["conditionLost"]["condition"],
  by: string = "ministers",
) => sent("conditionLost", by, { condition, reason: "Constat." })({ about: indication });
export const endOrdered = (indication: string, ground: Bodies["coverageEndOrdered"]["ground"], effectiveOn?: string) =>
  sent("coverageEndOrdered", "ministers", { ground, ...(effectiveOn !== undefined && { effectiveOn }) })({
    about: indication,
  });
export const studyCompleted = (indication: string, outcome: Bodies["studyCompleted"]["outcome"] = "completed") =>
  sent("studyCompleted", "applicant", { outcome })({ about: indication });
export const withdrawn = sent("withdrawn", "applicant", {});

/** Two indications, one on each list: a device that treats and watches (C7, E41). */
export const hybrid: Filing["indications"] = [
  { id: "depression", label: "Épisode dépressif léger à modéré", list: "lppr" },
  { id: "suivi", label: "Télésurveillance du patient dépressif", list: "latm" },
];

export const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant", rank: "manufacturer" },
  product: { id: "dmn-1", name: "Dispositif numérique", ceMarked: true },
  indications: [{ id: "depression", label: "Épisode dépressif léger à modéré", list: "lppr" }],
  accounts: { convergence: { status: "open" }, sesame: { status: "open" } },
  ...more,
});

export interface Options extends Partial<Filing> {
  readonly ruleset?: "parcours" | "css";
}

/** Noon of a day, or the instant itself. */
const moment = (when: string): Instant => (when.includes("T") ? instant(when) : noon(civilDate(when)));

export class Scenario {
  readonly live: Case;
  readonly journal: JournalEntry[] = [];
  private sentActs = 0;
  private now: Instant;

  constructor(filedOn: string, { ruleset = "parcours", ...more }: Options = {}) {
    this.now = moment(filedOn);
    const opening = openingOf("PECAN-2026-0001", this.now, `${ruleset}@2023-04-01`, filing(more));
    this.live = Case.open(pecan, opening, this.now);
    this.journal.push(...this.live.takeNews());
  }

  private message({ act: _act, recorded: _recorded, ...message }: Sent, when: string): ActMessage {
    return {
      id: `act-${++this.sentActs}`,
      ...message,
      ...(message.at === undefined && (when.includes("T") ? { at: when } : { on: when })),
    };
  }

  /** Time passes until noon of that day (or that instant), on which the parties send these acts. */
  on(when: string, ...acts: Sent[]): Receipt[] {
    if (acts.length === 0) this.until(when);
    return acts.map((act) => {
      this.now = moment(act.recorded ?? act.receivedAt ?? act.at ?? when);
      const receipt = this.live.receive(act.act, this.message(act, when), this.now);
      this.journal.push(...this.live.takeNews());
      return receipt;
    });
  }

  /** The refusal of an act that must be refused; it must leave the case as it was. */
  refusal(when: string, act: Sent): Refusal {
    this.until(act.recorded ?? act.receivedAt ?? when);
    const before = JSON.stringify([this.live.entries, this.view]);
    try {
      this.live.accept(act.act, this.message(act, when), this.now);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      expect(JSON.stringify([this.live.entries, this.view])).toBe(before);
      expect(this.live.takeNews()).toEqual([]);
      return refusal;
    }
    throw new Error(`${act.act} was accepted on ${when}.`);
  }

  /** An officer strikes the latest such act. */
  strike(when: string, act: string, confirm = false): Receipt {
    this.until(when);
    const target = this.live.recordedActs.findLast((each) => each.act === act);
    const receipt = this.live.receive(
      "strike",
      { id: `act-${++this.sentActs}`, by: "ministers", about: target?.id ?? act, confirm, body: { reason: "Erreur." } },
      this.now,
    );
    this.journal.push(...this.live.takeNews());
    return receipt;
  }

  /** Time passes: until noon of a day, or until an instant. */
  until(when: string): this {
    const then = moment(when);
    if (then > this.now) this.now = then;
    this.live.advance(this.now);
    this.journal.push(...this.live.takeNews());
    return this;
  }

  /** Until the last millisecond of a day, Paris. */
  untilTheEndOf(day: string): this {
    return this.until(lastInstantOf(civilDate(day)));
  }

  /** What the case would show then, its journal left as it is. */
  viewAt(when: string): CaseView {
    return this.live.viewAt(moment(when));
  }

  get view(): CaseView {
    return this.live.view(this.now);
  }

  clock(id: string): ClockView {
    const clock = this.view.clocks.find((each) => each.id === id);
    if (clock === undefined) throw new Error(`No clock ${id}: ${this.view.clocks.map((each) => each.id).join(", ")}.`);
    return clock;
  }

  lastDay(clock: string): string | null {
    return this.clock(clock).lastDay;
  }

  /** The first day after a clock's last day. */
  dayAfter(clock: string): CivilDate {
    const { lastDay } = this.clock(clock);
    if (lastDay === null) throw new Error(`${clock} is suspended.`);
    return addDays(lastDay, 1);
  }

  /** What the journal tells, in one line each: `2026-05-02 overrun ansOpinion ANS`. */
  told(...kinds: Entry["kind"][]): string[] {
    return this.journal
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ on, kind, name, party, about }) =>
        [on, kind, name, party, about].filter((each) => each !== undefined).join(" "),
      );
  }

  notices(notice: string, party?: string): JournalEntry[] {
    return this.journal.filter(
      (entry) => entry.kind === "notice" && entry.name === notice && (party === undefined || entry.party === party),
    );
  }

  tasks(task: string): JournalEntry[] {
    return this.journal.filter((entry) => entry.kind === "task" && entry.name === task);
  }

  phaseOf(subject: string): string | null {
    return this.subject(subject).phase;
  }

  outcomeOf(subject: string): string | null {
    return this.subject(subject).outcome;
  }

  private subject(id: string) {
    const subject = [...this.view.indications, ...this.view.subjects].find((each) => each.id === id);
    if (subject === undefined) throw new Error(`Nothing is called ${id}.`);
    return subject;
  }
}

/** A case filed on that day, accounts open. */
export const filed = (on: string, options?: Options): Scenario => new Scenario(on, options);

/** A case whose file is complete on both sides, by the day before `ar`; acknowledged on `ar`. */
export function acknowledgedOn(ar: string, options?: Options): Scenario {
  const day = (before: number) => addDays(civilDate(ar), -before);
  const pecan = filed(day(40), options);
  pecan.on(day(39), convergenceDeposited(), sesameDeposited());
  pecan.on(day(35), foundAdmissible(), conventionSent());
  pecan.on(day(30), conventionSigned(), foundComplete());
  pecan.on(day(20), evidence("hebergement"), evidence("securite"));
  pecan.on(day(10), evidenceCompleted());
  pecan.on(ar, acknowledged());
  return pecan;
}

const both = (options: Options | undefined) =>
  Object.fromEntries((options?.indications ?? filing().indications).map(({ id }) => [id, "favourable" as const]));

/** Two favourable opinions, the last of them received on that day. */
export function withBothOpinionsOn(day: string, options?: Options): Scenario {
  const pecan = acknowledgedOn(addDays(civilDate(day), -40), options);
  pecan.on(addDays(civilDate(day), -5), ansOpinion());
  pecan.on(day, cnedimtsOpinion(both(options)));
  return pecan;
}

/** Granted for every indication, notified ten days before the order; published, and in effect, on the days given. */
export function coveredFrom(publishedOn: string, effectiveOn?: string, options?: Options): Scenario {
  const notified = addDays(civilDate(publishedOn), -10);
  const pecan = withBothOpinionsOn(addDays(notified, -10), options);
  const grants = Object.fromEntries(
    (options?.indications ?? filing().indications).map(({ id }) => [id, "granted" as const]),
  );
  pecan.on(notified, decided(grants, notified));
  pecan.on(publishedOn, orderPublished(effectiveOn));
  return pecan;
}

interface Matchers<R = unknown> {
  /** The acts awaited are exactly these, about whatever they are. */
  toAcceptOnly(...acts: (keyof Bodies)[]): R;
  toBeOpen(): R;
  toHaveEnded(ending: string, on: string): R;
  /** That party has been told, once or more. */
  toHaveTold(party: string, notice: string): R;
}

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: the signature that vitest declares.
  interface Assertion<T = any> extends Matchers<T> {}
}

expect.extend({
  toAcceptOnly(pecan: Scenario, ...acts: string[]) {
    const awaited = [...new Set(pecan.view.awaited.map(({ act }) => act))].sort();
    const pass = this.equals(awaited, [...acts].sort());
    return { pass, message: () => `The case awaits ${awaited.join(", ")}; expected ${acts.join(", ")}.` };
  },
  toBeOpen(pecan: Scenario) {
    const { ending } = pecan.view;
    return { pass: ending === null, message: () => `The case ended: ${JSON.stringify(ending)}.` };
  },
  toHaveEnded(pecan: Scenario, name: string, on: string) {
    const { ending } = pecan.view;
    return {
      pass: ending?.name === name && ending.effectiveOn === on,
      message: () => `Expected "${name}" on ${on}; the case has ${JSON.stringify(ending)}.`,
    };
  },
  toHaveTold(pecan: Scenario, party: string, notice: string) {
    return {
      pass: pecan.notices(notice, party).length > 0,
      message: () => `${party} was told: ${pecan.told("notice").join("; ")}.`,
    };
  },
});
