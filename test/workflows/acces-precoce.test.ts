import { readFile } from "node:fs/promises";
import { describe, expect, inject, it } from "vitest";
import { addMonths, type CivilDate, yearOf } from "../../law/civil-date.js";
import { procedureOf } from "../../procedures/all.js";
import { runsOf } from "../../rig/history.js";
import { type RecordedHistory, replayed } from "../../rig/recorded-histories.js";
import { onTheServer, type Scenario, simulated, type Teller } from "../../rig/teller.js";
import { ways } from "../../rig/ways/acces-precoce.js";
import { addDays, office } from "./office.js";

const accesPrecoce = procedureOf("acces-precoce");

const protocol = { reference: "PUT-RD 1", reportEveryMonths: 3 };
const filing = {
  applicant: { siret: "73282932000074", name: "Laboratoire" },
  product: { id: "medicament", name: "Médicament" },
  motive: "first-pre-amm",
  parallelAmm: true,
  indications: [{ id: "A", label: "Lymphome en rechute" }],
};
const years = 10;

interface Step {
  readonly on: CivilDate;
  readonly act: string;
  readonly by: string;
  readonly body?: object;
  readonly about?: string;
}

/** An authorisation granted on that day: nine renewals, forty reports, ten declarations, to the end of its tenth year. */
function lifeFrom(granted: CivilDate): Step[] {
  const steps: Step[] = [];
  for (let quarter = 1; quarter <= 4 * years; quarter++)
    steps.push({
      on: addDays(addMonths(granted, 3 * quarter), -5),
      act: "synthesisReportSubmitted",
      by: "applicant",
      body: { patients: quarter },
      about: "A",
    });
  for (let year = 1; year < years; year++) {
    const end = addMonths(granted, 12 * year);
    const about = `R${year}`;
    steps.push(
      { on: addDays(end, -100), act: "renewalRequested", by: "applicant", body: { request: about }, about: "A" },
      { on: addDays(end, -95), act: "requestAcknowledged", by: "HAS", about },
      { on: addDays(end, -60), act: "ansmOpinionRendered", by: "ANSM", body: { sense: "favourable" }, about },
      { on: addDays(end, -40), act: "ctOpinionRendered", by: "CT", body: { sense: "favourable" }, about },
      {
        on: addDays(end, -20),
        act: "decisionRendered",
        by: "HAS",
        body: { outcome: "granted", decidedBy: "president", months: 12 },
        about,
      },
    );
  }
  for (let year = yearOf(granted); year < yearOf(granted) + years; year++)
    steps.push({
      on: `${year + 1}-01-20` as CivilDate,
      act: "turnoverDeclared",
      by: "applicant",
      body: { year, euros: 1_000_000, units: 500 },
      about: "A",
    });
  const last = addMonths(granted, 12 * years);
  return steps.filter(({ on }) => on <= last).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Ten years of an authorisation, told to a case: the real one, then the simulated one. */
const tenYears: Scenario = async (file: Teller) => {
  const day = (n: number) => addDays(file.filedOn, n);
  await file.act("requestAcknowledged", "HAS", {}, { about: "A" });
  await file.until(day(30));
  await file.act("ansmOpinionRendered", "ANSM", { sense: "favourable", protocol }, { about: "A" });
  await file.until(day(50));
  await file.act("ctOpinionRendered", "CT", { sense: "favourable" }, { about: "A" });
  await file.until(day(60));
  await file.act(
    "decisionRendered",
    "HAS",
    { outcome: "granted", decidedBy: "college", months: 12, protocol, ammFilingBy: day(400) },
    { about: "A" },
  );
  for (const { on, act, by, body = {}, about = "A" } of lifeFrom(day(60))) {
    await file.until(on);
    await file.act(act, by, body, { about });
  }
  // Unlisted, its tenth period isn't renewed: it expires, then a year of continuity.
  await file.until(addDays(addMonths(day(60), 12 * years), 3));
};

describe("an accès précoce on the real server", () => {
  const open = office();

  it.concurrent.each(ways)("$name, to $to: the journal that a simulation tells", async (way) => {
    const file = await open.file(way.filing, way.options);
    await way.scenario(onTheServer(file));

    const { status, ending } = await file.view();
    expect({ status, ending: ending?.name }).toEqual({ status: "concluded", ending: way.to });
    expect(await file.told()).toEqual(await simulated(file.opening, way.scenario, accesPrecoce));
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    expect(await open.client.workflow.getHandle(file.id).result()).toMatchObject({ ending: way.to });
  });

  it("lives ten years by time travel, nine renewals and forty reports, in bounded histories that replay", async () => {
    const file = await open.file(filing, { procedure: "acces-precoce", ruleset: "csp@2022-01-01" });
    const started = performance.now();
    await tenYears(onTheServer(file));
    const seconds = (performance.now() - started) / 1000;

    const view = await file.view();
    expect(view.phase).toBe("continuity");
    expect(view.clocks.filter(({ name }) => name === "authorisation")).toHaveLength(10);
    expect(
      view.clocks.filter(({ name, state }) => name === "synthesisReport" && state === "met").length,
    ).toBeGreaterThan(39);
    expect(view.subjects.filter(({ outcome }) => outcome === "requestGranted")).toHaveLength(9);
    expect(await file.told(), "the simulator tells the same").toEqual(
      await simulated(file.opening, tenYears, accesPrecoce),
    );

    const runs = await runsOf(open.client, file.id);
    expect(runs.length, "continued as new").toBeGreaterThan(1);
    for (const { events } of runs) expect(events?.length, "bounded").toBeLessThan(650);
    const code = await readFile(inject("workflowBundle") ?? "", "utf8");
    const histories = runs.map((history, i) => ({ name: `run ${i + 1}`, history }) as unknown as RecordedHistory);
    expect(await replayed(code, histories)).toEqual({});
    console.log(`Ten years in ${seconds.toFixed(1)} s, ${runs.length} runs, ${view.version} entries.`);
  }, 240_000);
});
