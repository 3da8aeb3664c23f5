import { beforeAll, describe, expect, it } from "vitest";
import { type DeadlineFilter, type Register, UnknownCursor } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, clock, ended, filing } from "./samples.js";

const delays = ["pecan/opinion", "pecan/supplement", "pecan/lapsed"];

describe("the clocks of open cases", () => {
  let register: Register;
  const ids: string[] = [];
  beforeAll(async () => {
    ({ register } = await freshRegister());
    for (let index = 0; index < 4; index += 1) {
      const organisation = index === 0 ? "acme" : "other";
      const { id } = await register.file(filing({ sandbox: index === 3, organisation, principal: `user:${index}` }));
      ids.push(id);
      const clocks = [
        clock("opinion", `2026-05-0${index + 1}`),
        clock("supplement:r1", index === 1 ? null : "2026-05-02", index === 1 ? "suspended" : "running"),
        clock("opinion:over", "2026-04-01", index === 2 ? "overdue" : "stopped"),
        clock("lapsed", "2026-04-02", "expired"),
        clock("information", "2026-01-01"),
      ];
      await register.record(burst(id, 1, { view: { clocks } }));
    }
    const { id } = await register.file(filing());
    const over = { status: "concluded" as const, ending: ended("covered"), whoseMove: [] };
    await register.record(burst(id, 1, { view: { ...over, clocks: [clock("opinion", "2026-01-01")] } }));
  });

  const found = async (filter: Partial<DeadlineFilter> = {}) => {
    const { rows } = await register.deadlines({ delays, ...filter });
    return rows.map((row) => `${ids.indexOf(row.case)} ${row.id} ${row.lastDay}`);
  };
  const all = [
    "2 opinion:over 2026-04-01",
    "0 opinion 2026-05-01",
    "0 supplement:r1 2026-05-02",
    "1 opinion 2026-05-02",
    "2 supplement:r1 2026-05-02",
    "2 opinion 2026-05-03",
    "3 supplement:r1 2026-05-02",
    "3 opinion 2026-05-04",
    "1 supplement:r1 null",
  ];

  it("come next due first, those without a last day last; what lapsed or stopped doesn't", async () => {
    expect(await found({ sandbox: false })).toEqual(all.filter((line) => !line.startsWith("3")));
    expect(new Set(await found())).toEqual(new Set(all));
  });

  it("are those asked for", async () => {
    expect(await found({ before: "2026-05-01" })).toEqual(["2 opinion:over 2026-04-01"]);
    expect(await found({ delays: ["pecan/supplement"], sandbox: true })).toEqual(["3 supplement:r1 2026-05-02"]);
    expect(await found({ delays: [] })).toEqual([]);
    expect(await found({ company: "acme" })).toEqual(["0 opinion 2026-05-01", "0 supplement:r1 2026-05-02"]);
    expect(await found({ principal: "user:1" })).toEqual(["1 opinion 2026-05-02", "1 supplement:r1 null"]);
  });

  it.each([1, 2, 3, 9])("come in pages of %i that neither miss nor repeat one", async (limit) => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await register.deadlines({ delays, limit, after });
      seen.push(...page.rows.map((row) => `${ids.indexOf(row.case)} ${row.id} ${row.lastDay}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(await found());
  });

  it("refuse a cursor that isn't theirs", async () => {
    const key = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const after of [
      "nonsense",
      "",
      key(["yesterday", "x", "y"]),
      key(["2026-13-45", "x", "y"]),
      key(["infinity"]),
    ])
      await expect(register.deadlines({ delays, after })).rejects.toThrow(UnknownCursor);
  });
});
