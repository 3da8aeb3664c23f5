/** Nothing about a meeting or a pre-filing is told to a third party: marked strings, looked for on every route. */
import { randomUUID } from "node:crypto";
import proto from "@temporalio/proto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "../../api/openapi/document.js";
import { type Serving, serve } from "../../api/serving.js";
import { configuration } from "../../config/index.js";
import { type Desk, openDesk } from "../../desk/desk.js";
import { openIdentity } from "../../identity/identity.js";
import { payloadKeys } from "../../rig/payload-keys.js";
import { fileWay, live, medicinePreFiling, meeting, preFiling, sendTo } from "./before-the-file.js";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });

const word = `zq${randomUUID().slice(0, 8)}`;
const product = `t-${randomUUID().slice(0, 13)}`;
/** Case numbers of the confidential cases, by procedure. */
const hidden: Record<string, string[]> = { "rencontre-precoce": [], "pre-depot": [], "pre-depot-medicament": [] };
let pecan: string;

beforeAll(async () => {
  // One whose product nobody else knows, still open; one closed, of the product of a PECAN that names it.
  const started = meeting(`p-${word}-1`, word, `x-${word}`);
  const open = await live(api, started, started.acts.slice(0, 5));
  const closed = await live(api, meeting(product, word, `x-${word}`));
  hidden["rencontre-precoce"]?.push(open, closed);
  hidden["pre-depot"]?.push(
    await live(api, preFiling(`p-${word}-2`, word)),
    await fileWay(api, preFiling(product, word)),
  );
  hidden["pre-depot-medicament"]?.push(await fileWay(api, medicinePreFiling(`p-${word}-3`, word)));
  const filed = await api.post(
    "/v1/cases",
    {
      procedure: "pecan",
      sandbox: true,
      filing: filing({
        product: { id: product, name: "Suivi", ceMarked: true },
        links: [{ case: closed, kind: "meeting" }],
      }),
    },
    { as: applicant },
  );
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  pecan = filed.body.id;
  for (const act of towardsExamination) expect((await sendTo(api, pecan, act)).status).toBe(200);
});

const readable = openApiDocument() as { readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>> };
const routes = Object.entries(readable.paths).flatMap(([path, item]) => ("get" in item ? [path] : []));

/** Every address of every route: on the PECAN, on each confidential case, on the product, and the lists in several ways. */
function addresses(): { readonly path: string; readonly named: string }[] {
  const ids = [pecan, ...Object.values(hidden).flat(), product, `p-${word}-1`, `p-${word}-2`, `p-${word}-3`];
  const filled = routes.flatMap((route) =>
    (route.includes("{id}") ? ids : [""]).map((id) => ({
      path: route
        .replace("{id}", id)
        .replace("{clock}", id === pecan ? "ansOpinion" : "minutes")
        .replace("{name}", "rencontre-precoce")
        .replace("{act}", "meetingHeld")
        .replace("{procedure}", "pecan?from=2026-01-01&to=2100-01-01&sandbox=true")
        .replace(/\{\w+\}/, "1"),
      named: id,
    })),
  );
  const lists = [
    "/v1/cases?sandbox=any&limit=1",
    "/v1/cases?sandbox=any&procedure=rencontre-precoce",
    "/v1/cases?sandbox=any&procedure=pre-depot",
    `/v1/cases?sandbox=any&text=${word}`,
    "/v1/cases?sandbox=any&text=RP",
    "/v1/cases?sandbox=any&whoseMove=HAS",
    "/v1/cases?sandbox=any&dueBefore=2100-01-01",
    "/v1/notices?sandbox=any&party=HAS",
    "/v1/notices?sandbox=any&party=applicant&limit=200",
    "/v1/deadlines?sandbox=any&procedure=rencontre-precoce",
    "/v1/deadlines?sandbox=any&bearer=applicant",
    "/v1/deadlines?sandbox=any&limit=1",
    `/v1/products/${product}?sandbox=any&limit=1`,
    "/dev/notices",
    `/dev/notices?case=${hidden["rencontre-precoce"]?.[0]}`,
    "/metrics",
    "/readyz",
  ];
  return [
    ...filled,
    ...lists.map((path) => ({ path, named: path.match(/case=(.+)/)?.[1] ?? path.match(/text=(.+)/)?.[1] ?? "" })),
  ];
}

