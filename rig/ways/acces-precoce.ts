import { addDays } from "../../law/civil-date.js";
import { over, type Scenario, type Teller } from "../teller.js";
import type { Way } from "./way.js";

/** Ways that an accès précoce may go, to each of its endings: told on the real server, and by `simulate`. */

const protocol = { reference: "PUT-RD 1", reportEveryMonths: 6 };
const preAmm = {
  applicant: { siret: "73282932000074", name: "Laboratoire" },
  product: { id: "medicament", name: "Médicament" },
  motive: "first-pre-amm",
  parallelAmm: true,
  indications: [{ id: "A", label: "Lymphome en rechute" }],
};
const severalIndications = {
  ...preAmm,
  indications: [
    { id: "A", label: "Lymphome en rechute" },
    { id: "B", label: "Lymphome réfractaire" },
  ],
};
/** Its AMM and its listing request have real dates: long before whatever day the test runs. */
const postAmm = { ...preAmm, motive: "first-post-amm", ammGrantedOn: "2026-01-15", listingRequestedOn: "2026-02-02" };

const unfavourable = { sense: "unfavourable", reasons: "Biais méthodologiques majeurs." };
const refusal = {
  outcome: "refused",
  decidedBy: "college",
  criteria: ["strong-presumption"],
  reasons: "La forte présomption n'est pas attestée.",
  remedies: "Recours dans les deux mois.",
};
const grant = { outcome: "granted", decidedBy: "college", months: 12, protocol };

const acknowledged = (file: Teller, about = "A") => file.act("requestAcknowledged", "HAS", {}, { about });
const opinionOfAnsm = (file: Teller, about = "A") =>
  file.act("ansmOpinionRendered", "ANSM", { sense: "favourable", protocol }, { about });

/** To an authorisation before the AMM, sixty days after the filing. */
async function authorised(file: Teller, about = "A"): Promise<void> {
  const day = (n: number) => addDays(file.filedOn, n);
  await file.until(day(30));
  await opinionOfAnsm(file, about);
  await file.until(day(50));
  await file.act("ctOpinionRendered", "CT", { sense: "favourable" }, { about });
  await file.until(day(60));
  await file.act("decisionRendered", "HAS", { ...grant, ammFilingBy: day(400) }, { about });
}

/** The AMM is granted, the listing requested and decided, the tariff published. */
async function listed(file: Teller, from: number, about = "A"): Promise<void> {
  const day = (n: number) => addDays(file.filedOn, from + n);
  await file.until(day(0));
  await file.act("ammGranted", "applicant", {}, { about });
  await file.until(day(20));
  await file.act("listingRequested", "applicant", {}, { about });
  await file.until(day(90));
  await file.act("commonLawOpinionRendered", "CT", { smr: "sufficient", asmr: "III" }, { about });
  await file.act("listeEnSusRequested", "applicant", {}, { about });
  await file.act("listingDecided", "ministers", { outcome: "listed" }, { about });
  await file.until(day(110));
  await file.act("tariffPublished", "ministers", { journal: "JORF n° 1" }, { about });
  await file.until(await over(file, `continuity:${about}`));
}

/** By an order that dispenses from inviting the holder, in force the day after unless it says otherwise. */
async function coverageEnd(file: Teller, ground: string, more: { effectiveOn?: string } = {}): Promise<void> {
  const exemption = { case: "urgency", reason: "Sécurité des patients." };
  const why = { reasons: "Le cas du texte est constaté.", remedies: "Recours dans les deux mois." };
  const body = { ground, ...why, ...more, ...(more.effectiveOn === undefined && { exemption }) };
  await file.act("coverageEndOrdered", "ministers", body, { about: "A" });
  await file.until(await over(file, "orderedEnd:A"));
}

const grantedThenListed: Scenario = async (file) => {
  await acknowledged(file);
  await authorised(file);
  await listed(file, 150);
};

