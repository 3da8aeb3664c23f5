/** Statistics as whoever asks for them reads them: figures, page, problems, and who may know of what. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { statisticsPage, valueInFrench } from "../../api/pages/statistics.js";
import { addDays, civilDate } from "../../law/civil-date.js";
import { procedureOf } from "../../procedures/all.js";
import * as device from "../../rig/timelines/pecan.js";
import { cohorts, differences, type Played, play } from "../../scripts/cohort/play.js";
import { recordPlayed } from "../../scripts/cohort/recording.js";
import { catchUp } from "../../statistics/projection.js";
import type { StatisticsReport } from "../../statistics/report.js";
import { testApi } from "./open.js";
import { applicant, otherSiret, siret } from "./samples.js";

const pecan = procedureOf("pecan");

const api = testApi();

const path = "/v1/statistics/acces-precoce";
const twoYears = `${path}?from=2021-07-01&to=2023-06-30&sandbox=true`;
const devices = "/v1/statistics/pecan?from=2025-01-01&to=2025-12-31&sandbox=true";
const page = { headers: { accept: "text/html" } };

/** The same life under a number, a product and a company of its own. */
function numbered(number: number, { live }: device.Pecan, company = siret): Played {
  const { filing } = live.opening;
  const opening = {
    ...live.opening,
    id: `PECAN-S-2025-${number}`,
    filing: {
      ...filing,
      applicant: { ...filing.applicant, siret: company },
      product: { ...filing.product, id: `dmn-${number}` },
    },
  };
  const acts = live.recordedActs.map(({ act, on, by, about, body }) => ({
    act,
    at: on,
    by,
    body,
    ...(about !== undefined && { about }),
  }));
  return play(pecan, opening, acts, civilDate("2025-12-31"));
}

/** Two indications, one granted and the other refused, 79 days after the acknowledgement. */
function twoIndications(): device.Pecan {
  const file = device.acknowledgedOn("2025-03-03", { indications: device.hybrid });
  file.on("2025-04-22", device.ansOpinion(), device.cnedimtsOpinion({ depression: "favourable", suivi: "favourable" }));
  file.on("2025-05-21", device.decided({ depression: "refused", suivi: "granted" }, "2025-05-21"));
  return file;
}

/** Suspended from the tenth day to the twentieth, decided on the fiftieth. */
function suspended(): device.Pecan {
  const file = device.acknowledgedOn("2025-06-02");
  file.on("2025-06-12", device.requested("R1"), device.consulted("R1"));
  file.on("2025-06-22", device.answered("R1"));
  file.on("2025-06-23", device.reviewed("R1"));
  file.on("2025-07-15", device.ansOpinion(), device.cnedimtsOpinion());
  file.on("2025-07-22", device.decided({ depression: "granted" }, "2025-07-22"));
  return file;
}

/** Asked for further information, which never comes. */
function unanswered(): device.Pecan {
  const file = device.acknowledgedOn("2025-03-10");
  file.on("2025-03-17", device.requested("R1"), device.consulted("R1"));
  return file;
}

beforeAll(async () => {
  const { requests, meetings } = cohorts["acces-precoce-2021-2023"]!();
  const files = [numbered(1, twoIndications()), numbered(2, suspended(), otherSiret), numbered(3, unanswered())];
  for (const played of [...requests, ...meetings, ...files]) await recordPlayed(api.register, played);
  // A request waits two seconds for what is behind: it isn't what is tested here.
  while (!(await catchUp(api.register, ["acces-precoce", "pre-depot-medicament", "pecan"], 5_000)));
}, 120_000);

describe("the statistics of the accès précoce", () => {
  it("are the report's, as the document describes them", async () => {
    const { status, headers, body } = await api.get(twoYears);
    expect(status).toBe(200);
    expect(headers.get("vary")).toBe("Accept, Authorization, Cookie, Guichet-On-Behalf-Of");
    expect(body).toMatchObject({ procedure: "acces-precoce", from: "2021-07-01", to: "2023-06-30", sandbox: true });
    expect(body.complete).toBe(true);
    expect(differences(body.lines)).toEqual([]);

    const { components } = JSON.parse(
      readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8").replaceAll(
        "#/components/schemas/",
        "#/$defs/",
      ),
    );
    const described = z.fromJSONSchema({ $ref: "#/$defs/Statistics", $defs: components.schemas });
    expect(described.safeParse(body).error).toBeUndefined();
    expect(described.safeParse({ ...body, lines: [{ id: "filed" }] }).success).toBe(false);
  });

  it("say nothing of real cases, when it is those that are asked for", async () => {
    const { body } = await api.get(twoYears.replace("true", "false"));
    const said = (body as StatisticsReport).lines.filter(({ value }) => value !== null && value !== 0);
    expect(said).toEqual([]);
    expect(body.moves).toEqual([]);
  });

  it("add up to those of the whole, wherever a period is cut", async () => {
    const cuts = ["2021-07-01", "2021-12-17", "2022-03-01", "2023-05-31", "2023-07-01"].map(civilDate);
    let sum = 0;
    for (const [i, from] of cuts.slice(0, -1).entries()) {
      const { body } = await api.get(`${path}?from=${from}&to=${addDays(cuts[i + 1]!, -1)}&sandbox=true`);
      sum += body.lines[0].value;
    }
    expect(sum).toBe(253);
  });
});