/** What a GET says, its cursors opened; a stream for as long as what is past takes to be told. */
async function said(base: string, path: string, as: string | undefined): Promise<{ status: number; text: string }> {
  const leave = new AbortController();
  const headers = { ...(as !== undefined && { authorization: `Bearer ${await api.tokenFor(as)}` }) };
  const response = await fetch(base + path, { headers, signal: leave.signal });
  let text = "";
  if (response.headers.get("content-type")?.includes("event-stream")) {
    setTimeout(() => leave.abort(), 300);
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array);
    } catch {
      // left
    }
  } else text = await response.text();
  for (const [, cursor = ""] of text.matchAll(/"next":"([^"]+)"/g)) text += Buffer.from(cursor, "base64url").toString();
  return { status: response.status, text };
}

const thirdParties: readonly (readonly [as: string, knows: readonly string[]])[] = [
  [`applicant;organisation=${otherSiret}`, []],
  [`applicant;organisation=${otherSiret};platform=sesame`, []],
  ["applicant;platform=convergence", []],
  [`${applicant};consultant=stranger`, []],
  ["ANS", []],
  ["ministers", []],
  ["CNEDiMTS", []],
  ["ANS;platform=convergence", []],
  ["ANSM", ["pre-depot-medicament"]],
];

/** The marks that a principal must never read: of a procedure that it knows, only the others'. */
function marksFor(knows: readonly string[]): string[] {
  const unknown = Object.entries(hidden).flatMap(([procedure, ids]) => (knows.includes(procedure) ? [] : ids));
  return knows.length === 0 ? [word, ...unknown] : unknown;
}

describe("the meetings and the pre-filings", () => {
  it("are read by their parties", async () => {
    for (const as of [applicant, "HAS", "operator"]) {
      for (const path of ["/v1/cases?sandbox=any&limit=200", "/v1/notices?sandbox=any&limit=200"]) {
        const { text } = await said(api.url, path, as);
        for (const id of [...(hidden["rencontre-precoce"] ?? []), ...(hidden["pre-depot"] ?? [])])
          expect(text).toContain(id);
      }
      expect((await said(api.url, "/v1/deadlines?sandbox=any", as)).text).toContain(hidden["rencontre-precoce"]?.[0]);
    }
    expect((await said(api.url, `/v1/cases/${hidden["pre-depot-medicament"]?.[0]}`, "ANSM")).status).toBe(200);
  });

  it.each(thirdParties)("are told to %s by no route", async (as, knows) => {
    const marks = marksFor(knows);
    const found: string[] = [];
    for (const { path, named } of addresses()) {
      const { status, text } = await said(api.url, path, as);
      expect(status, `${path} ${text}`).toBeLessThan(500);
      // What was asked is said again ("There is no case …"), and says nothing more.
      const told = named === "" ? text : text.replaceAll(named, "");
      const mark = marks.find((one) => told.includes(one));
      if (mark !== undefined) found.push(`${path}: ${mark}`);
      if (Object.entries(hidden).some(([procedure, ids]) => ids.includes(named) && !knows.includes(procedure)))
        expect([path, status]).toEqual([path, 404]);
    }
    expect(found).toEqual([]);
  });

  it("can't be guessed by what is refused: an act, a link, a filing for the same technology", async () => {
    const stranger = `applicant;organisation=${otherSiret}`;
    const [open = "", closed = ""] = hidden["rencontre-precoce"] ?? [];
    for (const as of [stranger, "ANS", `${applicant};consultant=stranger`]) {
      for (const id of [open, closed]) {
        const acted = await api.post(`/v1/cases/${id}/acts/withdrawn`, {}, { as });
        const never = await api.post("/v1/cases/RP-2020-0001/acts/withdrawn", {}, { as });
        expect(acted.body).toEqual({ ...never.body, detail: never.body.detail.replace("RP-2020-0001", id) });
        expect((await api.post(`/v1/cases/${id}/advance`, { by: "P1D" }, { as })).status).toBe(404);
      }
    }
    const technology = `p-${word}-4`;
    await api.post(
      "/v1/cases",
      { procedure: "rencontre-precoce", filing: meeting(technology).filing },
      { as: applicant },
    );
    const same = { ...meeting(technology).filing, applicant: { siret: otherSiret, name: "Autre" } };
    const filed = await api.post("/v1/cases", { procedure: "rencontre-precoce", filing: same }, { as: stranger });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    expect(filed.body.filing).not.toHaveProperty("earlierMeetings");
  });

  it("show operators of Temporal neither person nor product", async () => {
    for (const id of [...Object.values(hidden).flat(), pecan]) {
      const { raw, staticSummary, staticDetails } = await api.client.workflow.getHandle(id).describe();
      const { memo, searchAttributes } = raw.workflowExecutionInfo ?? {};
      const shown = [memo, searchAttributes].flatMap((one) =>
        JSON.stringify(one, (_, value) => (value?.type === "Buffer" ? Buffer.from(value.data).toString() : value)),
      );
      const texts = [await staticSummary(), await staticDetails(), ...shown].join("\n");
      for (const mark of [word, "Suivi", product]) expect(texts).not.toContain(mark);
      // As Temporal keeps it: arguments, results, failures, memo and summaries are encrypted.
      const history = await api.client.workflow.getHandle(id).fetchHistory();
      const kept = Buffer.from(proto.temporal.api.history.v1.History.encode(history).finish()).toString("latin1");
      for (const mark of [word, "Suivi", product, "filing"]) expect(kept).not.toContain(mark);
    }
  });
});