/** Silence grants; the holder gives it up, and a month of silence accepts that too. */
const tacitlyGranted: Scenario = async (file) => {
  await acknowledged(file);
  await file.until(addDays(file.filedOn, 30));
  await opinionOfAnsm(file);
  await file.until(addDays(await over(file, "examination:A"), 7));
  await file.act("attestationRequested", "applicant", {}, { about: "A" });
  await file.act("attestationIssued", "HAS", {}, { about: "A" });
  await file.act("withdrawalRequested", "applicant", { reason: "Arrêt du développement." }, { about: "A" });
  await file.act("withdrawalAcknowledged", "HAS", {}, { about: "A" });
  await file.until(await over(file, "holderWithdrawal:A"));
  await coverageEnd(file, "authorisation-withdrawn");
  await file.until(await over(file, "continuity:A"));
};

const tacitlyRejected: Scenario = async (file) => {
  await acknowledged(file);
  // Told at noon of the next working day: a week later it surely is. Then two years of statistics.
  await file.until(addDays(await over(file, "examination:A"), 7));
  await file.until(await over(file, "followUp:A"));
};

const refusedAfterTheAnsm: Scenario = async (file) => {
  await acknowledged(file);
  await file.until(addDays(file.filedOn, 40));
  await file.act("ansmOpinionRendered", "ANSM", unfavourable, { about: "A" });
  await file.until(addDays(file.filedOn, 50));
  await file.act("decisionRendered", "HAS", refusal, { about: "A" });
  await file.until(addDays(file.filedOn, 120));
  await file.act("commonLawOpinionRendered", "CT", { smr: "insufficient" }, { about: "A" });
};

const deemedAbandoned: Scenario = async (file) => {
  await acknowledged(file);
  await file.until(addDays(file.filedOn, 12));
  await file.act("informationRequested", "HAS", { request: "q1", items: ["Données"], days: 20 }, { about: "A" });
  await file.until(addDays(await over(file, "information:q1"), 7));
};

const requestWithdrawn: Scenario = async (file) => {
  await file.act("missingItemsNotified", "HAS", { missing: ["Brochure"] }, { about: "A" });
  await file.until(addDays(file.filedOn, 5));
  await file.act("applicationCompleted", "applicant", {}, { about: "A" });
  await acknowledged(file);
  await file.until(addDays(file.filedOn, 20));
  await file.act("requestWithdrawn", "applicant", {}, { about: "A" });
};

/** Not renewed: it expires, then a year of continuity. */
const expired: Scenario = async (file) => {
  await acknowledged(file);
  await authorised(file);
  await file.until(addDays(await over(file, "authorisation:A"), 7));
  await file.until(await over(file, "continuity:A"));
};

const endedByOrder: Scenario = async (file) => {
  await acknowledged(file);
  await authorised(file);
  await file.until(addDays(file.filedOn, 90));
  const reason = "Signal de sécurité.";
  await file.act("authorisationSuspended", "HAS", { days: 80, urgent: true, reason }, { about: "A" });
  const until = addDays(file.filedOn, 110);
  const invitation = { measure: "coverage-end", ground: "authorisation-suspended", until, reason };
  await file.act("measureContemplated", "ministers", invitation, { about: "A" });
  await file.act("observationsMade", "applicant", { observations: "Sans objet." }, { about: "A" });
  await file.until(addDays(until, 1));
  await coverageEnd(file, "authorisation-suspended", { effectiveOn: addDays(until, 20) });
  await file.until(await over(file, "continuity:A"));
};

const withdrawnForSafety: Scenario = async (file) => {
  await acknowledged(file);
  await authorised(file);
  await file.until(addDays(file.filedOn, 100));
  const body = { ground: "safety", urgent: true, reason: "Alerte." };
  await file.act("authorisationWithdrawn", "HAS", body, { about: "A" });
  await file.act("marketingStopped", "ANSM", { reason: "Alerte." }, { about: "A" });
  await coverageEnd(file, "authorisation-withdrawn");
};