describe("the page", () => {
  it("says the same figures, each with its definition", async () => {
    const { body } = await api.get(twoYears);
    const { status, headers, body: html } = await api.get(twoYears, page);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toMatch(/style-src[^;]*'unsafe-inline'/);
    const figures = [...html.matchAll(/<tr><th scope="row"[^>]*>[^<]*<\/th><td class="figure">([^<]*)<\/td><td>/g)];
    expect(figures.map(([, value]) => value)).toEqual(
      (body as StatisticsReport).lines.map(({ value, unit }) => valueInFrench(value, unit)),
    );
    expect(html).toContain("Du 1er juillet 2021 au 30 juin 2023, dossiers d’essai.");
    expect(html).not.toContain("rechargez");
    expect(html).not.toMatch(/undefined|null|NaN|<script|https?:/);
  });

  it("draws each bar next to its row in a table", async () => {
    const { body: html } = await api.get(twoYears, page);
    const charts = [...html.matchAll(/<figure>.*?<\/figure>/gs)].map(([chart]) => chart);
    expect(charts).toHaveLength(3);
    for (const chart of charts) {
      const drawn = [...chart.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
      const rows = [...chart.matchAll(/<th scope="row">([^<]*)<\/th><td class="figure">([^<]*)</g)];
      expect(drawn).toEqual(rows.flatMap(([, label, value]) => [label, value]));
      expect(chart.match(/<rect /g)).toHaveLength(rows.length);
      expect(chart).toMatch(/<svg [^>]*role="img" aria-label="[^"]+"/);
      // Nothing drawn outside of the picture.
      const width = Number(/viewBox="0 0 (\d+) /.exec(chart)?.[1]);
      for (const [, x, length] of chart.matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)"/g))
        expect(Number(x) + Number(length)).toBeLessThan(width);
    }
    expect(html).toContain("demandeur et ministres");
    expect(html).not.toMatch(/applicant|nobody|\bministers\b/);
  });

  it("draws nothing of nothing", async () => {
    const { body: html } = await api.get(`${path}?from=2000-01-01&to=2000-01-01`, page);
    expect(html).toContain("dossiers réels");
    expect(html).not.toContain("<figure>");
    expect(html).not.toContain("En images");
  });

  it("takes no text for HTML", () => {
    const nasty = `<img src=x onerror="alert('1')">&`;
    const html = statisticsPage({
      procedure: nasty,
      title: nasty,
      from: civilDate("2021-07-01"),
      to: civilDate("2021-07-02"),
      sandbox: false,
      complete: false,
      lines: [
        {
          ...{ id: "x", group: nasty, label: nasty, definition: nasty, flag: nasty, unit: "count", value: 1 },
          chart: { title: nasty, unit: nasty, name: nasty },
        },
      ],
      quarters: [{ quarter: nasty, filed: 1 }],
      moves: [{ parties: nasty, days: 1 }],
    });
    expect(html).not.toContain("<img");
    expect(html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt;&amp;/g)).toHaveLength(16);
    expect(html).toContain("rechargez la page");
  });
});

describe("what can't be counted", () => {
  it.each([
    ["", "/from: this field is required. /to: this field is required."],
    ["?from=2021-07-01", "/to: this field is required."],
    ["?from=hier&to=2021-07-01", "/from: expected a day, as YYYY-MM-DD."],
    ["?from=2021-02-29&to=2021-07-01", "/from: Expected a day that exists, from 2000-01-01 to 2100-12-31."],
    ["?from=2021-07-01&to=2021-06-31", "/to: Expected a day that exists, from 2000-01-01 to 2100-12-31."],
    ["?from=1999-12-31&to=2021-07-01", "/from: Expected a day that exists, from 2000-01-01 to 2100-12-31."],
    ["?from=2021-07-01&to=9999-12-31", "/to: Expected a day that exists, from 2000-01-01 to 2100-12-31."],
    ["?from=2021-07-02&to=2021-07-01", "/from: Expected a day that isn't after the last, 2021-07-01."],
    ["?from=2021-07-01&from=2021-07-02&to=2021-07-03", "/from: expected a text."],
    ["?from=2021-07-01&to=2021-07-03&sandbox=maybe", "/sandbox: expected one of true, false."],
    ["?from=2021-07-01&to=2021-07-03&colour=red", "/colour: no such field."],
  ])("%s is a problem that says where", async (query, detail) => {
    for (const asking of [{}, page]) {
      const { status, headers, body } = await api.get(path + query, asking);
      expect(headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect([status, body.type, body.detail]).toEqual([400, "/problems/bad-request", detail]);
      expect(body.errors[0].pointer).toBe(detail.split(":")[0]);
    }
  });

  it.each(["nothing", "accesPrecoce", "toString", "pre-depot-medicament", "<b>"])(
    "%s isn't a procedure that has statistics: those that have are named",
    async (name) => {
      const { status, body } = await api.get(
        `/v1/statistics/${encodeURIComponent(name)}?from=2021-07-01&to=2021-07-02`,
        page,
      );
      expect([status, body.type]).toEqual([404, "/problems/not-found"]);
      expect(body.detail).toBe(`Statistics are counted of acces-precoce, pecan; "${name}" is none of them.`);
    },
  );
});

describe("who may know of what", () => {
  const ofMeetings = ["meetings", "filed-after-meeting"];

  it("the pre-filings are counted for those who take part in them, of every company", async () => {
    for (const as of ["HAS", "ANSM", "operator", undefined]) {
      const { body } = await api.get(twoYears, { as });
      const told = (body as StatisticsReport).lines.filter(({ id }) => ofMeetings.includes(id));
      expect(
        told.map(({ value }) => value),
        as,
      ).toEqual([100, 90]);
    }
  });

  it.each([
    applicant,
    `applicant;organisation=${otherSiret}`,
    `${applicant};consultant=c1`,
    `${applicant};platform=sesame`,
    "applicant;platform=convergence",
    "ANS",
    "CT",
    "ministers",
    "associations",
  ])("for %s no line, no word of the page and no other figure tells of them", async (as) => {
    const { body: whole } = await api.get(twoYears, { as: "HAS" });
    const { body } = await api.get(twoYears, { as });
    const others = (whole as StatisticsReport).lines.filter(({ id }) => !ofMeetings.includes(id));
    expect(body).toEqual({ ...whole, lines: others });
    const { body: html } = await api.get(twoYears, { as, ...page });
    expect(html).not.toMatch(/rendez-vous|pré-dépôt/i);
  });
});

describe("the statistics of the PECAN", () => {
  it("compare with the accès précoce's: the same lines, by indication, suspended days left out", async () => {
    const { body } = await api.get(devices);
    const figures = Object.fromEntries((body as StatisticsReport).lines.map(({ id, value }) => [id, value]));
    expect(figures).toEqual({
      filed: 4,
      "decided-first": 3,
      granted: 2,
      "granted-share": 2 / 3,
      abandoned: 1,
      // 79 days twice, and 50 less the ten that were suspended.
      evaluation: 79,
      laboratories: 2,
    });
    const { body: medicines } = await api.get(twoYears);
    const units = new Map((medicines as StatisticsReport).lines.map(({ id, unit }) => [id, unit]));
    for (const { id, unit } of (body as StatisticsReport).lines) expect([id, units.get(id)]).toEqual([id, unit]);
    const { body: third } = await api.get(`${devices.replace("2025-01-01", "2025-07-22")}`);
    const evaluation = (third as StatisticsReport).lines.find(({ id }) => id === "evaluation");
    expect(evaluation?.value).toBe(40);
  });

  it("follow the register: a case recorded since is there at the next request", async () => {
    await recordPlayed(api.register, numbered(4, unanswered()));
    const { body } = await api.get(devices);
    const { complete, lines } = body as StatisticsReport;
    const values = new Map(lines.map(({ id, value }) => [id, value]));
    expect([complete, values.get("filed"), values.get("abandoned")]).toEqual([true, 5, 2]);
  });

  it("are a page too", async () => {
    const { body: html } = await api.get(devices, page);
    expect(html).toContain("Prise en charge anticipée numérique");
    expect(html).toContain("79\u00a0jours");
    expect(html).not.toMatch(/applicant|nobody|insurer/);
  });
});
