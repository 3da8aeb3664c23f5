import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startProgram } from "../../installation/program.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guichet-program-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program of one line. */
function program(text: string): string {
  const file = join(folder, "program.mts");
  writeFileSync(file, text);
  return file;
}

const start = (text: string, within = 20_000) =>
  startProgram({ name: "worker", file: program(text), env: { GREETING: "bonjour" }, logs: folder, within });

describe("a program of npm start", () => {
  it("is ready when it says so, with its own environment and log, and leaves when it is asked", async () => {
    const running = await start(`
      console.log(process.env.GREETING);
      process.once("SIGTERM", () => { console.log("au revoir"); process.exit(0); });
      setInterval(() => {}, 1000);
      process.send({ ready: true, port: 4321 });`);
    expect(running.port).toBe(4321);
    await running.stop();
    expect(await running.gone).toBe("exit code 0");
    expect(readFileSync(join(folder, "worker.log"), "utf8")).toBe("bonjour\nau revoir\n");
  });

  it("tells its own error when it leaves instead, not that of an earlier start", async () => {
    await expect(start('throw new Error("the first reason")')).rejects.toThrow("the first reason");
    const second = await start('throw new TypeError("the second reason")').catch((fault: Error) => fault.message);
    expect(second).toContain("the worker didn't start (exit code 1)");
    expect(second).toContain("TypeError: the second reason");
    expect(second).not.toContain("the first reason");
  });

  it("answers while it works; stopped, or turning for ever, it doesn't, and can still be killed", async () => {
    const within = (asked: Promise<boolean>) =>
      Promise.race([asked, new Promise<boolean>((late) => setTimeout(() => late(false), 500))]);
    const running = await start(`
      process.once("SIGUSR2", () => { for (;;); });
      setInterval(() => {}, 1000);
      process.send({ ready: true });`);
    expect(await within(running.answers())).toBe(true);
    process.kill(running.pid, "SIGSTOP");
    expect(await within(running.answers())).toBe(false);
    process.kill(running.pid, "SIGCONT");
    await vi.waitFor(async () => expect(await within(running.answers())).toBe(true), { timeout: 5_000 });
    process.kill(running.pid, "SIGUSR2");
    await vi.waitFor(async () => expect(await within(running.answers())).toBe(false), { timeout: 5_000 });
    running.kill();
    expect(await running.gone).toBe("killed by SIGKILL");
  });

  it("isn't waited for for ever", async () => {
    await expect(start("setInterval(() => {}, 1000)", 1_500)).rejects.toThrow("not ready after 1.5 seconds");
  });
});
