/** kill -9 of each process while one case hands over to another: nothing lost, nothing doubled, in order, both journals chained. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { civilDate } from "../../law/civil-date.js";
import { openRegister, type Register } from "../../register/register.js";
import { insist } from "../../rig/applicant.js";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { type Installation, install, type Part } from "../../rig/separate-processes.js";
import { ofOneDay, type Teller } from "../../rig/teller.js";
import { filing as listing, refusal } from "../../rig/timelines/lppr.js";

let here: Installation;
let register: Register;
beforeAll(async () => {
  here = await install(inject("temporalCli"), inject("workflowBundle") ?? "");
  register = openRegister(here.databaseUrl);
});
afterAll(async () => {
  await register.close();
  await here.close();
});

async function filed(procedure: string, filing: object): Promise<Teller & { readonly id: string }> {
  const answer = await insist(`${here.url}/v1/cases`, { procedure, sandbox: true, filing }, 201);
  const act: Teller["act"] = (name, by, body = {}, more = {}) =>
    insist(`${here.url}/v1/cases/${answer.id}/acts/${name}`, { by, body, ...more }, 200);
  return { id: String(answer.id), ...ofOneDay(civilDate(String(answer.filedOn)), act) };
}

/** A PECAN whose order is published. */
async function covered(product: object): Promise<Teller & { readonly id: string }> {
  const pecan = await filed("pecan", filing({ product, indications: [{ id: "A", label: "Marche", list: "lppr" }] }));
  await toAcknowledgement(pecan);
  await pecan.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
  await pecan.act("cnedimtsOpinionRendered", "CNEDiMTS", { opinions: [{ indication: "A", sense: "favourable" }] });
  await pecan.act("decisionNotified", "ministers", bodies.grant(pecan.filedOn));
  await pecan.act("orderPublished", "ministers", { journal: "JORF n° 1" });
  return pecan;
}

const decision = (outcome: "listed" | "refused") => ({
  decisions: [{ indication: "A", outcome, ...(outcome === "refused" && refusal) }],
});

describe("a listing that tells its PECAN while processes are killed", () => {
  it.each<{ order: readonly Part[] }>([
    { order: ["worker", "temporal", "api", "worker"] },
    { order: ["postgres", "worker", "temporal", "api"] },
  ])("$order, one at each message", async ({ order }) => {
    const id = `produit-${randomUUID().slice(0, 8)}`;
    const pecan = await covered({ id, name: "Produit", ceMarked: true });
    const { product, ...rest } = listing({ indications: [{ id: "A", label: "Marche" }] });
    const kills = [...order];
    /** The request has left; what it tells the other case hasn't arrived. */
    const disturbed = async <Answer>(sent: Promise<Answer>): Promise<Answer> => {
      const part = kills.shift();
      if (part !== undefined) await here.kill(part);
      return sent;
    };

    const lppr = await disturbed(
      filed("lppr", { ...rest, product: { ...product, id }, links: [{ case: pecan.id, kind: "coverage" }] }),
    );
    await disturbed(lppr.act("listingDecided", "ministers", decision("listed")) as Promise<unknown>);
    const acts = await register.journal(lppr.id, { limit: 1_000 });
    const decided = acts.find(({ kind, name }) => kind === "act" && name === "listingDecided");
    await disturbed(
      lppr.act("strike", "ministers", { reason: "Erreur." }, { about: String(decided?.number) }) as Promise<unknown>,
    );
    await disturbed(lppr.act("listingDecided", "ministers", decision("refused")) as Promise<unknown>);

    // What a killed worker held is free again a minute later.
    const outcomes = async () => (await register.handovers.of(lppr.id).catch(() => [])).map(({ outcome }) => outcome);
    await expect.poll(outcomes, { timeout: 90_000, interval: 200 }).toEqual(["taken", "taken", "taken", "taken"]);
    const told = (await register.journal(lppr.id, { limit: 1_000 })).filter(
      ({ kind, detail }) => kind === "handover" || (kind === "rectified" && detail?.kind === "handover"),
    );
    const taken = (await register.acts(pecan.id)).filter((act) => act.id.startsWith(`${lppr.id}/`));
    expect(taken.map((act) => act.id)).toEqual(told.map(({ number }) => `${lppr.id}/${number}`));
    expect(taken.map(({ act }) => act)).toEqual(["listingRequested", "listingDecided", "strike", "listingDecided"]);
    for (const one of [pecan.id, lppr.id]) expect(await register.verify(one)).toMatchObject({ valid: true });
    const { view } = (await register.case(pecan.id)) ?? {};
    expect(view?.indications.find((indication) => indication.id === "A")?.phase).toBe("endToPronounce");
  });
});
