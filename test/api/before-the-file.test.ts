import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { expert, heldBy, minutes, plan } from "../../rig/timelines/rencontre-precoce.js";
import {
  accounts,
  fileWay,
  live,
  medicinePreFiling,
  meeting,
  preFiling,
  sendTo,
  sesameAccount,
  today,
} from "./before-the-file.js";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret, siret, towardsExamination } from "./samples.js";

const api = testApi({ worker: true });
const newProduct = (): string => `t-${randomUUID().slice(0, 13)}`;
const other = `applicant;organisation=${otherSiret}`;

const pecanOf = (product: string, changes: object = {}) => ({
  procedure: "pecan",
  sandbox: true,
  filing: filing({ product: { id: product, name: "Cœur connecté", ceMarked: true }, ...changes }),
});

describe("before the file, through the API", () => {
  const ways = [...accounts(), meeting(newProduct()), preFiling(newProduct()), medicinePreFiling(newProduct())];

  it.each(ways)("a $procedure is filed, lived and read", async (way) => {
    const id = await live(api, way);
    const read = await api.get(`/v1/cases/${id}`, { as: applicant });
    expect(read.body).toMatchObject({ procedure: way.procedure, status: "concluded", ending: { name: way.ending } });
    for (const path of ["journal", "clocks", "notices"])
      expect((await api.get(`/v1/cases/${id}/${path}`, { as: applicant })).status).toBe(200);
    expect((await api.get(`/v1/cases/${id}/verification`)).body.valid).toBe(true);
    const described = await api.get(`/v1/procedures/${way.procedure}`);
    expect(described.body.acts.length).toBeGreaterThan(2);
  });

  it("is one at a time for an account and for a technology, as many as wanted for an appointment", async () => {
    const product = newProduct();
    const first = await fileWay(api, meeting(product));
    const again = { procedure: "rencontre-precoce", sandbox: true, filing: meeting(product).filing };
    const second = await api.post("/v1/cases", again, { as: applicant });
    expect([second.status, second.body.type, second.body.case]).toEqual([409, "/problems/open-case-exists", first]);
    await sendTo(api, first, ["withdrawn", "applicant"]);
    expect((await api.post("/v1/cases", again, { as: applicant })).status).toBe(201);
    expect(await fileWay(api, preFiling(product))).not.toBe(await fileWay(api, preFiling(product)));
  });
});

