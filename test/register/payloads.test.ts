import { describe, expect, it } from "vitest";
import { freshRegister } from "./open.js";

describe("payloads too heavy for Temporal", async () => {
  const { register, owner } = await freshRegister();
  const { payloads } = register;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const age = (workflow: string, days: number) =>
    owner.query("update payloads set kept_at = now() - make_interval(days => $2) where workflow_id = $1", [
      workflow,
      days,
    ]);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

  it("are read back byte for byte, each by its own workflow alone", async () => {
    const kept = { digest: "d1", bytes: new Uint8Array([0, 255, 10, 0]) };
    await payloads.keep("CASE-1", [kept, { digest: "d2", bytes: bytes("x") }]);
    const read = await payloads.read("CASE-1", ["d1", "d3"]);
    expect([...read].map(([digest, found]) => [digest, [...found]])).toEqual([["d1", [0, 255, 10, 0]]]);
    expect((await payloads.read("CASE-2", ["d1"])).size).toBe(0);
  });

  it("are one row however often they are kept, as young as the last time", async () => {
    const same = [{ digest: "d", bytes: bytes("same") }];
    await payloads.keep("CASE-3", same);
    await age("CASE-3", 60);
    expect(await payloads.holders(daysAgo(45), "", 10)).toEqual(["CASE-3"]);
    await payloads.keep("CASE-3", same);
    expect(await payloads.holders(daysAgo(45), "", 10)).toEqual([]);
    expect(await payloads.drop("CASE-3", daysAgo(45))).toBe(0);
    await age("CASE-3", 60);
    expect(await payloads.drop("CASE-3", daysAgo(45))).toBe(1);
  });

  it("are counted, the heaviest workflow first", async () => {
    await payloads.keep("HEAVY", [
      { digest: "a", bytes: bytes("x".repeat(1_000)) },
      { digest: "b", bytes: bytes("y".repeat(500)) },
    ]);
    expect((await payloads.heaviest(1))[0]).toEqual({ workflow: "HEAVY", count: 2, bytes: 1_500 });
  });
});
