/** People sign in at the issuer of development, as a browser would: code flow, PKCE, an encrypted session, and no other way in. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../../api/serving.js";
import { configuration } from "../../config/index.js";
import { type Desk, openDesk } from "../../desk/desk.js";
import { enrolDevelopmentPeople } from "../../identity/development/enrol.js";
import { openDevelopmentIssuer } from "../../identity/development/issuer.js";
import { openIdentity } from "../../identity/identity.js";
import { Cookies, sessionLimits } from "../../identity/session.js";
import { freePort } from "../../installation/servers/ports.js";
import { developmentToken } from "../../rig/development-token.js";
import { testApi } from "./open.js";
import { filing } from "./samples.js";

const api = testApi();
const home = mkdtempSync(join(tmpdir(), "guichet-identity-"));
let url: string;
let desk: Desk;
let serving: Serving;
const logged: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const read = configuration({ PORT: String(port), GUICHET_HOME: home });
  const identity = await openIdentity(read, api.register);
  await enrolDevelopmentPeople(api.register, identity.development?.issuer ?? "");
  desk = openDesk(api, read);
  serving = await serve(desk, read, { port, host: "127.0.0.1" }, { identity });
});
afterAll(async () => {
  await serving.stop(0);
  await desk.close();
  rmSync(home, { recursive: true });
});

/** A browser: it keeps cookies, and follows addresses one at a time. */
class Browser {
  readonly cookies = new Map<string, string>();

