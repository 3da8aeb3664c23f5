import { beforeAll, describe, expect, it } from "vitest";
import type { KeptMessage, Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("the message of a key", () => {
  let register: Register;
  let id: string;
  beforeAll(async () => {
    ({ register } = await freshRegister());
    ({ id } = await register.file(filing()));
  });

  const message = (act: string, updateId: string, at: string): KeptMessage => ({
    id: act,
    act: "applicationAcknowledged",
    updateId,
    message: { at, by: "ministers" },
  });

  it("is the first that was kept, until it is let go", async () => {
    const [first, second] = [message("a", "a.1", "2026-03-05T10:00:00Z"), message("a", "a.2", "2026-03-05T11:00:00Z")];
    expect(await register.keepMessage(id, first)).toEqual(first);
    expect(await register.keepMessage(id, second)).toEqual(first);
    expect((await register.caseWithAct(id, "a"))?.kept).toEqual({ ...first, promised: false });
    await register.promise(id, "a");
    expect((await register.caseWithAct(id, "a"))?.kept?.promised).toBe(true);
    await register.letGoOf(id, "a", "a.1");
    expect((await register.caseWithAct(id, "a"))?.kept).toBeUndefined();
    expect(await register.keepMessage(id, second)).toEqual(second);
    // A refusal that comes late is the refusal of its own message alone.
    await register.letGoOf(id, "a", "a.1");
    expect((await register.caseWithAct(id, "a"))?.kept).toEqual({ ...second, promised: false });
  });

  it("is one, however many processes make it at the same time", async () => {
    const made = Array.from({ length: 12 }, (_, nth) => message("b", `b.${nth}`, `2026-03-05T10:00:${10 + nth}Z`));
    const standing = await Promise.all(made.map((each) => register.keepMessage(id, each)));
    expect(new Set(standing.map((each) => each?.updateId)).size).toBe(1);
  });

  it("leaves in the transaction that records its act, and none is kept for an act that stands", async () => {
    const kept = message("act-1", "act-1.1", "2026-03-05T10:00:00Z");
    await register.keepMessage(id, kept);
    await register.record(burst(id, 1));
    const held = await register.caseWithAct(id, "act-1");
    expect([held?.act?.act.id, held?.kept]).toEqual(["act-1", undefined]);
    expect(await register.keepMessage(id, message("act-1", "act-1.2", "2026-03-05T11:00:00Z"))).toBeUndefined();
  });
});