describe("what an early meeting leaves behind", () => {
  it("a second one is refused, and the request after it is pre-filled", async () => {
    const product = newProduct();
    const way = meeting(product);
    const id = await live(api, way, way.acts.slice(0, 5));
    const open = await api.get(`/v1/cases/${id}/carry-over`, { as: applicant });
    expect([open.status, open.body.filing]).toEqual([200, null]);
    for (const act of way.acts.slice(5)) await sendTo(api, id, act);

    const second = await api.post("/v1/cases", { procedure: way.procedure, sandbox: true, filing: way.filing });
    expect([second.status, second.body.type]).toEqual([409, "/problems/not-lawful"]);
    expect(second.body.source).toMatch(/Guide HAS/);
    expect(second.body.detail).toContain(id);

    const carried = await api.get(`/v1/cases/${id}/carry-over`, { as: applicant });
    expect(carried.body.filing).toEqual({
      applicant: way.filing.applicant,
      product: way.filing.product,
      links: [{ case: id, kind: "meeting" }],
    });
    expect(Object.keys(carried.body.sameProcedure)).toEqual(["applicant", "product", "form"]);
    for (const said of ["Le critère principal", "Compte rendu"])
      expect(JSON.stringify(carried.body)).not.toContain(said);
    expect((await api.get(`/v1/cases/${id}/carry-over`, { as: "ANS" })).status).toBe(404);
  });

  it("its expert takes no part in the evaluation of the product, for which the source is told (E47)", async () => {
    const product = newProduct();
    const met = await live(api, meeting(product, "", "R-17"));
    const filed = await api.post("/v1/cases", pecanOf(product, { links: [{ case: met, kind: "meeting" }] }), {
      as: applicant,
    });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const { id } = filed.body;
    for (const act of towardsExamination) expect((await sendTo(api, id, act)).status).toBe(200);
    const refused = await sendTo(api, id, ["expertNamed", "HAS", { role: "rapporteur", expert: "R-17" }]);
    expect([refused.status, refused.body.type]).toEqual([409, "/problems/not-lawful"]);
    expect(refused.body.source).toMatch(/HAS/);
    expect((await sendTo(api, id, ["expertNamed", "HAS", { role: "expert", expert: "R-18" }])).status).toBe(200);

    // Whoever isn't a party of the meeting reads neither who took part nor that there was one.
    const read = async (as: string) => (await api.get(`/v1/cases/${id}`, { as })).body.filing;
    expect(await read("HAS")).toMatchObject({ excludedExperts: ["R-17"], links: [{ case: met }] });
    expect(await read("ANS")).toMatchObject({ links: [] });
    expect(await read("ANS")).not.toHaveProperty("excludedExperts");
    expect(await read(applicant)).toMatchObject({ links: [{ case: met }] });
    expect(await read(applicant)).not.toHaveProperty("excludedExperts");

    // A case keeps what it was filed with: it is the next one that knows.
    const cases = await api.get(`/v1/products/${product}?sandbox=any`, { as: applicant });
    expect(cases.body).toMatchObject({ id: product, name: "Cœur connecté" });
    expect(cases.body.cases.map((one: { id: string }) => one.id)).toEqual([id, met]);
    const seenBy = async (as: string) =>
      (await api.get(`/v1/products/${product}?sandbox=any`, { as })).body.cases?.map((one: { id: string }) => one.id);
    expect(await seenBy("HAS")).toEqual([id, met]);
    expect(await seenBy("ministers")).toEqual([id]);
    expect((await api.get(`/v1/products/${product}?sandbox=any`, { as: other })).status).toBe(404);
  });

  it("its expert follows the product to another company, which isn't told of the meeting", async () => {
    const product = newProduct();
    const way = meeting(product, "", "R-19");
    const real = { procedure: way.procedure, filing: way.filing };
    const met = await api.post("/v1/cases", real, { as: applicant });
    expect(met.status, JSON.stringify(met.body)).toBe(201);
    for (const act of way.acts.slice(0, 5)) expect((await sendTo(api, met.body.id, act)).status).toBe(200);
    const theirs = { siret: otherSiret, name: "Autre", rank: "manufacturer" };
    const request = { ...pecanOf(product, { applicant: theirs }), sandbox: false };
    const filed = await api.post("/v1/cases", request, { as: other });
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    expect(JSON.stringify(filed.body)).not.toContain("R-19");
    const { filing: known } = (await api.get(`/v1/cases/${filed.body.id}`, { as: "HAS" })).body;
    expect(known.excludedExperts).toEqual(["R-19"]);
    // Somebody's trial knows nothing of it.
    const trial = await api.post("/v1/cases", { ...request, sandbox: true }, { as: other });
    expect((await api.get(`/v1/cases/${trial.body.id}`, { as: "HAS" })).body.filing).not.toHaveProperty(
      "excludedExperts",
    );
  });

  it("nobody writes by hand what the register freezes", async () => {
    const forged: readonly [object, string][] = [
      [pecanOf(newProduct(), { precedents: [] }), "precedents"],
      [pecanOf(newProduct(), { excludedExperts: ["R-1"] }), "excludedExperts"],
      [
        { procedure: "rencontre-precoce", filing: { ...meeting(newProduct()).filing, earlierMeetings: [] } },
        "earlierMeetings",
      ],
    ];
    for (const [request, field] of forged) {
      const { status, body } = await api.post("/v1/cases", request);
      expect([status, body.pointer]).toEqual([422, `/filing/${field}`]);
    }
  });

  it("is linked only by those who may see it, as what it is", async () => {
    const product = newProduct();
    const met = await fileWay(api, meeting(product));
    const linking = (links: object[], siretOf = siret) =>
      pecanOf(newProduct(), { links, applicant: { siret: siretOf, name: "X", rank: "manufacturer" } });
    const wrong = async (request: object, as?: string) => {
      const { status, body } = await api.post("/v1/cases", request, { as });
      return [status, body.pointer];
    };
    const unseen = [422, "/filing/links/0/case"];
    const link = { case: met, kind: "meeting" };
    expect(await wrong(linking([link], otherSiret), other)).toEqual(unseen);
    expect(await wrong(linking([link], otherSiret))).toEqual(unseen);
    expect(await wrong(linking([{ case: "RP-2020-0001", kind: "meeting" }]), applicant)).toEqual(unseen);
    expect(await wrong(linking([link, { ...link, kind: "account" }]), applicant)).toEqual([
      422,
      "/filing/links/1/case",
    ]);
    expect(await wrong({ ...linking([link]), sandbox: false }, applicant)).toEqual(unseen);
    expect((await api.post("/v1/cases", linking([link]), { as: applicant })).status).toBe(201);
  });
});

