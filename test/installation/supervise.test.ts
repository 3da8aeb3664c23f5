import { describe, expect, it, vi } from "vitest";
import { type Running, supervise } from "../../installation/supervise.js";

/** A part without a process: it leaves when it is told to. */
function part(pid: number, answers = async () => true): Running & { leave(how: string): void; stopped: boolean } {
  let leave: (how: string) => void = () => undefined;
  const gone = new Promise<string>((left) => {
    leave = left;
  });
  return {
    pid,
    gone,
    stopped: false,
    answers,
    leave: (how) => leave(how),
    kill: () => leave("killed by SIGKILL"),
    async stop() {
      this.stopped = true;
      leave("asked");
    },
  };
}

const atOnce = () => 0;

describe("supervision", () => {
  it("starts again what leaves without being asked, with one sentence", async () => {
    const parts = [part(1), part(2)];
    const told: string[] = [];
    let started = 0;
    const restarted = vi.fn();
    const supervised = await supervise("The worker", async () => parts[started++] ?? part(0), {
      say: (sentence) => told.push(sentence),
      restarted,
      patience: atOnce,
    });
    parts[0]?.leave("killed by SIGKILL");
    await vi.waitFor(() => expect(supervised.now.pid).toBe(2));
    expect(told).toEqual(["The worker left (killed by SIGKILL): starting it again."]);
    expect(restarted).toHaveBeenCalledOnce();
    await supervised.stop();
    expect(parts[1]?.stopped).toBe(true);
    expect(started).toBe(2);
  });

  it("tries a restart that fails again, and says so", async () => {
    const first = part(1);
    const last = part(3);
    const outcomes: (() => Promise<Running>)[] = [
      async () => first,
      async () => Promise.reject(new Error("no disk")),
      async () => last,
    ];
    const told: string[] = [];
    const supervised = await supervise("PostgreSQL", () => (outcomes.shift() ?? outcomes[0] ?? (async () => last))(), {
      say: (sentence) => told.push(sentence),
      patience: atOnce,
    });
    first.leave("exit code 1");
    await vi.waitFor(() => expect(supervised.now.pid).toBe(3));
    expect(told[1]).toBe("PostgreSQL doesn't start: no disk");
    await supervised.stop();
  });

  it("starts again what is silent several times in a row, whatever it answered before", async () => {
    const asking = { everyMs: 5, withinMs: 20, times: 3 };
    const answers: (boolean | Error | "never")[] = [true, false, new Error("no"), true, false, "never", false];
    const asked = async () => {
      const answer = answers.shift();
      if (answer === "never") return new Promise<boolean>(() => undefined);
      if (answer instanceof Error) throw answer;
      return answer ?? false;
    };
    const parts = [part(1, asked), part(2)];
    const said: string[] = [];
    const supervised = await supervise("Temporal", async () => parts.shift() ?? part(0), {
      say: (sentence) => said.push(sentence),
      patience: atOnce,
      asking,
    });
    await vi.waitFor(() => expect(supervised.now.pid).toBe(2));
    expect(answers, "two silences, then an answer, are no fault").toEqual([]);
    expect(said).toEqual(["Temporal left (it no longer answered): starting it again."]);
    await supervised.stop();
  });

  it("doesn't try a first start again: a person must look", async () => {
    const start = vi.fn(async () => Promise.reject(new Error("no disk")));
    await expect(supervise("Temporal", start, { say: () => undefined })).rejects.toThrow("no disk");
    expect(start).toHaveBeenCalledOnce();
  });

  it("stops while it waits to start again", async () => {
    const first = part(1);
    const start = vi.fn(async () => first);
    const supervised = await supervise("The API", start, { say: () => undefined, patience: () => 60_000 });
    first.leave("exit code 1");
    await new Promise((tick) => setTimeout(tick, 10));
    await supervised.stop();
    expect(start).toHaveBeenCalledOnce();
  });
});
