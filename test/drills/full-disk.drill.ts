/**
 * A disk that is really full: `npm start` on a small file system of its own, filled to the last byte while acts arrive and parts die.
 * Nothing that was answered is lost, nothing is done twice, and once there is room everything goes on by itself.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "../../installation/servers/ports.js";
import { type Tether, tether } from "../../installation/servers/tether.js";
import { filedThrough } from "../../rig/applicant.js";
import { developmentToken } from "../../rig/development-token.js";
import { bodies } from "../../rig/samples/pecan.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const disk = mkdtempSync(join(tmpdir(), "guichet-disk-"));

/** Only root may mount. */
const mounted = ((): boolean => {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=0711", "tmpfs", disk], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

let child: ChildProcess;
let held: Tether;
let said = "";
let url: string;

beforeAll(async () => {
  if (!mounted) return;
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...inherited } = process.env;
  const env = {
    ...inherited,
    GUICHET_HOME: join(disk, "home"),
    PORT: String(port),
    TEMPORAL_UI_PORT: String(await freePort()),
  };
  child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { cwd: root, env });
  held = tether([child.pid ?? 0]);
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  await vi.waitFor(() => expect(said).toContain("Guichet runs, after"), { timeout: 120_000, interval: 100 });
}, 130_000);

afterAll(async () => {
  if (mounted) {
    const gone = new Promise((left) => child.once("exit", left));
    if (child.exitCode === null) {
      child.kill("SIGINT");
      await gone;
    }
    held.release();
    execFileSync("umount", ["-l", disk]);
  }
  rmSync(disk, { recursive: true, force: true });
}, 60_000);

/** Takes all the room that is left. */
function fill(): void {
  const ballast = openSync(join(disk, "ballast"), "a");
  for (const bytes of [1_048_576, 4_096, 1]) {
    try {
      for (;;) writeSync(ballast, Buffer.alloc(bytes, 1));
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "ENOSPC") throw fault;
    }
  }
  closeSync(ballast);
}

const pidOf = (part: string): number =>
  (JSON.parse(readFileSync(join(disk, "home", "processes.json"), "utf8")) as Record<string, { pid: number }>)[part]
    ?.pid ?? 0;

async function asked(path: string): Promise<Record<string, unknown>> {
  const token = await developmentToken("developer", url);
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as Record<string, unknown>;
}

describe.skipIf(!mounted)("a full disk", () => {
  it("ends nothing for good, loses nothing, doubles nothing", { timeout: 240_000 }, async () => {
    const file = await filedThrough(url, 200_000);
    await file.act("convergenceDeposited", "applicant", bodies.convergence);

    fill();
    expect(statfsSync(disk).bavail).toBe(0);
    const sent = [
      file.act("sesameDeposited", "applicant", bodies.documents),
      file.act("ansAdmissibilityNotified", "ANS", { admissible: true }),
    ];
    await pause(5_000);
    for (const part of ["worker", "postgres"]) process.kill(pidOf(part), "SIGKILL");
    await pause(15_000);
    // Every sign of life goes on, as far as nothing has to be written.
    expect(child.exitCode).toBeNull();

    rmSync(join(disk, "ballast"));
    await Promise.all(sent);
    await file.act("conventionSent", "ANS");
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
      timeout: 60_000,
      interval: 250,
    });

    const { journal } = (await asked(`/v1/cases/${file.id}/journal`)) as { journal: { kind: string; name: string }[] };
    const acts = journal.filter(({ kind }) => kind === "act").map(({ name }) => name);
    expect(acts.sort()).toEqual([
      "ansAdmissibilityNotified",
      "conventionSent",
      "convergenceDeposited",
      "sesameDeposited",
    ]);
    expect(await asked(`/v1/cases/${file.id}/verification`)).toMatchObject({ valid: true });
    expect(said).not.toMatch(/UnhandledPromise|at .*\.ts:\d+:\d+/);
  });
});
