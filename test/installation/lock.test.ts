import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HomeInUse, lockHome } from "../../installation/lock.js";
import { identified } from "../../installation/process-identity.js";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "guichet-lock-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A process that lives until it is told to die. */
function living(): { pid: number; die(): Promise<void> } {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  if (!child.pid) throw new Error("no process");
  const gone = new Promise<void>((left) => child.once("exit", () => left()));
  return {
    pid: child.pid,
    async die() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

describe("the lock of a home", () => {
  it("lets one start in, and the next when it leaves", () => {
    const first = lockHome(home);
    expect(first.abandonedBy).toBeNull();
    first.release();
    lockHome(home).release();
  });

  it("refuses a second start while the first lives, and touches nothing", async () => {
    const other = living();
    lockHome(home, identified(other.pid));
    const before = readFileSync(join(home, "lock"), "utf8");
    expect(() => lockHome(home)).toThrow(HomeInUse);
    expect(() => lockHome(home)).toThrow(`process ${other.pid}`);
    expect(readFileSync(join(home, "lock"), "utf8")).toBe(before);
    await other.die();
  });

  it("is taken over from a start that was killed", async () => {
    const other = living();
    lockHome(home, identified(other.pid));
    await other.die();
    const mine = lockHome(home);
    expect(mine.abandonedBy?.pid).toBe(other.pid);
    expect(() => lockHome(home)).toThrow(HomeInUse);
    mine.release();
  });

  it("isn't fooled by another program that was given the same number", () => {
    writeFileSync(join(home, "lock"), JSON.stringify({ pid: process.pid, began: "long ago" }));
    lockHome(home).release();
  });

  it("is taken over when it says nothing readable", () => {
    writeFileSync(join(home, "lock"), "{");
    lockHome(home).release();
  });

  it("isn't let go by somebody who doesn't hold it", async () => {
    const other = living();
    const theirs = lockHome(home, identified(other.pid));
    await other.die();
    const mine = lockHome(home);
    theirs.release();
    expect(() => lockHome(home)).toThrow(HomeInUse);
    mine.release();
  });
});
