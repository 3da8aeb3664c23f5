import { describe, expect, it, vi } from "vitest";
import { type Running, supervise } from "../../installation/supervise.js";

/** A part without a process: it leaves when it is told to. */
function part(pid: number): Running & { leave(how: string): void; stopped: boolean } {
  let leave: (how: string) => void = () => undefined;
  const gone = new Promise<string>((left) => {
    leave = left;
  });
  return {
    pid,
    gone,
    stopped: false,
    leave: (how) => leave(how),
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
      tell: (sentence) => told.push(sentence),
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
      tell: (sentence) => told.push(sentence),
      patience: atOnce,
    });
    first.leave("exit code 1");
    await vi.waitFor(() => expect(supervised.now.pid).toBe(3));
    expect(told[1]).toBe("PostgreSQL doesn't start: no disk");
    await supervised.stop();
  });

  it("doesn't try a first start again: a person must look", async () => {
    const start = vi.fn(async () => Promise.reject(new Error("no disk")));
    await expect(supervise("Temporal", start, { tell: () => undefined })).rejects.toThrow("no disk");
    expect(start).toHaveBeenCalledOnce();
  });

  it("stops while it waits to start again", async () => {
    const first = part(1);
    const start = vi.fn(async () => first);
    const supervised = await supervise("The API", start, { tell: () => undefined, patience: () => 60_000 });
    first.leave("exit code 1");
    await new Promise((tick) => setTimeout(tick, 10));
    await supervised.stop();
    expect(start).toHaveBeenCalledOnce();
  });
});