/** A is refused, B is granted, then listed. */
const eachItsOwnOutcome: Scenario = async (file) => {
  await acknowledged(file, "A");
  await acknowledged(file, "B");
  await authorised(file, "B");
  await file.act("ansmOpinionRendered", "ANSM", unfavourable, { about: "A" });
  await file.act("decisionRendered", "HAS", refusal, { about: "A" });
  await file.act("commonLawOpinionRendered", "CT", { smr: "insufficient" }, { about: "A" });
  await listed(file, 100, "B");
};

/** The text is silent after the AMM: a person decides; then reports, new data, a modification, a suspension, a renewal. */
const longLife: Scenario = async (file) => {
  const day = (n: number) => addDays(file.filedOn, n);
  await acknowledged(file);
  await file.until(addDays(await over(file, "examination:A"), 7));
  await file.act("ctOpinionRendered", "CT", { sense: "favourable" }, { about: "A" });
  await file.act("decisionRendered", "HAS", grant, { about: "A" });
  await file.until(day(130));
  await file.act("newDataSubmitted", "applicant", { request: "D1", kind: "trial-results" }, { about: "A" });
  await acknowledged(file, "D1");
  await file.until(day(150));
  await file.act("decisionRendered", "HAS", { outcome: "granted", decidedBy: "college" }, { about: "D1" });
  await file.act("modificationRequested", "applicant", { request: "M1", presumptionConcerned: true }, { about: "A" });
  await acknowledged(file, "M1");
  await file.act("ansmOpinionRendered", "ANSM", unfavourable, { about: "M1" });
  await file.act("decisionRendered", "HAS", refusal, { about: "M1" });
  await file.until(day(170));
  const body = { days: 30, urgent: true, reason: "Signal." };
  await file.act("authorisationSuspended", "ANSM", body, { about: "A" });
  await file.until(day(180));
  await file.act("suspensionLifted", "HAS", {}, { about: "A" });
  await file.until(day(250));
  await file.act("synthesisReportSubmitted", "applicant", { patients: 12 }, { about: "A" });
  await file.act("renewalRequested", "applicant", { request: "R1" }, { about: "A" });
  await acknowledged(file, "R1");
  await file.until(day(280));
  await file.act("ctOpinionRendered", "CT", { sense: "favourable" }, { about: "R1" });
  await file.act("decisionRendered", "HAS", { outcome: "granted", decidedBy: "president", months: 6 }, { about: "R1" });
  await file.until(day(300));
  await file.act("listingDecided", "ministers", { outcome: "listed" }, { about: "A" });
  await file.act("tariffPublished", "ministers", { journal: "JORF n° 1" }, { about: "A" });
  await file.until(await over(file, "continuity:A"));
};

/** The text of 2021 gives silence its effects; a sandbox case may be filed under it today. */
const way = (
  to: string,
  scenario: Scenario,
  { name = to, filing = preAmm, longRun }: { name?: string; filing?: object; longRun?: number } = {},
): Way => ({
  name,
  to,
  filing,
  options: { procedure: "acces-precoce", ruleset: "csp@2021-07-01", ...(longRun && { longRun }) },
  scenario,
});

export const ways: readonly Way[] = [
  way("listed", grantedThenListed),
  way("continuityOver", tacitlyGranted, { name: "tacitGrant" }),
  way("tacitlyRejected", tacitlyRejected),
  way("refused", refusedAfterTheAnsm),
  way("deemedAbandoned", deemedAbandoned),
  way("requestWithdrawn", requestWithdrawn),
  way("continuityOver", expired, { name: "expired" }),
  way("continuityOver", endedByOrder, { name: "endedByOrder" }),
  way("dutiesLifted", withdrawnForSafety),
  way("concluded", eachItsOwnOutcome, { filing: severalIndications }),
  way("listed", longLife, { name: "continuedAsNew", filing: postAmm, longRun: 100 }),
];
