import { addDays } from "../../law/civil-date.js";
import { over, type Scenario, type Teller } from "../teller.js";
import { filing, refusal } from "../timelines/ans-certification.js";
import type { Way } from "./way.js";

/** Ways that a certificate of the ANS may go, to each of its endings. */

const acknowledged = (file: Teller) => file.act("applicationAcknowledged", "ANS");

async function certified(file: Teller): Promise<void> {
  await acknowledged(file);
  await file.until(addDays(file.filedOn, 10));
  const items = ["Test d'intrusion"];
  await file.act("informationRequested", "ANS", { request: "R1", items, days: 20 });
  await file.until(addDays(file.filedOn, 20));
  await file.act("informationReceived", "applicant", { items }, { about: "R1" });
  await file.until(addDays(file.filedOn, 65));
  await file.act("validationDecided", "ANS", { outcome: "validated", certificate: "ANS-1" });
}

const struck: Scenario = async (file) => {
  await certified(file);
  await file.act("referentialChanged", "ANS", { inForceOn: addDays(file.filedOn, 200) });
  await file.until(addDays(file.filedOn, 300));
  const audit = {
    outcome: "breach",
    findings: "Journalisation absente.",
    observationsUntil: addDays(file.filedOn, 320),
  };
  await file.act("auditCarriedOut", "ANS", audit);
  await file.act("observationsMade", "applicant", { observations: "Voir la note." });
  await file.until(addDays(file.filedOn, 321));
  await file.act("certificateEnded", "ANS", refusal);
};

const replaced: Scenario = async (file) => {
  await certified(file);
  await file.act("certificateReplaced", "ANS", { reference: "ANS-2" });
};

const silentlyRejected: Scenario = async (file) => {
  await acknowledged(file);
  // Told at noon of the next working day: a week later it surely is.
  await file.until(addDays(await over(file, "validation"), 7));
};

const deemedAbandoned: Scenario = async (file) => {
  await acknowledged(file);
  await file.act("informationRequested", "ANS", { request: "R1", items: ["Test d'intrusion"], days: 10 });
  await file.until(addDays(await over(file, "information:R1"), 7));
};

const refused: Scenario = async (file) => {
  await acknowledged(file);
  await file.act("validationDecided", "ANS", { outcome: "refused", ...refusal });
};

const withdrawn: Scenario = async (file) => {
  await file.act("missingItemsNotified", "ANS", { missing: ["Annexe"] });
  await file.act("withdrawn", "applicant", {});
};

const scenarios = { struck, replaced, silentlyRejected, deemedAbandoned, refused, withdrawn };

export const ways: readonly Way[] = Object.entries(scenarios).map(([to, scenario]) => ({
  name: to,
  to,
  filing: filing(),
  options: { procedure: "ans-certification", ruleset: "css@2024-01-01" },
  scenario,
}));