  async ask(address: string, more: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { accept: "text/html", ...(cookie !== "" && { cookie }), ...(more.headers as object) };
    const response = await fetch(new URL(address, url), { ...more, headers, redirect: "manual" });
    for (const header of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = header.split("; ");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      logged.push(attributes.join("; "));
      if (value === "" || attributes.includes("Max-Age=0")) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows where it is sent until it is sent no further. */
  async follow(address: string, more: RequestInit = {}): Promise<{ readonly response: Response; readonly at: string }> {
    let response = await this.ask(address, more);
    let at = address;
    for (let hops = 0; hops < 10; hops++) {
      const location = response.headers.get("location");
      if (location === null) return { response, at };
      at = location;
      response = await this.ask(location);
    }
    throw new Error(`sent on and on from ${address}`);
  }

  async signIn(person: string, to = "/v1/me"): Promise<{ readonly response: Response; readonly at: string }> {
    const { response, at } = await this.follow(`/sign-in?to=${encodeURIComponent(to)}`);
    expect(await response.text()).toContain(`value="${person}"`);
    return this.follow(at, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `person=${person}`,
    });
  }
}

describe("a person", () => {
  it("signs in, is who the issuer says with the mandate of the directory, and signs out", async () => {
    const browser = new Browser();
    expect((await browser.ask("/v1/me")).status).toBe(401);
    const { response, at } = await browser.signIn("HAS");
    expect([response.status, at]).toEqual([200, "/v1/me"]);
    expect(await response.json()).toMatchObject({ role: "officer", party: "HAS" });
    expect([...browser.cookies.keys()]).toContain("guichet-session");
    expect([...browser.cookies.keys()]).not.toContain("guichet-sign-in");
    const out = await browser.ask("/sign-out", { method: "POST", headers: { origin: url } });
    expect(out.status).toBe(303);
    expect((await browser.ask("/v1/me")).status).toBe(401);
  });

  it("who signs out ends every copy of the session, and no other session of theirs", async () => {
    const browser = new Browser();
    await browser.signIn("HAS");
    const elsewhere = new Browser();
    await elsewhere.signIn("HAS");
    const thief = new Browser();
    thief.cookies.set("guichet-session", browser.cookies.get("guichet-session") ?? "");
    expect((await thief.ask("/v1/me")).status).toBe(200);
    const elsewhereForm = { method: "POST", headers: { origin: "https://elsewhere.example" } };
    for (const asking of [browser, new Browser()])
      expect((await asking.ask("/sign-out", elsewhereForm)).status).toBe(403);
    expect((await browser.ask("/v1/me")).status).toBe(200);
    await browser.ask("/sign-out", { method: "POST", headers: { origin: url } });
    expect((await thief.ask("/v1/me")).status).toBe(401);
    expect((await elsewhere.ask("/v1/me")).status).toBe(200);
  });

  it("holds a cookie that no script reads, that no other site sends, and that says nothing", async () => {
    const browser = new Browser();
    await browser.signIn("ANS");
    for (const attributes of logged.filter((one) => !one.includes("path=/dev")))
      expect(attributes.toLowerCase()).toContain("httponly");
    const cookie = browser.cookies.get("guichet-session") ?? "";
    expect(Buffer.from(cookie, "base64url").toString()).not.toContain("ANS");
    browser.cookies.set("guichet-session", `${cookie.slice(0, -4)}AAAA`);
    expect((await browser.ask("/v1/me")).status).toBe(401);
  });

  it("isn't spoken for by another site: a command needs to come from a page of ours", async () => {
    const browser = new Browser();
    await browser.signIn("operator");
    const command = (headers: Record<string, string>) =>
      browser.ask("/v1/people", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ issuer: "https://a", subject: "b", name: "c" }),
      });
    for (const headers of [
      {},
      { origin: "https://elsewhere.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: url },
    ] as Record<string, string>[])
      expect([headers, (await command(headers)).status]).toEqual([headers, 403]);
    expect((await command({ origin: url })).status).toBe(200);
    expect((await command({ "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  it("is written down as having done by a page what they did with their session", async () => {
    const browser = new Browser();
    await browser.signIn("legal-representative");
    const filed = await browser.ask("/v1/cases", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "by a page", origin: url },
      body: JSON.stringify({ procedure: "pecan", sandbox: true, filing: filing() }),
    });
    const { id } = (await filed.json()) as { id: string };
    expect((await api.register.case(id))?.author).toMatchObject({ role: "legal-representative", channel: "page" });
  });

  it("isn't given somebody else's sign-in: no callback without one under way here, and no planted session", async () => {
    const browser = new Browser();
    expect((await browser.ask("/sign-in/callback?code=x&state=y")).status).toBe(400);
    await browser.ask("/sign-in");
    const answered = await browser.ask("/sign-in/callback?code=x&state=y");
    expect([answered.status, browser.cookies.has("guichet-session")]).toEqual([401, false]);
    // Two cookies of one name: one of them was planted.
    const own = new Browser();
    await own.signIn("HAS");
    const session = own.cookies.get("guichet-session") ?? "";
    const planted = await fetch(`${url}/v1/me`, {
      headers: { cookie: `guichet-session=${session}; guichet-session=${session}` },
    });
    expect(planted.status).toBe(401);
  });

  it("is led to this installation alone once signed in", async () => {
    for (const to of ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:0"]) {
      const browser = new Browser();
      const { at } = await browser.signIn("HAS", to);
      expect([to, new URL(at, url).origin]).toEqual([to, url]);
    }
  });
});

describe("a session", () => {
  const key = new Uint8Array(32).fill(7);
  const who = { id: "session-1", issuer: "https://issuer.example", subject: "somebody" };
  const pairOf = (header: string): string => header.split("; ")[0] ?? "";

  it("ends after half an hour without a request, and after eight hours whatever happens", async () => {
    let now = Date.parse("2026-03-02T08:00:00Z");
    const cookies = new Cookies([key], true, () => now);
    const signedInAt = Math.floor(now / 1000);
    let cookie = pairOf(await cookies.session({ ...who, signedInAt }));
    now += (sessionLimits.idle - 1) * 1000;
    expect(await cookies.readSession(cookie)).toEqual({ ...who, signedInAt });
    now += 2_000;
    expect(await cookies.readSession(cookie)).toBeUndefined();
    // Used all day long.
    now = signedInAt * 1000;
    while (now < (signedInAt + sessionLimits.absolute - 60) * 1000) {
      now += 15 * 60_000;
      cookie = pairOf(await cookies.session({ ...who, signedInAt }));
    }
    now = (signedInAt + sessionLimits.absolute) * 1000;
    expect(await cookies.readSession(cookie)).toBeUndefined();
  });

  it("outlives the replacement of its key, is of its own kind, and is bound to the host where we are reached by https", async () => {
    const header = await new Cookies([key], true).session({ ...who, signedInAt: Math.floor(Date.now() / 1000) });
    expect(header).toMatch(/^__Host-guichet-session=.*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/);
    const next = new Uint8Array(32).fill(8);
    expect(await new Cookies([next, key], true).readSession(pairOf(header))).toMatchObject(who);
    expect(await new Cookies([next], true).readSession(pairOf(header))).toBeUndefined();
    const underWay = { state: "s", nonce: "n", verifier: "v", to: "/" };
    const signIn = pairOf(await new Cookies([key], true).signIn(underWay)).replace("sign-in", "session");
    expect(await new Cookies([key], true).readSession(signIn)).toBeUndefined();
  });
});

describe("the issuer of development", () => {
  it("gives the command line a token for each of its people, and for nobody else", async () => {
    const token = await developmentToken("CNEDiMTS", url);
    const me = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ party: "CNEDiMTS", role: "officer" });
    await expect(developmentToken("nobody", url)).rejects.toThrow(/no token/);
  });

  it("doesn't exist in production, and its key is its owner's", async () => {
    const read = { ...configuration({ GUICHET_HOME: home }), environment: "production" as const };
    await expect(openDevelopmentIssuer(read)).rejects.toThrow(/production/);
    expect(statSync(join(home, "development-issuer-key.json")).mode & 0o077).toBe(0);
  });
});
