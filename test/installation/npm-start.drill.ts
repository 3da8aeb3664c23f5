/**
 * The whole of `npm start`, on a home of its own: from nothing, side by side, killed one process at a time, killed
 * whole, and asked to leave. Run by `npm run drills`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive } from "../../installation/servers/exit.js";
import { freePort } from "../../installation/servers/ports.js";
import { type Tether, tether } from "../../installation/servers/tether.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = ["api", "worker", "temporal", "postgres"] as const;

let home: string;
let port: number;
let uiPort: number;
const begun: ChildProcess[] = [];
const held: Tether[] = [];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "guichet-drill-"));
  chmodSync(home, 0o711);
  port = await freePort();
  uiPort = await freePort();
});

afterAll(async () => {
  for (const child of begun) child.kill("SIGINT");
  await vi.waitFor(() => expect(existsSync(join(home, "lock"))).toBe(false), { timeout: 60_000 });
  for (const one of held) one.release();
  rmSync(home, { recursive: true, force: true });
});

/** `npm start` without npm, whose only part is to pass signals on. */
function start(): { child: ChildProcess; said(): string; left: Promise<number | null> } {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...inherited } = process.env;
  const env = { ...inherited, GUICHET_HOME: home, PORT: String(port), TEMPORAL_UI_PORT: String(uiPort) };
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { cwd: root, env });
  begun.push(child);
  // A run of tests that is interrupted takes it along, and it takes its servers.
  if (child.pid) held.push(tether([child.pid]));
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  return { child, said: () => said, left: new Promise((left) => child.once("exit", left)) };
}

/** Waits until everything runs, or fails at once with what was said when the start gives up. */
async function runs({ said, left }: ReturnType<typeof start>): Promise<void> {
  const ready = vi.waitFor(() => expect(said()).toContain("Guichet runs, after"), { timeout: 120_000, interval: 100 });
  const gaveUp = left.then((code) => Promise.reject(new Error(`The start left with ${code}:\n${said()}`)));
  // It leaves in the end, when it is asked to: then nobody listens any more.
  gaveUp.catch(() => undefined);
  await Promise.race([ready, gaveUp]);
}

const processes = (): Record<string, { pid: number }> => JSON.parse(readFileSync(join(home, "processes.json"), "utf8"));

const pidOf = (part: string): number => processes()[part]?.pid ?? 0;

const answers = async (path: string, at = port): Promise<number> =>
  (await fetch(`http://127.0.0.1:${at}${path}`, { signal: AbortSignal.timeout(5_000) })).status;

/** The processes of this home: by their command, or by what they were given. */
const ofThisHome = (): string[] =>
  readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      return ["cmdline", "environ"].some((file) => readFileSync(`/proc/${pid}/${file}`, "utf8").includes(home));
    } catch {
      return false;
    }
  });

describe("npm start", { timeout: 300_000 }, () => {
  it.skipIf(process.platform !== "linux")("killed while its parts are being born, leaves no orphan", async () => {
    for (const part of [...parts].reverse()) {
      rmSync(join(home, "processes.json"), { force: true });
      const { child, left } = start();
      const isNoted = () => existsSync(join(home, "processes.json")) && pidOf(part) > 0;
      await vi.waitFor(() => expect(isNoted()).toBe(true), { timeout: 60_000, interval: 2 });
      child.kill("SIGKILL");
      await left;
      await vi.waitFor(() => expect(ofThisHome()).toEqual([]), { timeout: 60_000, interval: 250 });
    }
  });

  it("brings everything up from nothing, and everything up again after each death", async () => {
    const first = start();
    const { child, said, left } = first;
    await runs(first);
    expect(await answers("/livez")).toBe(200);
    expect(await answers("/", uiPort)).toBe(200);

    const second = start();
    expect(await second.left).toBe(1);
    expect(second.said()).toContain(`Guichet already runs on ${home} (process ${child.pid}): nothing was touched`);

    for (const part of parts) {
      const killed = pidOf(part);
      process.kill(killed, "SIGKILL");
      await vi.waitFor(() => expect(pidOf(part)).not.toBe(killed), { timeout: 60_000, interval: 100 });
    }
    expect(said().match(/starting it again\./g)).toHaveLength(parts.length);
    await vi.waitFor(() => expect(said().match(/ runs again\./g)).toHaveLength(parts.length), { timeout: 60_000 });
    await vi.waitFor(async () => expect(await answers("/readyz")).toBe(200), { timeout: 60_000, interval: 250 });

    // Stopped, not dead: none of them leaves, and none of them answers.
    const stopped = Object.fromEntries(parts.map((part) => [part, pidOf(part)]));
    for (const part of parts) process.kill(pidOf(part), "SIGSTOP");
    await vi.waitFor(() => expect(parts.filter((part) => pidOf(part) === stopped[part])).toEqual([]), {
      timeout: 90_000,
      interval: 250,
    });
    expect(said().match(/left \(it no longer answered\)/g)).toHaveLength(parts.length);
    await vi.waitFor(async () => expect(await answers("/readyz")).toBe(200), { timeout: 60_000, interval: 250 });

    // A disk without room for a note: what dies is started again all the same.
    const inTheWay = join(home, "processes.json.arriving");
    mkdirSync(inTheWay);
    const unnoted = pidOf("worker");
    const restarts = () => said().match(/The worker runs again\./g)?.length ?? 0;
    const before = restarts();
    process.kill(unnoted, "SIGKILL");
    await vi.waitFor(() => expect(said()).toContain("can't be noted for the next start"), { timeout: 30_000 });
    await vi.waitFor(() => expect(restarts()).toBe(before + 1), { timeout: 60_000 });
    rmSync(inTheWay, { recursive: true });
    process.kill(pidOf("api"), "SIGKILL");
    await vi.waitFor(() => expect(pidOf("worker")).not.toBe(unnoted), { timeout: 30_000 });

    // Killed whole, by surprise: what it started doesn't outlive it by much, and the next start doesn't mind.
    const orphans = parts.map(pidOf);
    child.kill("SIGKILL");
    await left;
    const third = start();
    await runs(third);
    expect(third.said()).toContain("The last start was killed");
    for (const pid of orphans) expect(isAlive(pid) && pid !== pidOf("postgres")).toBe(false);
    expect(await answers("/livez")).toBe(200);

    const last = [...parts.map(pidOf), pidOf("tether")];
    third.child.kill("SIGINT");
    expect(await third.left).toBe(0);
    const order = [...third.said().matchAll(/(The API|The worker|Temporal|PostgreSQL) is stopped/g)].map(
      ([, who]) => who,
    );
    expect(order).toEqual(["The API", "The worker", "Temporal", "PostgreSQL"]);
    await vi.waitFor(() => expect(last.filter(isAlive)).toEqual([]), { timeout: 10_000 });
    expect(existsSync(join(home, "lock"))).toBe(false);
  });
});
