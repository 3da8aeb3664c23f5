import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { born } from "../../installation/servers/birth.js";
import { isAlive, leaving } from "../../installation/servers/exit.js";
import { holderOf } from "../../installation/servers/holder.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guichet-birth-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Holds this thread, and everything that it could do meanwhile. */
const stand = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

describe("a process that is born", () => {
  it("does nothing before it is held, then runs under the number that was given", async () => {
    const trace = join(folder, "trace");
    let held: number | undefined;
    const child = born("sh", ["-c", `echo $$ > ${trace}`], {}, ["ignore", "ignore"], (pid) => {
      stand(300);
      expect(existsSync(trace)).toBe(false);
      held = pid;
    });
    expect(await leaving(child)).toBe("exit code 0");
    expect(Number(readFileSync(trace, "utf8"))).toBe(held);
    expect(child.pid).toBe(held);
  });

  it("is nobody's orphan: whoever is killed while holding it leaves nothing that runs", async () => {
    const trace = join(folder, "trace");
    const noted = join(folder, "pid");
    const parent = join(folder, "parent.mts");
    const birth = fileURLToPath(new URL("../../installation/servers/birth.ts", import.meta.url));
    writeFileSync(
      parent,
      `import { writeFileSync } from "node:fs";
       import { born } from ${JSON.stringify(birth)};
       born("sh", ["-c", "echo born > ${trace}; sleep 60"], { detached: true }, ["ignore", "ignore"], (pid) => {
         writeFileSync(${JSON.stringify(noted)}, String(pid));
         process.kill(process.pid, "SIGKILL");
       });`,
    );
    const killed = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), parent], { stdio: "inherit" });
    expect(await leaving(killed)).toBe("killed by SIGKILL");
    const orphan = Number(readFileSync(noted, "utf8"));
    await vi.waitFor(() => expect(isAlive(orphan)).toBe(false), { timeout: 5_000 });
    expect(existsSync(trace)).toBe(false);
  });
});

describe("a file that a process has open", () => {
  it("is found held, until that process has gone", async () => {
    const file = join(folder, "temporal.db");
    writeFileSync(file, "");
    expect(holderOf(file)).toBeNull();
    expect(holderOf(join(folder, "nothing"))).toBeNull();
    const holder = spawn("sh", ["-c", `exec 3< ${file}; echo open; read -r word`], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await new Promise((open) => holder.stdout.once("data", open));
    expect(holderOf(file)).toBe(holder.pid);
    const gone = leaving(holder);
    holder.stdin.end();
    await gone;
    expect(holderOf(file)).toBeNull();
  });
});
