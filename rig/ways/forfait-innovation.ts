import { addDays } from "../../law/civil-date.js";
import { over, type Scenario, type Teller } from "../teller.js";
import { filing, refusal } from "../timelines/forfait-innovation.js";
import type { Way } from "./way.js";

/** Ways that a forfait innovation may go, to each of its endings. */

const published = (file: Teller) => file.act("opinionPublished", "HAS", { address: "https://www.has-sante.fr/avis" });

async function examined(file: Teller): Promise<void> {
  await file.act("requestAcknowledged", "HAS");
  await file.act("protocolRequested", "HAS", { request: "P1", items: ["Critère"] });
  await file.until(addDays(file.filedOn, 20));
  await file.act("protocolModified", "applicant", { documents: [{ title: "Protocole" }] }, { about: "P1" });
  await file.act("opinionRendered", "HAS", { sense: "favourable" });
  await published(file);
}

/** Granted on a second opinion, its study listed too late, a penalty decided. */
const concluded: Scenario = async (file) => {
  await file.act("foundInadmissible", "HAS", { missing: ["Budget"] });
  await file.act("requestCompleted", "applicant", { documents: [{ title: "Budget" }] });
  await file.act("requestAcknowledged", "HAS");
  await file.act("opinionRendered", "HAS", { sense: "with-observations", reasons: "Critère." });
  await file.act("protocolAmended", "applicant", { documents: [{ title: "Protocole" }] });
  await file.act("secondOpinionRendered", "HAS", { sense: "favourable" });
  await published(file);
  await file.act("coverageDecided", "ministers", { outcome: "granted" });
  const order = { journal: "JORF n° 1", months: 12, amount: "100 €", patients: 10, establishments: ["CHU"] };
  await file.act("orderPublished", "ministers", order);
  await file.until(addDays(file.filedOn, 100));
  await file.act("studyCompleted", "applicant", { outcome: "completed", listable: true });
  await file.until(addDays(await over(file, "lpprRequest"), 7));
  await file.act("penaltyPlanned", "ministers", { breach: "Aucune demande.", days: 15 });
  await file.until(await over(file, "penaltyObservations"));
  await file.act("penaltyDecided", "ministers", { amount: 0, received: 0, reasons: "R.", remedies: "V." });
};

const silentlyRejected: Scenario = async (file) => {
  await examined(file);
  // Told at noon of the next working day: a week later it surely is.
  await file.until(addDays(await over(file, "silence"), 7));
};

const deemedWithdrawn: Scenario = async (file) => {
  await examined(file);
  await file.act("informationRequested", "ministers", { request: "D1", items: ["Budget"], days: 10 });
  await file.until(addDays(await over(file, "information:D1"), 7));
};

const refused: Scenario = async (file) => {
  await examined(file);
  await file.act("coverageDecided", "ministers", { outcome: "refused", ground: "cost", ...refusal });
};

const withdrawn: Scenario = async (file) => {
  await file.act("requestAcknowledged", "HAS");
  await file.act("withdrawn", "applicant", {});
};

const scenarios = { concluded, silentlyRejected, deemedWithdrawn, refused, withdrawn };

export const ways: readonly Way[] = Object.entries(scenarios).map(([to, scenario]) => ({
  name: to,
  to,
  filing: filing(),
  options: { procedure: "forfait-innovation", ruleset: "css@2021-12-25" },
  scenario,
}));
