/** What somebody may try who knows the API well: each is refused with its status, writes nothing, and leaves the process as it was. */
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../api/serving.js";
import { configuration } from "../../config/index.js";
import { openDesk } from "../../desk/desk.js";
import { openIdentity } from "../../identity/identity.js";
import { audience } from "./issuer.js";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret } from "./samples.js";

const api = testApi();
const stranger = `applicant;organisation=${otherSiret}`;
let own: string;
let before: string;

const written = async (): Promise<string> =>
  JSON.stringify([
    (await api.register.cases({ limit: 200 })).rows.map(({ id, version, head }) => [id, version, head]),
    (await api.register.directory.mandates()).map(({ id, endedAt }) => [id, endedAt]),
    await api.register.addresses.mailboxes(),
  ]);

beforeAll(async () => {
  const command = { procedure: "pecan", sandbox: true, filing: filing() };
  const { body } = await api.post("/v1/cases", command, { as: applicant });
  own = body.id;
  for (const as of [stranger, "operator", "HAS", "developer"]) await api.tokenFor(as);
  before = await written();
});
afterEach(async () => {
  expect(await written()).toBe(before);
  expect((await api.get("/v1/me", { as: applicant })).status).toBe(200);
});

/** Sends bytes as they are; what came back until the connection was closed. */
const raw = (port: number, ...pieces: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    for (const piece of pieces) socket.write(piece);
  });
const portOf = (url: string): number => Number(new URL(url).port);

