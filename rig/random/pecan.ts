/** Random lives of a PECAN: what the case awaits, what it doesn't, on time, late, struck, in any order. */
import fc from "fast-check";
import type { Act, ActMessage } from "../../case/act.js";
import { noon } from "../../case/kernel.js";
import { strikersOf } from "../../case/strike.js";
import type { CaseView } from "../../case/view.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import type { Instant } from "../../law/instant.js";
import { procedureOf } from "../../procedures/all.js";
import type { Bodies } from "../../procedures/pecan/bodies.js";
import {
  acknowledgedOn,
  conventionSent,
  conventionSigned,
  convergenceDeposited,
  coveredFrom,
  evidence,
  filed,
  foundAdmissible,
  hybrid,
  type Options,
  type Pecan,
  sesameDeposited,
  withBothOpinionsOn,
} from "../timelines/pecan.js";

const pecan = procedureOf("pecan");

/** One throw of the dice: how the next act is made. */
export interface Throw {
  /** Most acts are awaited ones, so that cases go far. */
  readonly fitting: boolean;
  readonly pick: number;
  /** Days that pass before it is recorded. */
  readonly gap: number;
  /** Days between the act and its recording. */
  readonly lag: number;
  /** Minute of the day at which it was made; null when only the day is known. */
  readonly minute: number | null;
  readonly variant: number;
  readonly confirm: boolean;
  readonly strike: boolean;
}

const oftenThe = <T>(usual: T, others: fc.Arbitrary<T>, times: number) =>
  fc.oneof({ weight: times, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });

export const throws: fc.Arbitrary<Throw[]> = fc.array(
  fc.record({
    fitting: oftenThe(true, fc.constant(false), 6),
    pick: fc.nat(1000),
    gap: fc.oneof({ weight: 4, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(75) }),
    lag: oftenThe(0, fc.nat(20), 4),
    minute: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(719) }),
    variant: fc.nat(1000),
    confirm: fc.boolean(),
    strike: oftenThe(false, fc.constant(true), 20),
  }),
  { minLength: 12, maxLength: 45 },
);

/** Where a life begins: just filed, or already some way on. */
export const beginnings = fc
  .record({
    stage: fc.constantFrom("filed", "evidence", "acknowledged", "opinions", "covered"),
    ruleset: fc.constantFrom("parcours", "css"),
    hybrid: fc.boolean(),
    accounts: fc.constantFrom("open", "requested"),
    studied: fc.boolean(),
  })
  .map(({ stage, ruleset, hybrid: two, accounts, studied }) => {
    const options: Options = {
      ruleset,
      ...(two && { indications: hybrid }),
      ...(studied && { studies: [{ title: "Étude pivot", endsOn: "2027-01-31" }] }),
      ...(stage === "filed" && { accounts: { convergence: { status: accounts }, sesame: { status: accounts } } }),
    };
    return { name: stage, begin: () => begun[stage](options) };
  });

const begun = {
  filed: (options) => filed("2026-01-05", options),
  evidence(options) {
    const pecan = filed("2026-01-05", options);
    pecan.on("2026-01-06", convergenceDeposited(), sesameDeposited(), foundAdmissible(), conventionSent());
    pecan.on("2026-01-12", conventionSigned(), evidence("securite"));
    return pecan;
  },
  acknowledged: (options) => acknowledgedOn("2026-03-02", options),
  opinions: (options) => withBothOpinionsOn("2026-05-04", options),
  covered: (options) => coveredFrom("2026-08-31", "2026-09-07", options),
} satisfies Record<string, (options: Options) => Pecan>;

