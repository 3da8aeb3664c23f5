import { addDays, type CivilDate } from "../../law/civil-date.js";
import { bodies, filing, toAcknowledgement } from "../samples/pecan.js";
import { over, type Scenario, type Teller } from "../teller.js";
import type { Way } from "./way.js";

/** Ways that a PECAN may go, to each of its endings: played on the real server, and by `simulate`. */

const hybrid = filing({
  indications: [
    { id: "A", label: "Épisode dépressif", list: "lppr" },
    { id: "B", label: "Télésurveillance", list: "latm" },
  ],
});

async function opinions(file: Teller, indications: readonly string[] = ["A"]): Promise<void> {
  await file.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
  await file.act("cnedimtsOpinionRendered", "CNEDiMTS", {
    opinions: indications.map((indication) => ({ indication, sense: "favourable" })),
  });
}

/** To the first day of coverage: examined, granted, published. */
async function covered(file: Teller): Promise<void> {
  await toAcknowledgement(file);
  await file.until(addDays(file.filedOn, 40));
  await opinions(file);
  await file.until(addDays(file.filedOn, 60));
  await file.act("decisionNotified", "ministers", bodies.grant(addDays(file.filedOn, 60)));
  await file.until(addDays(file.filedOn, 70));
  await file.act("orderPublished", "ministers", { journal: "JORF n° 1" });
}

const coveredThenListed: Scenario = async (file) => {
  await covered(file);
  await file.until(addDays(file.filedOn, 150));
  await file.act("listingRequested", "applicant", { list: "latm" }, { about: "A" });
  await file.until(addDays(file.filedOn, 300));
  await file.act("listingDecided", "ministers", { outcome: "listed" }, { about: "A" });
  await file.until(addDays(file.filedOn, 330));
  await file.act("tariffPublished", "ministers", { journal: "JORF n° 2" }, { about: "A" });
  await file.until(await over(file, "continuity:A"));
};

const deemedAbandoned: Scenario = async (file) => {
  await toAcknowledgement(file);
  await file.until(addDays(file.filedOn, 12));
  await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
  await file.until(addDays(file.filedOn, 14));
  await file.act("requestConsulted", "applicant", {}, { about: "R1" });
  // Notified at noon of the next working day: a week later it surely is.
  await file.until(addDays(await over(file, "furtherInformation:R1"), 7));
};

const consideredAbandoned: Scenario = async (file) => {
  await file.act("convergenceDeposited", "applicant", bodies.convergence);
  await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  await file.act("conventionSent", "ANS");
  await file.until(await over(file, "inactivity"));
  await file.act("inactivityReviewed", "ANS", { outcome: "abandon", reason: "Sans nouvelles." });
};

/** Never an abandonment: the ANS keeps the case, and it is withdrawn long after. */
const deprioritisedThenWithdrawn: Scenario = async (file) => {
  await toAcknowledgement(file);
  await file.act("ansInformationRequested", "ANS", { request: "Q1", kind: "request", items: ["Journal d'audit"] });
  await file.until(await over(file, "ansInformation:Q1"));
  await file.act("deprioritisationReviewed", "ANS", { outcome: "keep", reason: "En cours." }, { about: "Q1" });
  await file.until(await over(file, "cnedimtsOpinion"));
  await file.act("ansInformationProvided", "applicant", { items: ["Journal d'audit"] }, { about: "Q1" });
  await file.until(addDays(file.filedOn, 100));
  await file.act("withdrawn", "applicant");
};

const refusedAfterOneOpinion: Scenario = async (file) => {
  await toAcknowledgement(file);
  await file.until(addDays(file.filedOn, 20));
  await file.act("ansOpinionRendered", "ANS", { sense: "unfavourable", reasons: "Le chiffrement manque." });
  await file.act("decisionNotified", "ministers", bodies.refusal(addDays(file.filedOn, 20)));
};

