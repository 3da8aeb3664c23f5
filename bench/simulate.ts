/**
 * What a simulated PECAN costs, in microseconds of processor time: thirty acts, from the filing to the tariff, in virtual time, once warm.
 * The median of five rounds; nothing is asserted, machines differ. The bar is 300 µs.
 *
 *   npx tsx bench/simulate.ts
 */
import { openingOf, type SimulatedAct, simulate } from "../case/simulate.js";
import { instant } from "../law/instant.js";
import { procedureOf } from "../procedures/all.js";
import { medianOf } from "./median.js";

const pecan = procedureOf("pecan");

const ROUNDS = 5;
/** Rounds run first and not counted: the compiler still works on the first ones. */
const WARMING = 3;
const TIMES = 1_000;

const document = { title: "Pièce du dossier" };
const opening = openingOf("PECAN-2026-0001", instant("2026-01-05T09:00:00Z"), "parcours@2023-04-01", {
  applicant: { siret: "73282932000074", name: "Exploitant", rank: "manufacturer" },
  product: { id: "dmn-1", name: "Dispositif numérique", ceMarked: true },
  indications: [{ id: "depression", label: "Épisode dépressif", list: "lppr" }],
  accounts: { convergence: { status: "requested" }, sesame: { status: "requested" } },
} as never);

const act = (at: string, name: string, by: string, body: object = {}, about?: string): SimulatedAct => ({
  act: name,
  at,
  by,
  body,
  ...(about !== undefined && { about }),
});

const thirtyActs: readonly SimulatedAct[] = [
  act("2026-01-07", "convergenceAccountOpened", "ANS"),
  act("2026-01-07", "sesameAccountOpened", "HAS"),
  act("2026-01-12", "convergenceDeposited", "applicant", {
    functionalDocumentation: document,
    dataProtectionAttestation: document,
    ceDeclaration: document,
    hdsCertificate: document,
  }),
  act("2026-01-12", "sesameDeposited", "applicant", { documents: [document] }),
  act("2026-01-16", "ansAdmissibilityNotified", "ANS", { admissible: true }),
  act("2026-01-19", "completenessNotified", "ministers", { admissible: true, complete: true }),
  act("2026-01-20", "conventionSent", "ANS"),
  act("2026-01-22", "conventionSigned", "applicant", { signatory: "legal-representative", signature: "SIG-1" }),
  act("2026-01-26", "evidenceSubmitted", "applicant", { documents: [document] }, "hebergement"),
  act("2026-01-28", "evidenceSubmitted", "applicant", { documents: [document] }, "securite"),
  act("2026-02-02", "evidenceRefused", "ANS", { reason: "Pièce périmée" }, "securite"),
  act("2026-02-09", "evidenceSubmitted", "applicant", { documents: [document] }, "securite"),
  act("2026-02-20", "evidenceCompleted", "applicant"),
  act("2026-03-02", "applicationAcknowledged", "ministers"),
  act("2026-03-04", "expertNamed", "HAS", { role: "rapporteur", expert: "R-17" }),
  act("2026-03-09", "ansInformationRequested", "ANS", { request: "q1", kind: "question", items: ["Journal d'accès"] }),
  act("2026-03-11", "ansInformationProvided", "applicant", { items: ["Journal d'accès"] }, "q1"),
  act("2026-03-11", "supplementProposed", "CNEDiMTS", { items: ["Résultats à six mois"] }),
  act("2026-03-12", "furtherInformationRequested", "ministers", {
    request: "r1",
    items: ["Résultats à six mois"],
    means: "platform",
    consentRecorded: true,
    availabilityEmailSent: true,
  }),
  act("2026-03-14", "requestConsulted", "applicant", {}, "r1"),
  act("2026-03-20", "furtherInformationReceived", "applicant", { items: ["Résultats à six mois"] }, "r1"),
  act("2026-03-24", "furtherInformationReviewed", "ministers", { complete: true }, "r1"),
  act("2026-04-28", "ansOpinionRendered", "ANS", { sense: "favourable", certificate: "DMN-2026-001" }),
  act("2026-05-07", "cnedimtsOpinionRendered", "CNEDiMTS", {
    opinions: [{ indication: "depression", sense: "favourable" }],
  }),
  act("2026-05-12", "opinionPublished", "HAS", { address: "https://www.has-sante.fr/avis" }),
  act("2026-06-01", "decisionNotified", "ministers", {
    signedOn: "2026-05-28",
    decisions: [{ indication: "depression", outcome: "granted" }],
  }),
  act("2026-06-12", "orderPublished", "ministers", { journal: "JORF n° 0136", effectiveOn: "2026-06-15" }),
  act("2026-10-05", "listingRequested", "applicant", { list: "lppr" }, "depression"),
  act("2027-03-01", "listingDecided", "ministers", { outcome: "listed" }, "depression"),
  act("2027-04-02", "tariffPublished", "ministers", { journal: "JORF n° 0078" }, "depression"),
];

const play = () => simulate(pecan, opening, thirtyActs, "2027-04-03");

const first = play();
if (first.refused.length > 0 || first.case.status !== "concluded") {
  throw new Error(`The timeline isn't what it was: ${JSON.stringify(first.refused)}`);
}
const rounds = Array.from({ length: WARMING + ROUNDS }, () => {
  const start = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) play();
  return process.cpuUsage(start).user / TIMES;
});
const median = medianOf(rounds.slice(WARMING));
console.log(
  `${thirtyActs.length} acts, ${first.journal.length} journal entries: ${median.toFixed(0)} µs a simulation.`,
);
