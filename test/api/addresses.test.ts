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
    // The page of the case leads to it, and opens nothing; its own page does.
    const page = `/dossiers/${id}/notifications/${own.number}`;
    const { text } = (await api.register.notice(id, own.number))!;
    const letter = text.split("\n")[0]!.slice(0, 30);
    const { body: listed } = await api.get(`/dossiers/${id}`, { as: applicant });
    expect([listed.includes(page), listed.includes(letter)]).toEqual([true, false]);
    expect(await opened("applicant")).toEqual([null]);
    expect((await api.get(page, { as: applicant })).body).toContain(letter);
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

describe("an account", () => {
  it("gives rights to those whom it names, and ends them, at once and everywhere; a trial's gives nobody anything", async () => {
    const company = "35600000000048";
    const email = "gestionnaire@example.org";
    const enter = async (subject: string, address: string | null) =>
      (
        await api.register.directory.enter(
          { issuer: api.issuer.issuer, subject, name: subject, email: address },
          "test",
        )
      ).id;
    const [, contributor] = [await enter("manager by account", email), await enter("contributor by account", null)];
    const as = async (subject: string) => {
      const headers = { authorization: `Bearer ${await api.issuer.token(subject)}` };
      return { as: "nobody", headers };
    };
    const [manager, other] = [await as("manager by account"), await as("contributor by account")];
    const me = async (asking: typeof manager) => {
      const { status, body } = await api.get("/v1/me", asking);
      return status === 200 ? `${body.role} ${body.organisation}` : status;
    };
    const filed = {
      ...sesameAccount(),
      applicant: { siret: company, name: "La Poste" },
      product: { id: company, name: "Compte" },
    } as ReturnType<typeof sesameAccount> & { attestation: object };
    const attestation = { ...filed.attestation, managers: [{ id: "m1", name: "Gestionnaire", email }] };
    const file = async (sandbox: boolean) => {
      const request = { procedure: "account-sesame", sandbox, filing: { ...filed, attestation } };
      const { status, body } = await api.post("/v1/cases", request, { as: "operator" });
      expect(status, JSON.stringify(body)).toBe(201);
      return body.id as string;
    };
    const send = async (id: string, act: string, asking: object, body: object = {}) => {
      const answer = await api.post(`/v1/cases/${id}/acts/${act}`, { body }, asking);
      return answer.status;
    };
    const trial = await file(true);
    expect(await send(trial, "accountOpened", { as: "HAS" })).toBe(200);
    expect(await me(manager)).toBe(403);
    expect(await send(trial, "accountClosed", { as: `applicant;organisation=${company}` })).toBe(200);

    const id = await file(false);
    expect(await me(manager)).toBe(403);
    expect(await send(id, "accountOpened", { as: "HAS" })).toBe(200);
    expect(await me(manager)).toBe(`manager ${company}`);
    const named = { manager: "m1", contributor: { id: contributor, name: "Contributeur" } };
    expect(await send(id, "contributorCreated", manager, named)).toBe(200);
    expect(await me(other)).toBe(`contributor ${company}`);
    expect(await send(id, "contributorCreated", other, named)).toBe(403);
    const reached = (await api.register.addresses.recipients(id, "applicant", true)).filter(({ chosen }) => chosen);
    expect(reached.map(({ address }) => address)).toContain(email);
    expect(await send(id, "accountClosed", manager)).toBe(200);
    expect([await me(manager), await me(other)]).toEqual([403, 403]);
  });
});

describe("a person's data", () => {
  it("are exported to them, put right and erased by operators: what they did then leads to nobody", async () => {
    const as = `${applicant};consultant=to be forgotten`;
    const { body: filed } = await api.post(
      "/v1/cases",
      { procedure: "pecan", sandbox: true, filing: filing() },
      { as },
    );
    const withdrawn = await api.post(`/v1/cases/${filed.id}/acts/withdrawn`, { body: {} }, { as });
    expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200);
    const { person } = (await api.get("/v1/me", { as })).body;
    const path = `/v1/people/${person}`;
    expect((await api.get(path, { as: applicant })).status).toBe(404);
    const { body: exported } = await api.get(path, { as });
    expect(exported).toMatchObject({
      person: { id: person, name: as },
      filings: [{ case: filed.id, on: today() }],
      acts: [{ case: filed.id, act: "withdrawn", on: today() }],
    });
    expect(exported.mandates).toHaveLength(1);

    for (const asking of [{ as }, { as: "HAS" }]) {
      expect((await api.post(path, { name: "Autre" }, asking)).status).toBe(403);
      expect((await api.post(`${path}/erase`, {}, asking)).status).toBe(403);
    }
    const right = await api.post(path, { name: "Nom juste", email: "juste@example.org" }, { as: "operator" });
    expect(right.body).toMatchObject({ name: "Nom juste", email: "juste@example.org" });
    const names = async () =>
      (
        (await api.get(`/v1/cases/${filed.id}/journal`, { as: "HAS" })).body.journal as {
          author: { name: string } | null;
        }[]
      ).flatMap(({ author }) => (author === null ? [] : [author.name]));
    expect(await names()).toEqual(["Nom juste", "Nom juste"]);

    expect((await api.post(`${path}/erase`, {}, { as: "operator" })).status).toBe(200);
    expect((await api.get("/v1/me", { as })).status).toBe(403);
    expect(await names()).toEqual([null, null]);
    expect((await api.get(path, { as: "operator" })).body.person).toMatchObject({ id: person, name: "", email: null });
    expect((await api.register.verify(filed.id)).valid).toBe(true);
    expect((await api.register.directory.verify()).valid).toBe(true);
    expect((await api.post("/v1/people/person-none/erase", {}, { as: "operator" })).status).toBe(404);
  });
});
