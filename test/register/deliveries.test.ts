import { beforeAll, describe, expect, it } from "vitest";
import type { Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("notices", () => {
  let register: Register;
  beforeAll(async () => {
    ({ register } = await freshRegister());
  });
  const waiting = async (id: string) =>
    (await register.undelivered({ limit: 1_000 })).filter((notice) => notice.case === id).map(({ number }) => number);

  it("wait in the outbox until delivered or abandoned, each attempt kept", async () => {
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    expect(await waiting(id)).toEqual([2, 3]);
    expect(await register.undelivered({ olderThanMs: 60_000 })).toEqual([]);

    const at = "2026-03-05T10:00:02.000Z";
    await register.recordDelivery({ case: id, notice: 2, at, outcome: "failed", detail: "421 busy\u0000" });
    expect(await waiting(id)).toEqual([2, 3]);
    await register.recordDelivery({ case: id, notice: 2, at, outcome: "delivered" });
    await register.recordDelivery({ case: id, notice: 3, at, outcome: "abandoned", detail: "no address" });
    expect(await waiting(id)).toEqual([]);
    expect(await register.deliveries(id, 2)).toEqual([
      { case: id, notice: 2, at, outcome: "failed", detail: "421 busy\ufffd" },
      { case: id, notice: 2, at, outcome: "delivered", detail: null },
    ]);
    expect(await register.deliveries(id)).toHaveLength(3);
  });

  it("that are muted are recorded and never wait", async () => {
    const { id } = await register.file(filing());
    const notices = burst(id, 1).notices.map((notice, index) => ({ ...notice, deliver: index === 0, corrects: 7 }));
    await register.record(burst(id, 1, { notices }));
    expect(await waiting(id)).toEqual([2]);
    expect(await register.notice(id, 3)).toMatchObject({ party: "has", corrects: 7, legal: true });
    expect(await register.notice(id, 4)).toBeUndefined();
  });
});
