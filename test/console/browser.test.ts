/** The console in a real browser: every page and state without an accessibility fault, at 320 pixels, with and without JavaScript. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { browserPath, openBrowser } from "../../rig/browser.js";
import { testApi } from "../api/open.js";
import { applicant, filing, towardsExamination } from "../api/samples.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Where pictures for the documentation are put, when they are asked for. */
const pictures = process.env.PICTURES;

const sandbox = { procedure: "pecan", sandbox: true } as const;

describe.skipIf(browserPath === undefined)("the console in a browser", () => {
  const api = testApi({ worker: true });
  let browser: Browser;
  const ids: Record<"running" | "suspended" | "overdue" | "ended", string> = {
    running: "",
    suspended: "",
    overdue: "",
    ended: "",
  };

  const act = async (id: string, name: string, by: string, body: object = {}, more: object = {}): Promise<void> => {
    const reply = await api.post(`/v1/cases/${id}/acts/${name}`, { by, body, ...more });
    expect([name, reply.status, reply.body.detail]).toEqual([name, 200, undefined]);
  };
  const products = new Map<string, string>();
  const file = async (name: string): Promise<string> => {
    const product = { id: `p-${randomUUID().slice(0, 8)}`, name, ceMarked: true };
    const reply = await api.post("/v1/cases", { ...sandbox, filing: filing({ product }) });
    expect(reply.status).toBe(201);
    products.set(reply.body.id, product.id);
    return reply.body.id;
  };
  const examined = async (name: string): Promise<string> => {
    const id = await file(name);
    for (const [one, by, body, about] of towardsExamination) await act(id, one, by, body, about ? { about } : {});
    return id;
  };
  const today = async (id: string): Promise<CivilDate> => (await api.get(`/v1/cases/${id}`)).body.now.slice(0, 10);
  const later = async (id: string, days: number): Promise<void> => {
    const to = addDays(await today(id), days);
    expect((await api.post(`/v1/cases/${id}/advance`, { to })).status).toBe(200);
  };
  const request = {
    request: "r1",
    items: ["Précisions sur l'étude"],
    means: "platform",
    consentRecorded: true,
    availabilityEmailSent: true,
  };

  beforeAll(async () => {
    browser = await openBrowser();
    ids.running = await examined("Suivi épilepsie");
    await later(ids.running, 20);
    ids.suspended = await examined("Télésurveillance cardiaque");
    await later(ids.suspended, 15);
    await act(ids.suspended, "furtherInformationRequested", "ministers", request);
    await later(ids.suspended, 4);
    ids.overdue = await examined("Rééducation à domicile");
    await later(ids.overdue, 75);
    ids.ended = await examined("Carnet diabète");
    await later(ids.ended, 10);
    await act(ids.ended, "furtherInformationRequested", "ministers", request);
    await later(ids.ended, 40);
  }, 120_000);
  afterAll(() => browser?.close());

  const as = async (who: string, options: object = {}): Promise<BrowserContext> =>
    browser.newContext({
      viewport: { width: 1180, height: 900 },
      locale: "fr-FR",
      extraHTTPHeaders: { authorization: `Bearer ${await api.tokenFor(who)}` },
      ...options,
    });

  const violations = async (page: Page): Promise<unknown[]> => {
    await page.evaluate(axe);
    const found = (await page.evaluate("axe.run()")) as {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    return found.violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html, failureSummary }) => [html.slice(0, 200), failureSummary]),
    ]);
  };

  const everyPage = (): [name: string, who: string, path: string][] => [
    ["home-officer", "ANS", "/"],
    ["home-company", applicant, "/"],
    ["home-operator", "operator", "/"],
    ["cases", "HAS", "/dossiers?mots=suivi"],
    ["no-case", "HAS", "/dossiers?mots=introuvable"],
    ["case-running", applicant, `/dossiers/${ids.running}`],
    ["case-suspended", applicant, `/dossiers/${ids.suspended}`],
    ["case-overdue", "CNEDiMTS", `/dossiers/${ids.overdue}`],
    ["case-ended", applicant, `/dossiers/${ids.ended}`],
    ["clock", applicant, `/dossiers/${ids.suspended}/delais/cnedimtsOpinion`],
    ["product", applicant, `/produits/${products.get(ids.suspended)}`],
    ["not-found", applicant, "/dossiers/PECAN-2026-9999"],
  ];

  test("no page has an accessibility fault, nor scrolls sideways at 320 pixels", async () => {
    const faults: unknown[] = [];
    for (const [name, who, path] of everyPage()) {
      const context = await as(who);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("404")) faults.push([name, message.text()]);
      });
      await page.goto(api.url + path);
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
      for (const found of await violations(page)) faults.push([name, found]);
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate("document.documentElement.scrollWidth");
      if (width !== 320) faults.push([name, `${width} px wide at 320`]);
      if (pictures !== undefined && name === "case-running")
        await page.screenshot({ path: `${pictures}/${name}-320.png`, fullPage: true });
      await context.close();
    }
    expect(faults).toEqual([]);
  });

  test("whoever isn't signed in is sent to sign in, and a page of the API stays as it was", async () => {
    const reply = await fetch(`${api.url}/dossiers`, { redirect: "manual" });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/sign-in?to=%2Fdossiers"]);
    expect((await fetch(`${api.url}/v1/nowhere`)).headers.get("content-type")).toContain("application/problem+json");
  });
});
