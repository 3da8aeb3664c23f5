import { connect as connectSocket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { serve } from "../../api/serving.js";
import { configuration } from "../../config/index.js";
import { openDesk } from "../../desk/desk.js";
import { openIdentity } from "../../identity/identity.js";
import { onServer } from "../setup/template.js";
import { audience } from "./issuer.js";
import { testApi } from "./open.js";
import { filing } from "./samples.js";

const api = testApi({ worker: true });

interface Heard {
  readonly events: {
    readonly id: string | undefined;
    readonly event: string;
    readonly data: Record<string, unknown>;
  }[];
  /** Resolves when the stream was ended cleanly; rejects when it was cut. */
  readonly over: Promise<void>;
  leave(): void;
}

/** Follows a stream of server-sent events. */
async function follow(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard> {
  const leaving = new AbortController();
  const authorization = `Bearer ${await api.tokenFor("developer")}`;
  const response = await fetch(url, { headers: { authorization, ...headers }, signal: leaving.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
  const events: Heard["events"] = [];
  const over = (async () => {
    let rest = "";
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = `${rest}${chunk}`.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const field = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
        const event = field("event");
        if (event !== undefined) events.push({ id: field("id"), event, data: JSON.parse(field("data") ?? "{}") });
      }
    }
  })();
  over.catch(() => undefined);
  return { events, over, leave: () => leaving.abort() };
}

const names = ({ events }: Heard): string[] => events.map(({ event }) => event);

describe("the stream of a case", () => {
  let id: string;
  let version: number;
  const open: Heard[] = [];
  const events = (after = "") => `${api.url}/v1/cases/${id}/events${after}`;
  const following = async (...of: Parameters<typeof follow>): Promise<Heard> => {
    const heard = await follow(...of);
    open.push(heard);
    return heard;
  };

  beforeAll(async () => {
    const filed = await api.post("/v1/cases", { procedure: "pecan", sandbox: true, filing: filing() });
    ({ id, version } = filed.body);
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.leave();
  });

  it("answers HEAD with its head alone, and the connection serves again", async () => {
    const socket = connectSocket(Number(new URL(api.url).port), "127.0.0.1");
    let heard = "";
    socket.setEncoding("utf8").on("data", (text: string) => {
      heard += text;
    });
    const authorization = `Authorization: Bearer ${await api.tokenFor("developer")}`;
    socket.write(`HEAD /v1/cases/${id}/events HTTP/1.1\r\nHost: here\r\n${authorization}\r\n\r\n`);
    await vi.waitFor(() => expect(heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*text\/event-stream[\s\S]*\r\n\r\n$/), 5_000);
    heard = "";
    socket.write("GET /livez HTTP/1.1\r\nHost: here\r\n\r\n");
    await vi.waitFor(() => expect(heard).toMatch(/^HTTP\/1\.1 200 [\s\S]*ok\n$/), 5_000);
    socket.destroy();
  });

  it("says that it can't hear any more, then tells what was missed, and that it hears again", async () => {
    const heard = await following(events(`?after=${version}`));
    await pause(100);
    const reads = vi.spyOn(api.register, "journal").mockRejectedValueOnce(new Error("away"));
    try {
      const database = new URL(api.databaseUrl).pathname.slice(1);
      const listeners = `from pg_stat_activity where query ilike 'listen %' and datname = '${database}'`;
      await onServer(api.databaseUrl, `select pg_terminate_backend(pid) ${listeners}`);
      await vi.waitFor(() => expect(names(heard)).toEqual(["interrupted"]), 10_000);
      const body = { documents: [{ title: "Pièce" }] };
      const sent = await api.post(`/v1/cases/${id}/acts/sesameDeposited`, { by: "applicant", body });
      expect(sent.status).toBe(200);
      await vi.waitFor(() => expect(names(heard).at(-1)).toBe("resumed"), 20_000);
      expect(names(heard)).toContain("act");
      expect(names(heard).filter((name) => name === "interrupted")).toHaveLength(1);
      version = sent.body.case.version;
    } finally {
      reads.mockRestore();
    }
  });

  it("says to a client that is ahead of the journal where it really stands, and goes on from there", async () => {
    const heard = await following(events(), { "last-event-id": String(version + 7) });
    await vi.waitFor(() => expect(heard.events).toEqual([{ id: String(version), event: "ahead", data: { version } }]));
    const even = await following(events(), { "last-event-id": String(version) });
    await pause(300);
    expect(even.events).toEqual([]);
  });

  it("ends cleanly at the stop, which waits for nobody", async () => {
    const read = configuration({ TOKEN_ISSUERS: api.issuer.issuer, TOKEN_AUDIENCE: audience });
    const desk = openDesk(api, read);
    const where = { port: 0, host: "127.0.0.1" };
    const serving = await serve(desk, read, where, { identity: await openIdentity(read, api.register) });
    const heard = await follow(`http://127.0.0.1:${serving.address.port}/v1/cases/${id}/events`);
    await vi.waitFor(() => expect(heard.events.length).toBe(version));
    const began = performance.now();
    await serving.stop(10_000);
    await heard.over;
    expect(performance.now() - began).toBeLessThan(3_000);
    await desk.close();
  });
});

describe("what is asked at an address", () => {
  it.each([
    ["DELETE", "/v1/cases", "POST, GET, HEAD, OPTIONS"],
    ["PUT", "/v1/cases/PECAN-2026-0001", "GET, HEAD, OPTIONS"],
    ["GET", "/v1/simulations", "POST, OPTIONS"],
    ["POST", "/openapi.json", "GET, HEAD, OPTIONS"],
    ["PATCH", "/livez", "GET, HEAD, OPTIONS"],
  ])("by %s %s is a 405 that says what it takes", async (method, path, allow) => {
    const reply = await fetch(api.url + path, { method });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, allow]);
    expect(await reply.json()).toMatchObject({ type: "/problems/method-not-allowed", status: 405 });
    expect((await fetch(api.url + path, { method: "OPTIONS" })).headers.get("allow")).toBe(allow);
  });

  it("in another encoding than UTF-8 is refused, and nothing is kept of it", async () => {
    const body = JSON.stringify({ procedure: "pecan", sandbox: true, filing: filing() }).replace("Acme", "Société");
    const authorization = `Bearer ${await api.tokenFor("developer")}`;
    const send = (bytes: Uint8Array<ArrayBuffer>, type = "application/json") =>
      fetch(`${api.url}/v1/cases`, {
        method: "POST",
        headers: { authorization, "content-type": type, "idempotency-key": `latin-${bytes.length}-${type}` },
        body: bytes,
      });
    expect((await send(Buffer.from(body, "latin1"))).status).toBe(400);
    expect((await send(Buffer.from(body, "utf16le"), "application/json; charset=utf-16")).status).toBe(415);
    expect((await send(Buffer.from(body, "latin1"), "application/json; charset=iso-8859-1")).status).toBe(415);
    const kept = await send(Buffer.from(body));
    const filed = (await kept.json()) as { filing: { applicant: { name: string } } };
    expect([kept.status, filed.filing.applicant.name]).toEqual([201, "Société Santé"]);
  });
});