describe("an attack", () => {
  it("on behalf of another: a mandate, a party, a company that isn't one's own, once or twice in a header", async () => {
    const [foreign] = await api.register.directory.mandates(otherSiret);
    for (const behalf of [foreign!.id, "operator", otherSiret, "HAS, operator", `${foreign!.id},${foreign!.id}`, "'--"])
      for (const path of ["/v1/cases", "/v1/me"]) {
        const reply = await api.get(path, { as: applicant, headers: { "guichet-on-behalf-of": behalf } });
        expect([behalf, reply.status, reply.body.type]).toEqual([behalf, 403, "/problems/not-allowed"]);
      }
  });

  it("by guessing ids: another's case is answered as one that there isn't, on every address", async () => {
    const none = own.replace(/\d+$/, "999999");
    for (const path of [
      "",
      "/journal",
      "/clocks",
      "/notices",
      "/notices/1",
      "/verification",
      "/events",
      "/receipts/x",
    ]) {
      const [theirs, nothing] = await Promise.all(
        [own, none].map((id) => api.get(`/v1/cases/${id}${path}`, { as: stranger })),
      );
      expect([path, theirs!.status, theirs!.body.type]).toEqual([path, 404, "/problems/not-found"]);
      expect(JSON.stringify(theirs!.body).replaceAll(own, none)).toBe(JSON.stringify(nothing!.body));
    }
    for (const act of ["withdrawn", "strike", "nothing"]) {
      const reply = await api.post(`/v1/cases/${own}/acts/${act}`, { body: {} }, { as: stranger });
      expect([act, reply.status]).toEqual([act, 404]);
    }
    const [mandate] = await api.register.directory.mandates(applicant.slice(-14));
    expect((await api.post(`/v1/mandates/${mandate!.id}/end`, {}, { as: stranger })).status).toBe(404);
  });

  it("by mass assignment: a field that isn't the sender's to write is named, and refused", async () => {
    const command = { procedure: "pecan", sandbox: true, filing: filing() };
    for (const odd of [{ id: "PECAN-2026-0001" }, { principal: "operator" }, { status: "concluded" }, { offsetMs: 1 }])
      expect([odd, (await api.post("/v1/cases", { ...command, ...odd }, { as: applicant })).status]).toEqual([
        odd,
        422,
      ]);
    for (const frozen of [{ precedents: [] }, { meetings: [] }, { __proto__: null, constructor: { prototype: {} } }]) {
      const sent = { ...command, filing: { ...command.filing, ...frozen } };
      expect([frozen, (await api.post("/v1/cases", sent, { as: applicant })).status]).toEqual([frozen, 422]);
    }
    for (const odd of [
      { id: "x" },
      { version: 1 },
      { author: {} },
      { recordedAt: "2026-01-01T00:00:00Z" },
      { as: "HAS" },
    ]) {
      const reply = await api.post(`/v1/cases/${own}/acts/withdrawn`, { ...odd, body: {} }, { as: applicant });
      expect([odd, reply.status]).toEqual([odd, 422]);
    }
    const mandate = { role: "contributor", party: "applicant", organisation: otherSiret, id: "mine", endedAt: null };
    expect((await api.post("/v1/people/person-x/mandates", mandate, { as: "operator" })).status).toBe(422);
  });

  it("by SQL, by paths and by names of the language: they are names that there aren't", async () => {
    const names = [
      "' or 1=1 --",
      "PECAN-2026-0001'; drop table cases; --",
      "../../etc/passwd",
      "..%2f..%2fetc%2fpasswd",
      "%2e%2e",
      "__proto__",
      "constructor",
      "\u202ePECAN",
      "$(id)",
      "{{7*7}}",
    ];
    for (const name of names) {
      const part = encodeURIComponent(name);
      for (const path of [
        `/v1/cases/${part}`,
        `/v1/cases/${own}/clocks/${part}/explanation`,
        `/v1/procedures/${part}`,
      ]) {
        const { status } = await api.get(path, { as: applicant });
        expect([path, [400, 404].includes(status)]).toEqual([path, true]);
      }
      const sent = await api.post(`/v1/cases/${own}/acts/${part}`, { body: {} }, { as: applicant });
      expect([name, sent.status]).toEqual([name, 404]);
      const listed = await api.get(`/v1/cases?text=${part}&sandbox=any`, { as: applicant });
      expect([name, listed.status, listed.body.cases]).toEqual([name, 200, []]);
    }
  });

  it("by smuggling: a length and an encoding that disagree, a header sent twice, a line that ends another", async () => {
    const port = portOf(api.url);
    const head = (...lines: readonly string[]) => `${lines.join("\r\n")}\r\n\r\n`;
    const token = await api.tokenFor(applicant);
    const both = head(
      ...["POST /v1/cases HTTP/1.1", "Host: x", "Content-Type: application/json", `Authorization: Bearer ${token}`],
      ...["Content-Length: 6", "Transfer-Encoding: chunked", "Connection: close"],
    );
    expect(await raw(port, `${both}0\r\n\r\nGET /v1/cases HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    const lengths = head("POST /v1/cases HTTP/1.1", "Host: x", "Content-Length: 2", "Content-Length: 3");
    expect(await raw(port, `${lengths}{}`)).toMatch(/^HTTP\/1\.1 400 /);
    const bare = "GET /v1/me HTTP/1.1\r\nHost: x\r\nX: a\nAuthorization: Bearer none\r\n\r\n";
    expect(await raw(port, bare)).toMatch(/^HTTP\/1\.1 400 /);
    const twice = head(
      ...["GET /v1/me HTTP/1.1", "Host: x", "Connection: close", `Authorization: Bearer ${token}`],
      `Authorization: Bearer ${await api.tokenFor("operator")}`,
    );
    // The first is the one that counts: what a proxy has checked isn't replaced by what follows.
    expect(await raw(port, twice)).not.toContain('"role":"operator"');
  });
});

describe("too much", () => {
  /** A server of its own: few requests a minute, and little patience. */
  async function strict(env: Readonly<Record<string, string>>, requestMs?: number) {
    const read = configuration({ TOKEN_ISSUERS: api.issuer.issuer, TOKEN_AUDIENCE: audience, ...env });
    const desk = openDesk(api, read);
    const identity = await openIdentity(read, api.register);
    const where = { port: 0, host: "127.0.0.1", ...(requestMs !== undefined && { requestMs }) };
    const serving = await serve(desk, read, where, { identity });
    const port = serving.address.port;
    const ask = async (as: string, token?: string) => {
      const authorization = `Bearer ${token ?? (await api.tokenFor(as))}`;
      const response = await fetch(`http://127.0.0.1:${port}/v1/me`, { headers: { authorization } });
      return { status: response.status, retry: response.headers.get("retry-after"), body: await response.json() };
    };
    return {
      ...{ port, ask },
      async close() {
        await serving.stop(0);
        await desk.close();
      },
    };
  }

  it("of one principal is told to wait (429), and keeps nobody else waiting; refusals are counted", async () => {
    const server = await strict({ RATE_LIMIT: "3" });
    for (let time = 0; time < 3; time++) expect((await server.ask(applicant)).status).toBe(200);
    const { status, retry, body } = await server.ask(applicant);
    expect([status, (body as { type: string }).type]).toEqual([429, "/problems/too-many-requests"]);
    expect(Number(retry)).toBeGreaterThan(0);
    expect((await server.ask(stranger)).status).toBe(200);
    const metrics = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
    expect(metrics).toContain('guichet_refusals_total{procedure="none",type="too-many-requests"} 1');
    await server.close();
  });

  it("guessing of tokens is told to wait, and whoever is believed isn't", async () => {
    const server = await strict({});
    const statuses = [];
    for (let time = 0; time < 125; time++) statuses.push((await server.ask("", randomUUID())).status);
    expect(statuses.slice(0, 120).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
    expect((await server.ask(applicant)).status).toBe(200);
    await server.close();
  });

  it("time: a body, or headers, that don't come whole are cut (408)", async () => {
    const server = await strict({}, 400);
    const head = "POST /v1/cases HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n";
    expect(await raw(server.port, head)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await raw(server.port, `${head}\r\n{"procedure":`)).toMatch(/^HTTP\/1\.1 408 /);
    expect((await server.ask(applicant)).status).toBe(200);
    await server.close();
  });

  it("weight: a body larger than an act may be is refused (413)", async () => {
    const huge = { procedure: "pecan", filing: { text: "x".repeat(3_000_000) } };
    const answered = await api.post("/v1/cases", huge, { as: applicant, key: randomUUID() }).catch(() => undefined);
    expect(answered === undefined || answered.status === 413).toBe(true);
  });
});