/** No listing asked for: the end is to be pronounced, the year ends by law, then six months of continuity. */
const endedByLaw: Scenario = async (file) => {
  await covered(file);
  await file.until(addDays(await over(file, "latmListing:A"), 7));
  await file.until(addDays(await over(file, "coverageYear:A"), 7));
  await file.until(await over(file, "continuity:A"));
};

const liftedForSafety: Scenario = async (file) => {
  await covered(file);
  await file.until(addDays(file.filedOn, 100));
  await file.act("conditionLost", "ANSM", { condition: "safety-withdrawal", reason: "Alerte." }, { about: "A" });
  await file.until(addDays(file.filedOn, 110));
  await file.act("coverageEndOrdered", "ministers", bodies.endForSafety, { about: "A" });
  // In force the day after its publication.
  await file.until(addDays(file.filedOn, 112));
};

/** Two indications: A refused, B granted, then listed. Requests suspend the clocks meanwhile. */
const eachItsOwnOutcome: Scenario = async (file) => {
  await toAcknowledgement(file);
  await file.until(addDays(file.filedOn, 10));
  await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
  await file.act("furtherInformationRequested", "ministers", bodies.request("R2"));
  await file.until(addDays(file.filedOn, 25));
  await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
  await file.until(addDays(file.filedOn, 28));
  await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R2" });
  await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
  await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R2" });
  await opinions(file, ["A", "B"]);
  // The ministers let their thirty days pass: an overrun, notified, and the decision is still awaited.
  await file.until(await over(file, "decision"));
  const signedOn: CivilDate = addDays(file.filedOn, 40);
  const [refused] = bodies.refusal(signedOn).decisions;
  const [granted] = bodies.grant(signedOn, "B").decisions;
  await file.act("decisionNotified", "ministers", { signedOn, decisions: [refused, granted] });
  await file.act("orderPublished", "ministers", { journal: "JORF n° 1" });
  await file.act("listingRequested", "applicant", { list: "latm" }, { about: "B" });
  await file.act("listingDecided", "ministers", { outcome: "listed" }, { about: "B" });
  await file.act("tariffPublished", "ministers", { journal: "JORF n° 2" }, { about: "B" });
  await file.until(await over(file, "continuity:B"));
};

/** Twenty lawful acts, each of which is lawful only after the one before. */
export const twentyActs: Scenario = async (file) => {
  await file.act("convergenceDeposited", "applicant", bodies.convergence);
  await file.act("sesameDeposited", "applicant", bodies.documents);
  await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
  await file.act("conventionSent", "ANS");
  await file.act("conventionSigned", "applicant", { signatory: "legal-representative", signature: "S-1" });
  await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: "securite" });
  await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: "hebergement" });
  await file.act("evidenceCompleted", "applicant");
  await file.act("completenessNotified", "ministers", { admissible: true, complete: true });
  await file.act("applicationAcknowledged", "ministers");
  await file.act("expertNamed", "HAS", { role: "rapporteur", expert: "E-1" });
  await file.act("supplementProposed", "ANS", { items: ["Journal d'audit"] });
  await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
  await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
  await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
  await file.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
  await file.act("cnedimtsOpinionRendered", "CNEDiMTS", { opinions: [{ indication: "A", sense: "favourable" }] });
  await file.act("decisionNotified", "ministers", bodies.grant(file.filedOn));
  await file.act("orderPublished", "ministers", { journal: "JORF n° 1" });
  await file.act("listingRequested", "applicant", { list: "latm" }, { about: "A" });
};

const way = (to: string, scenario: Scenario, filed: object = filing()): Way => ({
  name: to,
  to,
  filing: filed,
  options: { procedure: "pecan" },
  scenario,
});

export const ways: readonly Way[] = [
  way("listed", coveredThenListed),
  way("deemedAbandoned", deemedAbandoned),
  way("consideredAbandoned", consideredAbandoned),
  way("withdrawn", deprioritisedThenWithdrawn),
  way("refused", refusedAfterOneOpinion),
  way("continuityOver", endedByLaw),
  way("dutiesLifted", liftedForSafety),
  way("concluded", eachItsOwnOutcome, hybrid),
];
