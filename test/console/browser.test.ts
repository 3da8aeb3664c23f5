/** The console in a real browser: every page and state without an accessibility fault, at 320 pixels, with and without JavaScript. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { browserPath, openBrowser } from "../../rig/browser.js";
import { testApi } from "../api/open.js";
import { applicant, filing, legalRepresentative, otherSiret, towardsExamination } from "../api/samples.js";

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

  /** Sixty days of the company, stopped once. */
  const asked =
    "depuis=2026-03-02&nombre=60&unite=jours&report=oui&suspensions%2F0%2Fdu=2026-03-12&suspensions%2F0%2Fau=2026-03-20&jour=2026-03-15";
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
    ["drafts", applicant, "/depots"],
    ["account", legalRepresentative, "/compte"],
    ["calculator", applicant, `/calcul?${asked}`],
    ["calculator-faults", applicant, "/calcul?depuis=2026-02-30&nombre=soixante&suspensions%2F0%2Fau=2026-04-01"],
    ["not-found", applicant, "/dossiers/PECAN-2026-9999"],
  ];

  test("no page has an accessibility fault, nor scrolls sideways at 320 pixels", async () => {
    const faults: unknown[] = [];
    for (const [name, who, path] of everyPage()) {
      const context = await as(who);
      const page = await context.newPage();
      page.on("console", (message) => {
        if (message.type() === "error" && !/status of 40[04]/.test(message.text())) faults.push([name, message.text()]);
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
  }, 120_000);

  describe.each([
    ["with JavaScript", true],
    ["without", false],
  ])("acting, %s", (_, javaScriptEnabled) => {
    test("a form, its faults in French, a list that grows, what it would change, then the act, once", async () => {
      const id = await examined(`Formulaire ${javaScriptEnabled}`);
      const context = await as("ministers", { javaScriptEnabled });
      const page = await context.newPage();
      const faults: unknown[] = [];
      const looked = async (name: string): Promise<void> => {
        if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
        if (javaScriptEnabled) for (const found of await violations(page)) faults.push([name, found]);
        await page.setViewportSize({ width: 320, height: 640 });
        const width = (await page.locator("html").boundingBox())?.width;
        if (width !== 320) faults.push([name, `${width} px wide at 320`]);
        await page.setViewportSize({ width: 1180, height: 900 });
      };
      await page.goto(`${api.url}/dossiers/${id}`);
      await page.locator(".actions summary").click();
      await page.locator('a[href$="/actes/furtherInformationRequested"]').click();
      await looked("act-form");

      // Nothing typed, then text that means to break the page: what was typed stays.
      await page.getByRole("button", { name: "Voir ce que cela changerait" }).click();
      expect(await page.getByRole("alert").locator("li").allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining("Ce champ est nécessaire.")]),
      );
      const hostile = '"><script>document.title="pris"</script>'.padEnd(900, "x");
      await page.locator('[name="/body/request"]').fill(hostile);
      await page.locator('[name="/body/items/0"]').fill(hostile);
      await page.getByRole("button", { name: "Ajouter encore" }).click();
      expect(await page.locator('[name="/body/items/0"]').inputValue()).toBe(hostile);
      await page.locator('[name="/body/items/1"]').fill("Mode d'emploi");
      await page.locator('[name="/body/means"][value="platform"]').check();
      for (const name of ["consentRecorded", "availabilityEmailSent"])
        await page.locator(`[name="/body/${name}"][value="true"]`).check();
      await page.getByRole("button", { name: "Voir ce que cela changerait" }).click();
      expect(await page.getByRole("alert").locator("li").allInnerTexts()).toEqual([
        expect.stringContaining("Cette valeur n'a pas la forme attendue."),
      ]);
      expect(await page.title()).not.toBe("pris");
      await looked("act-faults");

      await page.locator('[name="/body/request"]').fill("precisions");
      await page.getByRole("button", { name: "Voir ce que cela changerait" }).click();
      const changes = await page.locator(".consequences").innerText();
      expect(changes).toContain("Avis de la CNEDiMTS : serait suspendu.");
      expect(changes).toContain("Exploitant : ");
      await looked("act-consequences");
      expect((await api.get(`/v1/cases/${id}`)).body.phase).toBe("examination");
      const fields = await page
        .locator("form.form input[type=hidden]")
        .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")]));
      const confirmation = new URLSearchParams([
        ...(fields as [string, string][]),
        ["etape", "enregistrer"],
      ]).toString();
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await page.waitForURL(`${api.url}/dossiers/${id}`);

      // The same form sent again is the same act.
      const again = await fetch(`${api.url}/dossiers/${id}/actes/furtherInformationRequested`, {
        method: "POST",
        redirect: "manual",
        headers: {
          authorization: `Bearer ${await api.tokenFor("ministers")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: confirmation,
      });
      expect(again.status).toBe(303);
      const { journal } = (await api.get(`/v1/cases/${id}/journal?limit=200`)).body;
      const acts = journal.filter(({ name }: { name: string }) => name === "furtherInformationRequested");
      expect(acts.map(({ kind, party }: { kind: string; party: string }) => [kind, party])).toEqual([
        ["act", "ministers"],
      ]);
      expect(acts[0].detail.body.items).toEqual([hostile, "Mode d'emploi"]);

      // A refusal of the case is in its own words.
      await page.goto(`${api.url}/dossiers/${id}/actes/orderPublished`);
      await page.locator('[name="/body/journal"]').fill("JORF n° 1");
      await page.getByRole("button", { name: "Voir ce que cela changerait" }).click();
      expect(await page.getByRole("alert").innerText()).toContain("L'acte n'a pas été enregistré");
      await looked("act-refused");
      expect(faults).toEqual([]);
      await context.close();
    });
  });

  /** Fills what is empty on a page: texts, days, a choice; `but` says what stays or what is typed. */
  const fill = async (page: Page, but: Readonly<Record<string, string>> = {}): Promise<void> => {
    const inputs = page.locator(
      "form.form input:not([type=hidden], [type=radio], [type=checkbox]), form.form textarea",
    );
    for (const input of await inputs.all()) {
      const name = (await input.getAttribute("name")) ?? "";
      const text = but[name] ?? (await input.inputValue());
      const other = name.endsWith("sha256")
        ? ""
        : (await input.getAttribute("type")) === "date"
          ? "2027-03-02"
          : "Texte é 1";
      await input.fill(text || other);
    }
    for (const group of await page.locator("form.form fieldset:has(> label.option)").all()) {
      if ((await group.locator(":checked").count()) === 0) await group.locator("input").first().check();
    }
    for (const [name, value] of Object.entries(but).filter(([, text]) => /^\w+$/.test(text))) {
      const option = page.locator(`[name="${name}"][value="${value}"]`);
      if ((await option.count()) === 1) await option.check();
    }
  };

  describe.each([
    ["with JavaScript", true],
    ["without", false],
  ])("filing, %s", (_, javaScriptEnabled) => {
    test("a rencontre précoce, by the pages of annex 1: kept at each, pre-filled, checked as a whole, filed once", async () => {
      const context = await as(applicant, { javaScriptEnabled });
      const page = await context.newPage();
      const looked = async (name: string): Promise<void> => {
        if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
        if (javaScriptEnabled) expect([name, await violations(page)]).toEqual([name, []]);
        await page.setViewportSize({ width: 320, height: 640 });
        expect([name, (await page.locator("html").boundingBox())?.width]).toEqual([name, 320]);
        await page.setViewportSize({ width: 1180, height: 900 });
      };
      const go = (name: string) => page.getByRole("button", { name, exact: true }).click();
      await page.goto(`${api.url}/depots`);
      await go("Commencer");
      expect(await page.getByRole("alert").innerText()).toBe("Choisissez une procédure.");
      await page.locator('[name="procedure"][value="rencontre-precoce"]').check();
      await page.locator("#produit").selectOption(products.get(javaScriptEnabled ? ids.running : ids.suspended) ?? "");
      await page.locator('[name="essai"]').check();
      await go("Commencer");

      // What the account and the product's cases say is there already.
      expect(await page.locator('[name="/filing/applicant/siret"]').inputValue()).toBe("73282932000074");
      expect(await page.locator('[name="/filing/applicant/name"]').inputValue()).toBe("Acme Santé");
      const draft = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
      const hostile = '"><b>\u202Egras</b>'.padEnd(300, "x");
      await fill(page, { "/filing/form/applicant/identification/companyName": hostile });
      await go("Continuer plus tard");
      await page.goto(`${api.url}${draft}/1`);
      expect(await page.locator('[name="/filing/form/applicant/identification/companyName"]').inputValue()).toBe(
        hostile,
      );

      // Checked as a whole: each fault leads to its page, and is said at its field.
      await page.goto(`${api.url}${draft}/verification`);
      await looked("filing-faults");
      const first = page.getByRole("alert").locator("li").first();
      expect(await first.innerText()).toContain("Identification du demandeur, Dénomination sociale : ");
      await first.locator("a").click();
      expect(await page.locator(".field.faulty label").first().innerText()).toContain("Dénomination sociale");
      await page.locator('[name="/filing/form/applicant/identification/companyName"]').fill("Acme Santé");
      await looked("filing-page");
      await go("Continuer");

      for (let number = 2; number <= 9; number++) {
        if (number === 7) {
          await page.getByRole("button", { name: "Ajouter encore" }).click();
          await page.locator('[name="/filing/form/questions/1/question"]').fill("Laquelle ?");
          await page.getByRole("button", { name: "Retirer : Questions à discuter lors de la rencontre 1" }).click();
          expect(await page.locator('[name="/filing/form/questions/0/question"]').inputValue()).toBe("Laquelle ?");
        }
        await fill(page, { "/filing/study/started": "false", "/filing/reimbursementFileSubmitted": "false" });
        await go("Continuer");
      }
      await looked("filing-check");
      expect(await page.locator(".opens").innerText()).toContain("Demande déposée");
      const twice = await Promise.all(
        [1, 2].map(async () =>
          fetch(`${api.url}${draft}/verification`, {
            method: "POST",
            redirect: "manual",
            headers: { authorization: `Bearer ${await api.tokenFor(applicant)}` },
          }),
        ),
      );
      const [one, other] = twice.map((reply) => [reply.status, reply.headers.get("location")]);
      expect(one).toEqual([303, expect.stringMatching(/^\/dossiers\/RP-S-/)]);
      expect(other).toEqual(one);
      await page.goto(`${api.url}${draft}/1`);
      expect(new URL(page.url()).pathname).toBe(one?.[1]);
      await context.close();
    }, 60_000);
  });

  test("a draft is its person's and company's alone, and officers have none", async () => {
    const sent = async (who: string, path: string, body = "") =>
      fetch(api.url + path, {
        method: "POST",
        redirect: "manual",
        headers: {
          authorization: `Bearer ${await api.tokenFor(who)}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body,
      });
    const begun = await sent(applicant, "/depots", "procedure=pecan&essai=oui");
    const path = begun.headers.get("location") ?? "";
    expect([begun.status, path]).toEqual([303, expect.stringMatching(/^\/depots\/[0-9a-f-]{36}\/1$/)]);
    expect((await sent(`applicant;organisation=${otherSiret}`, path, "x=y")).status).toBe(404);
    expect((await sent("HAS", "/depots", "procedure=pecan")).status).toBe(403);
    expect((await sent(applicant, "/depots", "procedure=constructor")).status).toBe(404);
    expect((await sent(applicant, path.replace(/1$/, "5"))).status).toBe(404);
    expect((await sent(applicant, path.replace(/1$/, "suppression"))).headers.get("location")).toBe("/depots");
    expect((await sent(applicant, path)).status).toBe(404);
  });

  test("a form isn't another's: who may not act is refused, who isn't signed in is sent to sign in, and an unknown act has no page", async () => {
    const path = `${api.url}/dossiers/${ids.running}/actes/decisionNotified`;
    const sent = async (who: string, headers: object = {}, url = path) =>
      fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: {
          authorization: `Bearer ${await api.tokenFor(who)}`,
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        body: "etape=enregistrer&cle=00000000-0000-4000-8000-000000000000",
      });
    const refused = await sent(applicant);
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("n'est pas pour vous")]);
    expect((await sent(applicant, {}, path.replace("decisionNotified", "constructor"))).status).toBe(404);
    expect((await fetch(path, { method: "POST", redirect: "manual" })).status).toBe(303);
  });

  test("an account: one's mails, and mandates that one gives and ends; what isn't one's to give is refused on the page", async () => {
    const sent = async (who: string, fields: Record<string, string>) => {
      const reply = await fetch(`${api.url}/compte`, {
        method: "POST",
        redirect: "manual",
        headers: {
          authorization: `Bearer ${await api.tokenFor(who)}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams(fields).toString(),
      });
      return [reply.status, reply.headers.get("location") ?? (await reply.text())] as const;
    };
    const read = async (who: string) =>
      (await fetch(`${api.url}/compte`, { headers: { authorization: `Bearer ${await api.tokenFor(who)}` } })).text();
    const stranger = await read(`applicant;organisation=${otherSiret}`);
    const [, person = ""] = /<code>(.*?)<\/code>/.exec(stranger) ?? [];
    expect(person).toMatch(/^person-/);
    const gives = (who: string, more: object) =>
      sent(who, { etape: "donner", personne: person, role: "contributor", ...more });
    expect(await gives(legalRepresentative, { au: "2026-01-01" })).toEqual([
      400,
      expect.stringContaining("Le dernier jour ne précède pas le premier."),
    ]);
    expect(await gives("HAS", { siret: otherSiret })).toEqual([400, expect.stringContaining("pas à vous de donner")]);
    expect(await gives(legalRepresentative, { personne: "<b>" })).toEqual([
      400,
      expect.stringContaining("Personne ne porte cet identifiant."),
    ]);
    expect(await gives(legalRepresentative, {})).toEqual([303, "/compte"]);
    const mine = await read(legalRepresentative);
    const row = mine.split("<tr>").find((each) => each.includes("Contributeur")) ?? "";
    const [, mandate = ""] = /name="mandat" value="(.*?)"/.exec(row) ?? [];
    expect((await sent("HAS", { etape: "finir", mandat: mandate }))[0]).toBe(404);
    expect(await sent(legalRepresentative, { etape: "finir", mandat: mandate })).toEqual([303, "/compte"]);
    expect(await read(legalRepresentative)).toContain("terminé");
    expect(await sent(legalRepresentative, { etape: "preference", mails: "legal" })).toEqual([303, "/compte"]);
    expect(await read(legalRepresentative)).toMatch(/value="legal" checked/);
    expect(await read("ANS")).not.toContain("Donner un mandat");
  });

  test("what if: acts supposed on a copy move its delays, by a link that others may open; the case stays as it was", async () => {
    const id = ids.running;
    const before = (await api.get(`/v1/cases/${id}`)).body;
    const day = before.now.slice(0, 10) as CivilDate;
    const context = await as(applicant, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${api.url}/dossiers/${id}`);
    await page.getByRole("link", { name: /^Et si/ }).click();
    const add = async (act: string, on: CivilDate): Promise<void> => {
      await page.locator("#nouveau").selectOption(act);
      await page.locator("#nouveau-jour").fill(on);
      await page.getByRole("button", { name: "Ajouter cet acte" }).click();
    };
    await add("furtherInformationRequested", addDays(day, 2));
    await add("furtherInformationReceived", addDays(day, 7));
    await page.locator('[name="sujet1"]').fill("hypothese");
    await page.getByRole("button", { name: "Voir ce qui changerait" }).click();
    const opinion = page.locator("tr", { hasText: "Avis de la CNEDiMTS" }).first();
    expect(await opinion.innerText()).toContain("5 jours plus tard");
    expect(await page.locator(".supposed.faulty").count()).toBe(0);
    await add("orderPublished", addDays(day, 9));
    expect(await page.locator(".supposed.faulty").innerText()).toContain("Arrêté");
    const link = page.url();
    await context.close();

    const other = await as("ministers");
    const shared = await other.newPage();
    await shared.goto(link);
    if (pictures !== undefined) await shared.screenshot({ path: `${pictures}/supposing.png`, fullPage: true });
    expect(await shared.locator("tr", { hasText: "Avis de la CNEDiMTS" }).first().innerText()).toContain("plus tard");
    expect(await violations(shared)).toEqual([]);
    await shared.setViewportSize({ width: 320, height: 640 });
    expect((await shared.locator("html").boundingBox())?.width).toBe(320);
    await other.close();
    const stranger = { authorization: `Bearer ${await api.tokenFor(`applicant;organisation=${otherSiret}`)}` };
    expect((await fetch(link, { headers: stranger })).status).toBe(404);
    const far = link.replace(/jour0=[^&]*/, "jour0=2199-01-01");
    expect((await fetch(far, { headers: { authorization: `Bearer ${await api.tokenFor(applicant)}` } })).status).toBe(
      400,
    );
    expect((await api.get(`/v1/cases/${id}`)).body.version).toBe(before.version);
  });

  test("the calculator is for anybody: both readings, the walk, the event for a calendar, and each fault at its field", async () => {
    const read = async (path: string) => {
      const reply = await fetch(api.url + path);
      return [reply.status, (await reply.text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ")] as const;
    };
    const [status, page] = await read(`/calcul?${asked}`);
    expect(status).toBe(200);
    expect(page).toContain("Dernier jour lundi 11 mai 2026 , jusqu'à minuit");
    expect(page).toContain("Les suspensions l'éloignent de 8 jours.");
    expect(page).toContain("Le dimanche 15 mars 2026, le délai est suspendu ; il reste");
    const [, file] = await read(`/calcul.ics?${asked}`);
    expect(file).toContain("DTSTART;VALUE=DATE:20260511 DTEND;VALUE=DATE:20260512");
    expect((await read("/calcul.ics?depuis=2026-03-02"))[0]).toBe(404);
    const [bad, faulty] = await read("/calcul?depuis=2026-02-30&nombre=soixante");
    expect([bad, faulty]).toEqual([400, expect.stringContaining("Indiquez un jour qui existe, de 1583 à 9999.")]);
    expect(faulty).toContain("Indiquez un nombre entier de jours");
    const [, both] = await read(`/calcul?${asked.replace("&report=oui", "")}`);
    expect(both).toContain("Dernier jour samedi 9 mai 2026");
    expect(both).toContain("Selon l'autre lecture des suspensions, dimanche 10 mai 2026");
  });

  test("whoever isn't signed in is sent to sign in, and a page of the API stays as it was", async () => {
    const reply = await fetch(`${api.url}/dossiers`, { redirect: "manual" });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/sign-in?to=%2Fdossiers"]);
    expect((await fetch(`${api.url}/v1/nowhere`)).headers.get("content-type")).toContain("application/problem+json");
  });
});