const document = { title: "Pièce" };
const pickOf = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** A body that may fit, by chance: most are lawful, some aren't. */
export function bodyOf(act: keyof Bodies, about: string | undefined, v: number, view: CaseView): unknown {
  const yes = v % 4 !== 0;
  const ids = view.indications.map(({ id }) => id);
  const senses = (n: number) => (n % 3 === 0 ? ("unfavourable" as const) : ("favourable" as const));
  const make: { [Act in keyof Bodies]?: () => Bodies[Act] } = {
    convergenceDeposited: () => ({
      functionalDocumentation: document,
      dataProtectionAttestation: document,
      ceDeclaration: document,
      hdsCertificate: document,
    }),
    sesameDeposited: () => ({ documents: [document] }),
    ansAdmissibilityNotified: () => ({ admissible: yes }),
    completenessNotified: () => ({ admissible: true, complete: yes }),
    conventionSigned: () => ({ signatory: yes ? "legal-representative" : "employee", signature: "S" }),
    evidenceSubmitted: () => ({ documents: [document] }),
    evidenceRefused: () => ({ reason: "Illisible" }),
    inactivityReviewed: () => ({ outcome: yes ? "keep" : "abandon", reason: "Examen" }),
    missingItemsNotified: () => ({ sides: [v % 2 === 0 ? "sesame" : "convergence"], missing: ["Pièce"] }),
    expertNamed: () => ({ role: "expert", expert: "R-17" }),
    supplementProposed: () => ({ items: ["Données"] }),
    furtherInformationRequested: () => ({
      request: `r${v % 5}`,
      items: ["Résultats"],
      means: v % 3 === 0 ? "registered-letter" : "platform",
      consentRecorded: v % 7 !== 0,
      availabilityEmailSent: true,
    }),
    deemedReceptionReviewed: () => ({ outcome: yes ? "run" : "abandon", reason: "Examen" }),
    furtherInformationReceived: () => ({ items: ["Résultats"] }),
    furtherInformationReviewed: () => ({ complete: yes }),
    abandonmentConfirmed: () => ({ reason: "Constat" }),
    ansInformationRequested: () => ({ request: `q${v % 5}`, kind: yes ? "request" : "question", items: ["Preuve"] }),
    ansInformationProvided: () => ({ items: ["Preuve"] }),
    deprioritisationReviewed: () => ({ outcome: yes ? "keep" : "propose-formal-request", reason: "Examen" }),
    ansOpinionRendered: () =>
      senses(v) === "favourable"
        ? { sense: "favourable", certificate: "C1" }
        : { sense: "unfavourable", reasons: "Non" },
    cnedimtsOpinionRendered: () => ({ opinions: ids.map((indication, i) => ({ indication, sense: senses(v + i) })) }),
    opinionPublished: () => ({ address: "https://www.has-sante.fr/avis" }),
    decisionNotified: () => ({
      signedOn: "2026-02-01",
      decisions: ids.map((indication, i) =>
        (v + i) % 4 === 0
          ? { indication, outcome: "refused", criteria: ["presumed-innovation"], reasons: "Non", remedies: "Oui" }
          : { indication, outcome: "granted" },
      ),
    }),
    orderPublished: () => ({ journal: "JORF" }),
    listingRequested: () => ({ list: about === "suivi" ? "latm" : "lppr" }),
    listingDecided: () => ({ outcome: yes ? "listed" : "refused" }),
    tariffPublished: () => ({ journal: "JORF" }),
    conditionLost: () => ({
      condition: pickOf(["ce-marking", "data-export", "safety-withdrawal"] as const, v),
      reason: "Constat",
    }),
    coverageEndOrdered: () => ({
      ground: pickOf(["no-listing-request", "listing-refused", "condition-lost", "safety-withdrawal"] as const, v),
      reasons: "Le motif constaté.",
      remedies: "Recours dans les deux mois.",
      ...(yes && { exemption: { case: "urgency" as const, reason: "Patients exposés." } }),
    }),
    conditionRestored: () => ({ condition: pickOf(["ce-marking", "data-export"] as const, v), reason: "Constat" }),
    certificateStruck: () => ({ reasons: "Manquement constaté." }),
    certificateRestored: () => ({ reason: "Corrigé." }),
    observationsInvited: () => ({
      ground: pickOf(["no-listing-request", "condition-lost"] as const, v),
      until: "2030-01-01",
    }),
    observationsMade: () => ({ observations: "Voir la note." }),
    studyCompleted: () => ({ outcome: yes ? "completed" : "stopped-for-safety" }),
  };
  return make[act]?.() ?? {};
}

const passing = new Set([
  "withdrawn",
  "missingItemsNotified",
  "opinionPublished",
  "expertNamed",
  "supplementProposed",
  "evidenceRefused",
  "conditionLost",
  "studyCompleted",
]);

export interface Sending {
  readonly act: string;
  readonly message: ActMessage;
  readonly now: Instant;
}

/** Who strikes that act: most often somebody who may. */
function strikerOf(target: Act | undefined, { pick, variant }: Throw): string {
  const spec = target === undefined ? undefined : pecan.shape.acts[target.act];
  const may = spec === undefined || target === undefined ? [] : strikersOf(spec, target.by);
  return pickOf(may.length > 0 && pick % 5 !== 0 ? may : Object.keys(pecan.shape.parties), variant);
}

/** The act that a throw makes of a case as it stands on `today`, after those acts. */
export function sendingOf(dice: Throw, view: CaseView, acts: readonly Act[], today: CivilDate, index: number): Sending {
  const now = noon(today);
  const id = `act-${index}`;
  if (dice.strike) {
    const target = acts.length === 0 ? undefined : pickOf(acts, dice.pick);
    const by = strikerOf(target, dice);
    const about = target?.id ?? "1";
    return { act: "strike", now, message: { id, by, about, confirm: dice.confirm, body: { reason: "Erreur" } } };
  }
  const names = Object.keys(pecan.shape.acts) as (keyof Bodies)[];
  // A withdrawal ends everything, and some acts can always come: seldom, or no case would go far.
  const onward = view.awaited.filter((each) => dice.pick % 12 === 0 || !passing.has(each.act));
  const awaited = dice.fitting && onward.length > 0 ? pickOf(onward, dice.pick) : undefined;
  const act = (awaited?.act as keyof Bodies | undefined) ?? pickOf(names, dice.pick);
  const spec = pecan.shape.acts[act];
  const subject = pickOf(["depression", "suivi", "r1", "q1", "securite", "hebergement"], dice.variant);
  const about = awaited?.about ?? (spec?.about === undefined ? undefined : subject);
  const day = addDays(today, -dice.lag);
  return {
    act,
    now,
    message: {
      id,
      by: pickOf(spec?.by ?? [], dice.variant),
      ...(dice.minute === null
        ? { on: day }
        : { at: new Date(Date.parse(noon(day)) - dice.minute * 60_000).toISOString() }),
      ...(about !== undefined && { about }),
      confirm: dice.confirm,
      body: bodyOf(act, about, dice.variant, view),
    },
  };
}
