/** To whom a notice goes, who opened it, and who may say so. */
import { describe, expect, it } from "vitest";
import { fileWay, sesameAccount, today } from "./before-the-file.js";
import { testApi } from "./open.js";
import { applicant, filing, otherSiret } from "./samples.js";

const api = testApi({ worker: true });

interface ShownNotice {
  readonly number: number;
  readonly party: string;
  readonly consultedOn: string | null;
}

describe("a notice", () => {
  it("is opened by the person to whom it is addressed, once; nobody else opens it, and none sees another party's", async () => {
    const id = await fileWay(api, { procedure: "account-sesame", filing: sesameAccount() });
    const all = async (as: string): Promise<ShownNotice[]> =>
      (await api.get(`/v1/cases/${id}/notices`, { as })).body.notices;
    const opened = async (party: string) =>
      (await all("operator")).filter((one) => one.party === party).map(({ consultedOn }) => consultedOn);
    expect(await opened("applicant")).toEqual([null]);
    await all("HAS");
    expect([await opened("applicant"), await opened("HAS")]).toEqual([[null], [today()]]);
    const own = (await all("operator")).find(({ party }) => party === "applicant")!;
    const foreign = (await all("operator")).find(({ party }) => party === "HAS")!;
    const path = `/v1/cases/${id}/notices`;
    expect((await api.get(`${path}/${foreign.number}`, { as: applicant })).status).toBe(404);
    expect((await api.get(`${path}/99`, { as: applicant })).status).toBe(404);
    expect((await api.get(`${path}/${own.number}`, { as: `applicant;organisation=${otherSiret}` })).status).toBe(404);
    const { body: first } = await api.get(`${path}/${own.number}`, { as: applicant });
    expect(first.consultedOn).toBe(today());
    expect((await api.get(`${path}/${own.number}`, { as: applicant })).body.consultedAt).toBe(first.consultedAt);
    expect((await api.register.consultations.of(id)).map(({ number }) => number).sort()).toEqual(
      [own.number, foreign.number].sort(),
    );
  });

  it("that tells of a status is muted by the option of the company's account, until it is struck", async () => {
    const company = otherSiret;
    const as = `applicant;organisation=${company}`;
    const { status, body } = await api.post(
      "/v1/cases",
      {
        procedure: "pecan",
        sandbox: true,
        filing: filing({ applicant: { siret: company, name: "Acme", rank: "manufacturer" } }),
      },
      { as },
    );
    expect(status, JSON.stringify(body)).toBe(201);
    const { id: person } = (await api.register.directory.mandates(company)).map((one) => ({ id: one.person }))[0]!;
    const chosen = async (legal: boolean) =>
      (await api.register.addresses.recipients(body.id, "applicant", legal))
        .filter((one) => one.chosen)
        .map(({ who }) => who);
    expect(await chosen(false)).toEqual([person]);
    const account = { siret: company, name: "Acme" };
    const filed = { ...sesameAccount(), applicant: account, product: { id: company, name: "Compte" } };
    const id = await fileWay(api, { procedure: "account-sesame", filing: filed }, { as });
    const send = (act: string, sender: string, more: object) =>
      api.post(`/v1/cases/${id}/acts/${act}`, more, { as: sender });
    expect((await send("accountOpened", "HAS", {})).status).toBe(200);
    const set = await send("notificationOptionSet", as, { body: { active: false } });
    expect(set.status, JSON.stringify(set.body)).toBe(200);
    expect([await chosen(false), await chosen(true)]).toEqual([[], [person]]);
    const struck = await send("strike", "HAS", { about: String(set.body.receipt), body: { reason: "Erreur" } });
    expect(struck.status, JSON.stringify(struck.body)).toBe(200);
    expect(await chosen(false)).toEqual([person]);
  });
});

describe("an address", () => {
  it("of an authority is given by operators alone, and listed to them", async () => {
    const give = (as: string, party: string, address: unknown) =>
      api.post(`/v1/mailboxes/${party}`, { address }, { as });
    for (const as of ["HAS", applicant]) {
      expect((await give(as, "HAS", "elsewhere@example.org")).status).toBe(403);
      expect((await api.get("/v1/mailboxes", { as })).status).toBe(403);
    }
    expect((await give("operator", "applicant", "all@example.org")).status).toBe(422);
    expect((await give("operator", "HAS", "no address")).status).toBe(422);
    expect((await give("operator", "HAS", "has@example.org")).status).toBe(200);
    const { mailboxes } = (await api.get("/v1/mailboxes", { as: "operator" })).body;
    expect(mailboxes).toEqual([{ party: "HAS", address: "has@example.org" }]);
  });

  it("receives what its person chose, of the company for which they speak", async () => {
    const choose = (as: string, mails: string) => api.post("/v1/me/mails", { mails }, { as });
    expect((await api.get("/v1/me/mails", { as: applicant })).body).toEqual({ mails: null });
    expect((await choose(applicant, "legal")).status).toBe(200);
    expect((await api.get("/v1/me/mails", { as: applicant })).body).toEqual({ mails: "legal" });
    expect((await choose(applicant, "some")).status).toBe(422);
    expect((await choose("HAS", "none")).status).toBe(403);
  });
});
