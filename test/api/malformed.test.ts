import { request } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { testApi } from "./open.js";
import { applicant, filing } from "./samples.js";

const api = testApi({ patience: 400 });

const problem = (reply: { status: number; body: { type: string } }) => [reply.status, reply.body.type];

describe("bad input", () => {
  it("that isn't JSON, or isn't said to be, is a problem that leaks nothing", async () => {
    for (const [raw, headers, expected] of [
      ["{", {}, [400, "/problems/bad-request"]],
      ['{"procedure":"\\ud800"}', {}, [400, "/problems/bad-request"]],
      ["", {}, [422, "/problems/malformed"]],
      ["<filing/>", { "content-type": "text/xml" }, [415, "/problems/unsupported-media-type"]],
      ["{}", { "content-type": "application/json; charset=latin-9" }, [415, "/problems/unsupported-media-type"]],
      ["{}", { "content-encoding": "brrr" }, [415, "/problems/unsupported-media-type"]],
      ["null", {}, [422, "/problems/malformed"]],
      ["[]", {}, [422, "/problems/malformed"]],
      ["3", {}, [422, "/problems/malformed"]],
      [`{"a":`.repeat(5_000) + "1" + "}".repeat(5_000), {}, [400, "/problems/bad-request"]],
      [JSON.stringify({ procedure: "pecan", filing: filing(), colour: "red" }), {}, [422, "/problems/malformed"]],
      ['{"procedure":"pecan","procedure":"lppr"}', {}, [400, "/problems/bad-request"]],
      ['{"filing":{"a":1,"\\u0061":2}}', {}, [400, "/problems/bad-request"]],
      ['{"filing":{"euros":90071992547409931}}', {}, [400, "/problems/bad-request"]],
      ['{"filing":{"euros":1e400}}', {}, [400, "/problems/bad-request"]],
      [`{"__proto__":{"procedure":"pecan"}}`, {}, [422, "/problems/malformed"]],
    ] as const) {
      const reply = await api.post("/v1/cases", undefined, { raw, headers });
      expect([raw.slice(0, 40), ...problem(reply)]).toEqual([raw.slice(0, 40), ...expected]);
      expect(reply.headers.get("content-type")).toMatch(/^application\/problem\+json/);
      expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|Unexpected token|at .*:\d+:\d+/);
    }
  });

  it("that is no HTTP is told as any other problem, and ends its connection alone", async () => {
    const { port } = new URL(api.url);
    const answerTo = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), "127.0.0.1", () => socket.write(text));
        let answer = "";
        socket.on("data", (chunk) => {
          answer += chunk;
        });
        socket.on("end", () => resolve(answer)).on("error", reject);
      });
    for (const [text, status, type] of [
      ["GET / HTTP/9.9\r\n\r\n", 400, "bad-request"],
      ["EHLO mail\r\n\r\n", 400, "bad-request"],
      [`GET /v1/procedures HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431, "headers-too-large"],
    ] as const) {
      const [head = "", body = ""] = (await answerTo(text)).split("\r\n\r\n");
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(head).toContain("Content-Type: application/problem+json");
      expect(JSON.parse(body)).toMatchObject({ type: `/problems/${type}`, status });
    }
    expect((await api.get("/v1/procedures")).status).toBe(200);
  });

  it("of ten megabytes is refused, whether its length is told or not", async () => {
    const raw = JSON.stringify({ procedure: "pecan", filing: { blob: "x".repeat(10_000_000) } });
    expect(problem(await api.post("/v1/cases", undefined, { raw }))).toEqual([413, "/problems/too-large"]);
    const chunked = await new Promise<number>((resolve, reject) => {
      const sent = request(
        `${api.url}/v1/cases`,
        { method: "POST", headers: { "content-type": "application/json", "idempotency-key": "big" } },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      sent.on("error", (fault) => (sent.destroyed ? undefined : reject(fault)));
      for (let i = 0; i < 30; i++) sent.write(raw.slice(0, 100_000));
      sent.end();
    });
    expect(chunked).toBe(413);
  });

  it("to a command without a key, or with one that no header holds, is refused", async () => {
    const body = { procedure: "pecan", filing: filing() };
    expect(problem(await api.post("/v1/cases", body, { key: null }))).toEqual([
      400,
      "/problems/idempotency-key-missing",
    ]);
    expect((await api.post("/v1/cases", body, { key: "k".repeat(201) })).status).toBe(400);
  });

  it("names each field at fault, unknown ones among them", async () => {
    const wrong = filing({ indications: [], colour: "red" });
    const reply = await api.post("/v1/cases", { procedure: "pecan", filing: wrong });
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      "/filing/colour",
      "/filing/indications",
    ]);
    expect(problem(await api.post("/v1/cases", { procedure: "unknown", filing: {} }))).toEqual([
      404,
      "/problems/not-found",
    ]);
    expect(
      (await api.post("/v1/cases", { procedure: "pecan", sandbox: true, ruleset: "x", filing: filing() })).status,
    ).toBe(422);
  });

  it("about what doesn't exist is 404, whatever its name", async () => {
    for (const path of [
      "/v1/cases/PECAN-2026-9999",
      "/v1/cases/%00",
      "/v1/cases/..%2F..%2Fetc%2Fpasswd",
      "/v1/cases/'%3B%20drop%20table%20cases%3B--/journal",
      "/v1/procedures/constructor",
      "/v1/procedures/__proto__",
      "/nowhere",
      "/problems/nothing",
    ])
      expect([path, (await api.get(path)).status]).toEqual([path, 404]);
    expect((await api.get("/v1/cases/%E0%A4%A")).status).toBe(400);
    expect((await api.get("/problems/malformed")).body.status).toBe(422);
  });

  it("in a list's address is 400", async () => {
    for (const query of [
      "limit=0",
      "limit=x",
      "dueBefore=2026-02-30",
      "status=odd",
      "phase=a&phase=b",
      "x=1",
      "after=AAAA",
      "phase=%00",
    ])
      expect([query, (await api.get(`/v1/cases?${query}`)).status]).toEqual([query, 400]);
    for (const query of ["before=soon", "limit=5000"])
      expect([query, (await api.get(`/v1/deadlines?${query}`)).status]).toEqual([query, 400]);
  });
});

describe("who speaks", () => {
  it("is said by a token, and by nothing else", async () => {
    for (const headers of [{}, { "guichet-principal": "operator" }, { authorization: "Basic b3A6b3A=" }]) {
      const reply = await api.get("/v1/cases", { as: "nobody", headers });
      expect([headers, ...problem(reply)]).toEqual([headers, 401, "/problems/unidentified"]);
      expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer realm="guichet"/);
    }
    for (const as of [applicant, "ANS", "operator", "HAS;platform=sesame"])
      expect([as, (await api.get("/v1/cases", { as })).status]).toEqual([as, 200]);
  });
});

describe("without a worker", () => {
  it("a filing is kept and answered 202; an act isn't promised", async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", filing: filing() }, { as: applicant });
    expect([filed.status, filed.body.status]).toEqual([202, "open"]);
    expect(filed.body.phase).toBe("deposit");
    const path = `/v1/cases/${filed.body.id}`;
    expect((await api.get(path, { as: applicant })).body.id).toBe(filed.body.id);
    const act = await api.post(`${path}/acts/withdrawn`, {}, { as: applicant });
    expect(problem(act)).toEqual([503, "/problems/unavailable"]);
    expect(act.headers.get("retry-after")).toBe("2");
    const tried = await api.post(`${path}/acts/withdrawn?dryRun=true`, {}, { as: applicant });
    expect(tried.body.case.ending.name).toBe("withdrawn");
    expect((await api.get(`${path}/receipts/nothing`, { as: applicant })).status).toBe(404);
    await api.client.workflow.getHandle(filed.body.id).terminate();
  });
});
