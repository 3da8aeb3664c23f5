import { beforeAll, describe, expect, it } from "vitest";
import type { NoticeReference, Register } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, filing } from "./samples.js";

describe("the outbox", () => {
  let register: Register;
  let expire: (reference: NoticeReference) => Promise<unknown>;
  beforeAll(async () => {
    const fresh = await freshRegister();
    register = fresh.register;
    expire = ({ case: id, number }) =>
      fresh.owner.query(
        "update outbox set held_until = now() - interval '1 second' where case_id = $1 and number = $2",
        [id, number],
      );
  });
  const told = async (): Promise<string> => {
    const { id } = await register.file(filing());
    await register.record(burst(id, 1));
    return id;
  };
  const taken = async (holder: string) => (await register.outbox.take(holder, 100)).map(({ number }) => number);

  it("gives each notice to one holder at a time", async () => {
    const id = await told();
    expect(await register.outbox.anyFree()).toBe(true);
    expect(await taken("a")).toEqual([2, 3]);
    expect(await taken("b")).toEqual([]);
    expect(await register.outbox.anyFree()).toBe(false);
    expect(await register.outbox.hold("b", { case: id, number: 2 })).toBe("held by another");
    await register.outbox.release("b", [{ case: id, number: 2 }]);
    expect(await taken("b")).toEqual([]);
    await register.outbox.release("a", [{ case: id, number: 2 }]);
    expect(await taken("b")).toEqual([2]);
    await register.outbox.settle("b", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "delivered" },
    ]);
  });

  it("frees what a holder that died has said nothing of, and keeps what one that lives renews", async () => {
    const id = await told();
    expect(await taken("dead")).toEqual([2, 3]);
    await expire({ case: id, number: 2 });
    await expire({ case: id, number: 3 });
    await register.outbox.keep("dead", [{ case: id, number: 3 }]);
    expect(await taken("next")).toEqual([2]);
    await register.outbox.keep("dead", [{ case: id, number: 2 }]);
    await expire({ case: id, number: 2 });
    expect(await register.outbox.hold("other", { case: id, number: 2 })).toMatchObject({ notice: { number: 2 } });
    await register.outbox.settle("other", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "delivered" },
    ]);
  });

  it("keeps each attempt; what failed is set apart, what is delivered or abandoned leaves", async () => {
    const id = await told();
    await taken("a");
    await register.outbox.settle("a", [{ case: id, number: 2, outcome: "failed", detail: "421 busy\u0000" }]);
    expect(await taken("b")).toEqual([]);
    const held = await register.outbox.hold("b", { case: id, number: 2 });
    expect(held).toMatchObject({ notice: { case: id, number: 2, subject: "Accusé de réception" } });
    expect(typeof held === "object" && held.triedForMs).toBeGreaterThanOrEqual(0);
    await register.outbox.settle("b", [
      { case: id, number: 2, outcome: "delivered" },
      { case: id, number: 3, outcome: "abandoned", detail: "no address" },
    ]);
    expect(await register.outbox.hold("b", { case: id, number: 2 })).toBe("gone");
    expect(await register.outbox.anyFree()).toBe(false);
    expect(await register.deliveries(id, 2)).toMatchObject([
      { case: id, number: 2, outcome: "failed", detail: "421 busy\ufffd" },
      { case: id, number: 2, outcome: "delivered", detail: undefined },
    ]);
    expect(await register.deliveries(id)).toHaveLength(3);
    const abandoned = await register.noticeFeed({ delivery: "abandoned" });
    expect(abandoned.map((notice) => [notice.case, notice.number])).toEqual([[id, 3]]);
  });

  it("never holds what is muted, which is recorded all the same", async () => {
    const { id } = await register.file(filing());
    const notices = burst(id, 1).notices.map((notice, index) => ({ ...notice, deliver: index === 0, corrects: 7 }));
    await register.record(burst(id, 1, { notices }));
    const waiting = await register.noticeFeed({ delivery: "waiting", limit: 1_000 });
    expect(waiting.map((notice) => [notice.case, notice.number])).toEqual([[id, 2]]);
    expect(await register.notice(id, 3)).toMatchObject({ party: "has", corrects: 7, legal: true });
    expect(await register.notice(id, 4)).toBeUndefined();
  });
});