describe("a consultant (E52)", () => {
  it("sees only the cases that he opened; the company sees them all", async () => {
    const consultant = `${applicant};consultant=c1`;
    const product = newProduct();
    const own = await fileWay(api, preFiling(product), { as: consultant });
    const companys = await fileWay(api, preFiling(product));
    expect((await api.get(`/v1/cases/${own}`, { as: consultant })).status).toBe(200);
    for (const path of ["", "/journal", "/notices", "/clocks", "/verification", "/events"])
      expect((await api.get(`/v1/cases/${companys}${path}`, { as: consultant })).status).toBe(404);
    const act = { body: { documents: [{ title: "D" }] } };
    const sent = (id: string, as: string) => api.post(`/v1/cases/${id}/acts/documentsSubmitted`, act, { as });
    expect((await sent(companys, consultant)).status).toBe(404);
    expect((await sent(own, consultant)).status).toBe(200);
    const ids = async (path: string, as: string) =>
      (await api.get(path, { as })).body.cases.map((one: { id: string }) => one.id);
    expect(await ids("/v1/cases?sandbox=any", consultant)).toEqual([own]);
    expect(await ids(`/v1/products/${product}?sandbox=any`, consultant)).toEqual([own]);
    expect(await ids(`/v1/products/${product}?sandbox=any`, applicant)).toEqual([companys, own]);
    expect(await ids("/v1/cases?sandbox=any", `${applicant};consultant=c2`)).toEqual([]);
    const { notices } = (await api.get("/v1/notices?sandbox=any", { as: consultant })).body;
    expect([...new Set(notices.map((one: { case: string }) => one.case))]).toEqual([own]);
    expect((await api.get(`/v1/cases/${own}`, { as: applicant })).status).toBe(200);
  });
});

describe("bad input before the file", () => {
  const refusal = ({ status, body }: { status: number; body: { type: string; source?: string; detail: string } }) => {
    expect(body.source, JSON.stringify(body)).toMatch(/HAS|CSS|CRPA|Convergence|G_NIUS|Insee/);
    expect(body.detail.length).toBeGreaterThan(10);
    return [status, body.type.replace("/problems/", "")];
  };

  it("a wrong SIRET, three managers", async () => {
    const wrongSiret = { ...meeting(newProduct()).filing.applicant, siret: "73282932000075" };
    for (const way of [
      meeting(newProduct()),
      preFiling(newProduct()),
      medicinePreFiling(newProduct()),
      ...accounts(),
    ]) {
      const request = { procedure: way.procedure, sandbox: true, filing: { ...way.filing, applicant: wrongSiret } };
      expect([way.procedure, ...refusal(await api.post("/v1/cases", request))]).toEqual([
        way.procedure,
        409,
        "not-lawful",
      ]);
    }
    const managers = { procedure: "account-sesame", sandbox: true, filing: sesameAccount(["m1", "m2", "m3"]) };
    expect(refusal(await api.post("/v1/cases", managers))).toEqual([409, "not-lawful"]);
  });

  it("minutes before the meeting, an act by the wrong party, an unknown expert", async () => {
    const id = await fileWay(api, meeting(newProduct()));
    const early = await sendTo(api, id, ["minutesSubmitted", "applicant", minutes(today())]);
    expect(refusal(early)).toEqual([409, "not-awaited"]);
    expect(early.body.awaited.map(({ act }: { act: string }) => act)).toContain("completenessNotified");
    const wrongParty = await sendTo(api, id, ["admissibilityNotified", "applicant", { accepted: true }]);
    expect(refusal(wrongParty)).toEqual([403, "not-allowed"]);
    for (const act of [
      ["completenessNotified", "HAS", { complete: true }],
      ["admissibilityNotified", "HAS", { accepted: true }],
      ["expertChosen", "HAS", expert("e1")],
      ["meetingPlanned", "HAS", plan(today())],
    ] as const)
      expect((await sendTo(api, id, act)).status).toBe(200);
    const held = heldBy({ has: [{ person: "e2", capacity: "expert" }], documentsDiscussed: [] });
    const unknown = await sendTo(api, id, ["meetingHeld", "HAS", held]);
    expect(refusal(unknown)).toEqual([409, "not-lawful"]);
    expect(unknown.body.detail).toContain("e2");
  });
});