describe("in production", () => {
  let production: Desk;
  let serving: Serving;
  let url: string;
  beforeAll(async () => {
    const read = configuration({
      GUICHET_ENV: "production",
      DATABASE_URL: "postgres://here/guichet",
      TEMPORAL_ADDRESS: "here:7233",
      SMTP_URL: "smtp://here",
      PUBLIC_URL: "https://guichet.example",
      TOKEN_ISSUERS: "https://issuer.example",
      PAYLOAD_KEYS: payloadKeys,
    });
    production = openDesk(api, read);
    serving = await serve(
      production,
      read,
      { port: 0, host: "127.0.0.1" },
      { identity: await openIdentity(read, api.register) },
    );
    url = `http://127.0.0.1:${serving.address.port}`;
  });
  afterAll(async () => {
    await serving.stop(0);
    await production.close();
  });

  it("are counted in no statistics but for those who may know of each of them", async () => {
    const path = "/v1/statistics/acces-precoce?from=2026-01-01&to=2100-01-01&sandbox=true";
    const counted = async (as: string) => {
      const { body } = await api.get(path, { as });
      return (body as { lines: { id: string }[] }).lines.map(({ id }) => id).filter((id) => id.includes("meeting"));
    };
    expect(await counted("HAS")).toEqual(["meetings", "filed-after-meeting"]);
    for (const as of [applicant, "ANS", "ministers"]) expect(await counted(as), as).toEqual([]);
  });

  it("they are told to nobody who isn't identified", async () => {
    for (const { path, named } of addresses()) {
      // Tokens of another installation's issuer among them.
      for (const as of [undefined, "operator", applicant]) {
        const { text } = await said(url, path, as);
        const told = named === "" ? text : text.replaceAll(named, "");
        for (const mark of marksFor([])) expect(told, path).not.toContain(mark);
      }
    }
    expect((await said(url, `/v1/cases/${hidden["rencontre-precoce"]?.[0]}`, undefined)).status).toBe(401);
  });
});
