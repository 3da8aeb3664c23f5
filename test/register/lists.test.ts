import { beforeAll, describe, expect, it } from "vitest";
import { civilDate } from "../../law/civil-date.js";
import { type CaseFilter, type Register, UnknownCursor } from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, ended, filing } from "./samples.js";

describe("lists of cases", () => {
  let register: Register;
  const ids: string[] = [];
  beforeAll(async () => {
    ({ register } = await freshRegister());
    for (let index = 0; index < 9; index += 1) {
      // Three filed at the very same instant, three times.
      const filedAt = new Date(Date.UTC(2026, 2, 1 + Math.floor(index / 3))).toISOString();
      const texts: Readonly<Record<number, string>> = {
        4: "Forêt Santé, télésurveillance",
        7: "CœurSûr, suivi de l’Œdème aigu",
      };
      const text = texts[index] ?? "autre";
      const { id } = await register.file(filing({ filedAt, text, organisation: index < 2 ? "acme" : "other" }));
      ids.push(id);
    }
    await register.record(
      burst(ids[1]!, 1, { nextDueOn: civilDate("2026-04-01"), view: { phase: "decision", whoseMove: ["dss"] } }),
    );
    await register.record(
      burst(ids[2]!, 1, { nextDueOn: null, view: { status: "concluded", ending: ended("refused"), whoseMove: [] } }),
    );
    await register.record(burst(ids[3]!, 1));
    await register.file(filing({ sandbox: true, filedAt: "2020-01-01T00:00:00Z" }));
  });

  const found = async (filter: CaseFilter) => (await register.cases(filter)).rows.map(({ id }) => ids.indexOf(id));

  it("filter by each condition and by all together", async () => {
    expect(await found({ procedure: "pecan", sandbox: false })).toHaveLength(9);
    expect(await found({ procedure: "other" })).toEqual([]);
    expect(await found({ phase: "decision" })).toEqual([1]);
    expect(await found({ whoseMove: "dss" })).toEqual([1]);
    expect(await found({ whoseMove: "has" })).toEqual([3]);
    expect(await found({ dueBefore: "2026-05-04" })).toEqual([1]);
    expect(await found({ dueBefore: "2026-05-05" })).toEqual([3, 1]);
    expect(await found({ status: "concluded" })).toEqual([2]);
    expect(await found({ organisation: "acme", sandbox: false })).toEqual([1, 0]);
    expect(await found({ organisation: "acme", phase: "decision", whoseMove: "dss", status: "open" })).toEqual([1]);
    expect(await found({ sandbox: true })).toEqual([-1]);
  });

  it("find by words, without case or accents, and take no word for a pattern", async () => {
    expect(await found({ text: "foret SANTE" })).toEqual([4]);
    expect(await found({ text: ids[6]! })).toEqual([6]);
    expect(await found({ text: "épilepsie", status: "concluded" })).toEqual([2]);
    for (const text of ["coeur", "cœur", "coeursur", "oedeme", "Œdème", "OEDÈME l'oedeme", "ŒDÈME AIGU"])
      expect(await found({ text }), text).toEqual([7]);
    expect(await found({ text: "%" })).toEqual([]);
    expect(await found({ text: "f_ret" })).toEqual([]);
  });

  it.each([1, 2, 4, 9, 10])("come in pages of %i that neither miss nor repeat a case", async (limit) => {
    const seen: number[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await register.cases({ sandbox: false, limit, after });
      seen.push(...page.rows.map(({ id }) => ids.indexOf(id)));
      after = page.next ?? undefined;
      pages += 1;
    } while (after !== undefined);
    expect(seen).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(pages).toBe(Math.ceil(9 / limit));
  });

  it("aren't moved by a case filed between two pages", async () => {
    const first = await register.cases({ sandbox: false, limit: 5 });
    await register.file(filing({ filedAt: "2027-01-01T00:00:00Z", organisation: "late" }));
    const second = await register.cases({ sandbox: false, limit: 5, after: first.next ?? undefined });
    expect(second.rows.map(({ id }) => ids.indexOf(id))).toEqual([3, 2, 1, 0]);
  });

  it("refuse a cursor that isn't theirs", async () => {
    const key = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const after of [
      "nonsense",
      "",
      key(["yesterday", "x"]),
      key(["2026-01-01T00:00:00Z"]),
      key({}),
      key([1, 2]),
    ]) {
      await expect(register.cases({ after })).rejects.toThrow(UnknownCursor);
    }
  });

  it("are counted as cases move", async () => {
    const counts = await register.counts();
    const total = counts.reduce((sum, { cases }) => sum + cases, 0);
    expect(total).toBe((await register.cases({ limit: 200 })).rows.length);
    expect(counts).toContainEqual({
      procedure: "pecan",
      sandbox: false,
      status: "open",
      phase: "decision",
      cases: 1,
    });
    await register.record(burst(ids[1]!, 2));
    expect((await register.counts()).filter(({ phase }) => phase === "decision")).toEqual([]);
  });
});
