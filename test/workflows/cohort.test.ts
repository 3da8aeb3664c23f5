import { describe, expect, it } from "vitest";
import { openingOf, type SimulatedAct } from "../../case/simulate.js";
import { instant } from "../../law/instant.js";
import type { Filing } from "../../procedures/acces-precoce/bodies.js";
import { facts as accesPrecoceFacts } from "../../procedures/acces-precoce/facts.js";
import { procedureOf } from "../../procedures/all.js";
import { liveOnServer } from "../../scripts/cohort/on-server.js";
import { cohorts, linesOfCohort, type Played, play, recordedOf } from "../../scripts/cohort/play.js";
import { kindsOf, sampleOf } from "../../scripts/cohort/sample.js";
import { statisticsReport } from "../../statistics/report.js";
import { lineOf, office } from "./office.js";

const accesPrecoce = procedureOf("acces-precoce");

const cohort = cohorts["acces-precoce-2021-2023"]!();
const sample = sampleOf(cohort, 14);

const protocol = { reference: "PUT-RD 1", reportEveryMonths: 6 };
const favourable = { sense: "favourable", protocol };
const grant = { outcome: "granted", decidedBy: "college", months: 12, protocol, ammFilingBy: "2022-12-31" };
const refusal = {
  outcome: "refused",
  decidedBy: "college",
  criteria: ["presumed-innovation"],
  reasons: "La présomption d'innovation n'est pas établie.",
  remedies: "Recours dans les deux mois.",
};

const coverageEnd = {
  ground: "authorisation-withdrawn",
  reasons: "L'autorisation est retirée.",
  remedies: "Recours dans les deux mois.",
  exemption: { case: "urgency", reason: "Sécurité des patients." },
};

/** What the report had none of, and what it doesn't count, filed on 30 August 2021 and acknowledged a week later. */
const beside = (name: string, acts: readonly SimulatedAct[], indications = ["A"]): Played => {
  const filing: Filing = {
    applicant: { siret: "73282932000074", name: "Laboratoire" },
    product: { id: name, name: "Médicament" },
    motive: "first-pre-amm",
    indications: indications.map((id) => ({ id, label: `Indication ${id}` })),
  };
  const opening = openingOf(name, instant("2021-08-30T09:00:00Z"), "csp@2021-07-01", filing as never);
  const acknowledged = indications.map((about) => ({ at: "2021-09-06", act: "requestAcknowledged", by: "HAS", about }));
  return play(accesPrecoce, opening, [...acknowledged, ...acts], cohort.to);
};
const act = (at: string, name: string, by: string, body: object = {}, about = "A"): SimulatedAct => ({
  at,
  act: name,
  by,
  body,
  about,
});

const granted = [
  act("2021-10-04", "ansmOpinionRendered", "ANSM", favourable),
  act("2021-10-25", "ctOpinionRendered", "CT", { sense: "favourable" }),
  act("2021-11-08", "decisionRendered", "HAS", grant),
];
const besides = [
  beside("tacit-grant-given-up", [
    act("2021-10-04", "ansmOpinionRendered", "ANSM", favourable),
    act("2022-03-01", "withdrawalRequested", "applicant", { reason: "Arrêt du développement." }),
    act("2022-03-07", "withdrawalAcknowledged", "HAS"),
    act("2022-04-11", "coverageEndOrdered", "ministers", coverageEnd),
  ]),
  beside("tacit-rejection", []),
  beside("request-withdrawn", [act("2021-09-20", "requestWithdrawn", "applicant")]),
  beside("modified-then-unsafe", [
    ...granted,
    act("2021-12-01", "modificationRequested", "applicant", { request: "M1", presumptionConcerned: false }),
    act("2021-12-06", "requestAcknowledged", "HAS", {}, "M1"),
    act("2022-01-10", "decisionRendered", "HAS", { ...refusal, criteria: [] }, "M1"),
    act("2022-02-01", "authorisationWithdrawn", "HAS", { ground: "safety", urgent: true, reason: "Signal." }),
    act("2022-02-01", "marketingStopped", "ANSM", { reason: "Signal." }),
    act("2022-02-10", "coverageEndOrdered", "ministers", coverageEnd),
  ]),
  beside("expired", granted),
  beside("listed", [
    ...granted,
    act("2021-11-15", "ammGranted", "applicant"),
    act("2021-12-01", "listingRequested", "applicant"),
    act("2022-01-10", "listingDecided", "ministers", { outcome: "listed" }),
    act("2022-02-01", "tariffPublished", "ministers", { journal: "JORF n° 1" }),
  ]),
  beside(
    "each-its-outcome",
    [
      act("2021-09-20", "requestWithdrawn", "applicant"),
      act("2021-10-04", "ansmOpinionRendered", "ANSM", { sense: "unfavourable", reasons: "Biais majeurs." }, "B"),
      act("2021-10-18", "decisionRendered", "HAS", refusal, "B"),
      act("2021-12-01", "commonLawOpinionRendered", "CT", { smr: "insufficient" }, "B"),
    ],
    ["A", "B"],
  ),
];
const lived = [...sample, ...besides].map((played) => ({ id: played.live.opening.id, played }));

describe("a sample of the cohort on the real server, at its own dates", () => {
  const open = office();

  it("shows every kind of fact of the cohort, and every ending of an accès précoce", () => {
    const kinds = (all: readonly Played[]) => [...new Set(all.flatMap((each) => [...kindsOf(each, cohort)]))].sort();
    expect(kinds(sample)).toEqual(kinds(cohort.requests));
    const ends = lived.flatMap(({ played: { live } }) => live.entries.filter(({ kind }) => kind === "ending"));
    expect([...new Set(ends.map(({ name }) => name))].sort()).toEqual(Object.keys(accesPrecoce.shape.endings).sort());
  });

  it.concurrent.each(lived)("$id: journal and facts are the simulated ones", async ({ played }) => {
    const file = await liveOnServer(open, played, cohort.to);
    expect(await file.told()).toEqual(played.journal.map(lineOf));
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });

    const record = (await open.register.case(file.id))!;
    const acts = await open.register.acts(file.id);
    const opening = openingOf(record.id, record.filedAt, record.ruleset, record.filing);
    const facts = accesPrecoceFacts({ ...recordedOf(played, cohort.to), opening, acts });
    expect(facts).toEqual(accesPrecoceFacts(recordedOf(played, cohort.to)));
  });

  it("gives the lines of statistics that its acts give in memory", async () => {
    const { from, to } = cohort;
    const lines = async () => statisticsReport(open.register, "acces-precoce", { from, to, sandbox: true });
    let report = await lines();
    while (!report.complete) report = await lines();
    const inMemory = linesOfCohort({ ...cohort, requests: lived.map(({ played }) => played), meetings: [] });
    expect(report.lines.map(({ id, value }) => [id, value])).toEqual(inMemory.map(({ id, value }) => [id, value]));
  });
});
