/** A product belongs to its company: another's filing names, renames and reads nothing of it, and a refusal tells nothing. */
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret, siret } from "./samples.js";

const api = testApi({ worker: true });
const stranger = `applicant;organisation=${otherSiret}`;
/** Another establishment of the same company. */
const moved = `applicant;organisation=${siret.slice(0, 9)}00009`;

const requestOf = (id: string, name: string, by = siret, changes: object = {}) => ({
  procedure: "pecan",
  filing: filing({
    applicant: { siret: by, name: "Entreprise", rank: "manufacturer" },
    product: { id, name, ceMarked: true },
    ...changes,
  }),
});

describe("a product", () => {
  it("that another company also calls so is another: neither bars, renames nor reads the other", async () => {
    const id = `p-${randomUUID().slice(0, 13)}`;
    const own = await api.post("/v1/cases", requestOf(id, "Suivi"), { as: applicant });
    const foreign = await api.post("/v1/cases", requestOf(id, "Pris", otherSiret), { as: stranger });
    expect([own.status, foreign.status], JSON.stringify(foreign.body)).toEqual([201, 201]);
    expect(JSON.stringify(foreign.body)).not.toContain(own.body.id);
    const read = async (as: string, query = "") => (await api.get(`/v1/products/${id}${query}`, { as })).body;
    expect(await read(applicant)).toMatchObject({
      name: "Suivi",
      company: siret.slice(0, 9),
      cases: [{ id: own.body.id }],
    });
    expect(await read(stranger)).toMatchObject({ name: "Pris", cases: [{ id: foreign.body.id }] });
    // A stranger who names the company still reads his own.
    expect(await read(stranger, `?company=${siret.slice(0, 9)}`)).toMatchObject({ cases: [{ id: foreign.body.id }] });
    expect(await read("HAS")).toMatchObject({ type: "/problems/bad-request", pointer: "/company" });
    expect(await read("HAS", `?company=${siret.slice(0, 9)}`)).toMatchObject({
      name: "Suivi",
      cases: [{ id: own.body.id }],
    });
    const line = await api.get(`/v1/products/${id}/line`, { as: stranger });
    expect(line.body).toMatchObject({ name: "Pris", cases: [{ id: foreign.body.id }], bridges: [] });
  });

  it("of a company that moves keeps its cases: the establishment changes, the company stays (F46)", async () => {
    const id = `p-${randomUUID().slice(0, 13)}`;
    const filed = await api.post("/v1/cases", requestOf(id, "Suivi"), { as: applicant });
    expect((await api.get(`/v1/cases/${filed.body.id}`, { as: moved })).status).toBe(200);
    const listed = await api.get("/v1/cases?limit=200", { as: moved });
    expect(listed.body.cases.map((one: { id: string }) => one.id)).toContain(filed.body.id);
    const refused = await api.post("/v1/cases", requestOf(id, "Suivi"), { as: moved });
    expect([refused.status, refused.body.case]).toEqual([409, filed.body.id]);
    const acted = await api.post(`/v1/cases/${filed.body.id}/acts/withdrawn`, {}, { as: moved });
    expect(acted.status, JSON.stringify(acted.body)).toBe(200);
  });

  it("is refused to a consultant without naming the case that his client's others have opened (E52)", async () => {
    const id = `p-${randomUUID().slice(0, 13)}`;
    const filed = await api.post("/v1/cases", requestOf(id, "Suivi"), { as: applicant });
    const refused = await api.post("/v1/cases", requestOf(id, "Suivi"), { as: `${applicant};consultant=conseil` });
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/open-case-exists"]);
    expect(JSON.stringify(refused.body)).not.toContain(filed.body.id);
  });
});
