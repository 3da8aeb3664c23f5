import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type EarlierCase,
  IdempotencyConflict,
  type NewFiling,
  OpenCaseExists,
  type Register,
} from "../../register/register.js";
import { freshRegister } from "./open.js";
import { burst, ended, filed, filing, indication } from "./samples.js";

describe("a filing", () => {
  let register: Register;
  beforeAll(async () => {
    ({ register } = await freshRegister());
  });

  it("opens a case under the next number of its series and year, a sandbox apart", async () => {
    const year = 2031;
    const opened = [
      await register.file(filing({ year })),
      await register.file(filing({ year })),
      await register.file(filing({ year, sandbox: true })),
      await register.file(filing({ year: 2032 })),
      await register.file(filing({ year, series: "AP", procedure: "acces-precoce" })),
    ];
    expect(opened.map(({ id }) => id)).toEqual([
      "PECAN-2031-0001",
      "PECAN-2031-0002",
      "PECAN-S-2031-0001",
      "PECAN-2032-0001",
      "AP-2031-0001",
    ]);
    expect(opened[0]).toMatchObject({ status: "opening", version: 0, bursts: 0, repeated: false });
  });

  it("gives concurrent filings numbers of their own", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => register.file(filing({ year: 2033 }))));
    const numbers = all.map(({ id }) => id).sort();
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.at(-1)).toBe("PECAN-2033-0020");
  });

  it("is refused when an open case covers the same indication, even filed at the same instant", async () => {
    const product = randomUUID();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => register.file(filing({ product, year: 2034 }))),
    );
    const taken = outcomes.filter((outcome) => outcome.status === "fulfilled");
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(taken).toHaveLength(1);
    expect(refused).toHaveLength(7);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(OpenCaseExists);
      expect(reason).toMatchObject({ case: "PECAN-2034-0001", indication: "epilepsy" });
    }
    // A refused filing has written nothing: its number is still free.
    expect((await register.file(filing({ year: 2034 }))).id).toBe("PECAN-2034-0002");
  });

  it("is free for another indication, another product or another procedure", async () => {
    const product = randomUUID();
    await register.file(filing({ product }));
    await register.file(filing({ product, indications: [{ id: "asthma" }] }));
    await register.file(filing({ product, procedure: "acces-precoce", series: "AP" }));
    await expect(register.file(filing({ product, indications: [{ id: "other" }, { id: "asthma" }] }))).rejects.toThrow(
      OpenCaseExists,
    );
  });

  it("of a sandbox meets only its own company's sandbox", async () => {
    const product = randomUUID();
    await register.file(filing({ product }));
    await register.file(filing({ product, sandbox: true }));
    await register.file(filing({ product, sandbox: true, organisation: "other" }));
    await expect(register.file(filing({ product, sandbox: true }))).rejects.toThrow(OpenCaseExists);
  });

  it("is told what became of the product's earlier indications, of cases still open too", async () => {
    const product = randomUUID();
    const indications = [{ id: "epilepsy" }, { id: "asthma" }];
    const { id } = await register.file(filing({ product, indications }));
    const facts = { ground: "studies-in-progress" };
    const decided = [indication("epilepsy", { outcome: "refused", facts }), indication("asthma")];
    await register.record(burst(id, 1, { view: { indications: decided } }));
    let met: readonly EarlierCase[] = [];
    const complete: NewFiling["complete"] = (number, earlier) => {
      met = earlier;
      return { id: number, filing: filed };
    };
    await register.file(filing({ product, complete }));
    expect(met).toMatchObject([
      {
        case: id,
        filedOn: "2026-03-02",
        status: "open",
        ending: null,
        indications: [
          { id: "epilepsy", open: false, outcome: { outcome: "refused", ...facts } },
          { id: "asthma", open: true, outcome: null },
        ],
      },
    ]);

    await register.record(
      burst(id, 2, { nextDueOn: null, view: { status: "concluded", ending: ended("covered"), whoseMove: [] } }),
    );
    await register.file(filing({ product, indications: [{ id: "asthma" }], complete }));
    expect(met.find((one) => one.case === id)).toMatchObject({ status: "concluded", ending: "covered" });
  });

  it("without indications locks nothing, and is an earlier case all the same", async () => {
    const product = randomUUID();
    const appointment = { product, indications: [], procedure: "pre-depot", series: "PREDEPOT" };
    const first = await register.file(filing(appointment));
    await register.file(filing(appointment));
    await register.record(burst(first.id, 1, { view: { phase: "held", indications: [] } }));
    let met: readonly EarlierCase[] = [];
    const { id } = await register.file(
      filing({
        product,
        complete: (number, earlier) => {
          met = earlier;
          return { id: number, filing: filed };
        },
      }),
    );
    expect(met.map(({ procedure, indications }) => [procedure, indications])).toEqual([
      ["pre-depot", []],
      ["pre-depot", []],
    ]);
    expect(met.find((one) => one.case === first.id)).toMatchObject({ view: { phase: "held" } });
    const page = await register.cases({ product, except: ["pre-depot"] });
    expect(page.rows.map((row) => row.id)).toEqual([id]);
    expect((await register.cases({ product })).rows).toHaveLength(3);
  });

  it("meets its own company's cases alone, whichever of its establishments files: another's product of that name is another", async () => {
    const own = { product: randomUUID(), organisation: "73282932000074" };
    const { id } = await register.file(filing(own));
    await expect(register.file(filing({ ...own, organisation: "73282932000009" }))).rejects.toThrow(OpenCaseExists);
    let met: readonly EarlierCase[] = [];
    const stranger = await register.file(
      filing({
        ...own,
        organisation: "55210055400013",
        complete: (number, earlier) => {
          met = earlier;
          return { id: number, filing: filed };
        },
      }),
    );
    expect(met.map(({ case: number, own }) => [number, own])).toEqual([[id, false]]);
    const companies = { product: own.product };
    expect(await register.companiesOf(companies)).toEqual(["552100554", "732829320"]);
    const of = async (company: string) => (await register.cases({ ...companies, company })).rows.map((row) => row.id);
    expect([await of("732829320"), await of("552100554")]).toEqual([[id], [stranger.id]]);
  });

  it("that its story refuses writes nothing and leaves its key free", async () => {
    const key = { idempotencyKey: randomUUID(), product: randomUUID() };
    const refused = filing({
      ...key,
      complete: () => {
        throw new Error("E32");
      },
    });
    await expect(register.file(refused)).rejects.toThrow("E32");
    expect(await register.file(filing(key))).toMatchObject({ repeated: false });
  });

  it("sent again is the same case; the same key for another request is a conflict", async () => {
    const request = filing();
    const outcomes = await Promise.all([register.file(request), register.file(request), register.file(request)]);
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const { id } = outcomes[0]!;
    const other = { ...request, product: randomUUID(), requestHash: "other" };
    await expect(register.file(other)).rejects.toThrow(IdempotencyConflict);
    await expect(register.file(other)).rejects.toMatchObject({ case: id });
    expect(await register.file({ ...other, principal: "user:2" })).toMatchObject({ repeated: false });
  });

  it("waits as opening until its workflow is seen to start", async () => {
    const { id } = await register.file(filing());
    const status = async () => (await register.openCases("", 1_000)).find((found) => found.id === id)?.status;
    expect(await status()).toBe("opening");
    await register.opened(id);
    expect(await status()).toBe("open");
    expect((await register.case(id))?.status).toBe("open");
  });
});
