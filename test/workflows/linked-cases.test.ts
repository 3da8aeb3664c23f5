import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createHandingOver } from "../../activities/handovers.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { filing as monitoring } from "../../rig/timelines/latm.js";
import { filing as listing } from "../../rig/timelines/lppr.js";
import { dispatchHandovers } from "../../temporal/dispatching.js";
import { carryTo } from "../../temporal/handing-over.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { deliveryWorker } from "../../worker/delivery-worker.js";
import { type FileInOffice, office, until } from "./office.js";

describe("two linked cases", () => {
  const open = office();
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const { register, client, taskQueue } = open;
    const namespace = inject("temporalNamespace");
    const connection = await connectNatively({ address: inject("temporalAddress"), namespace });
    const activities = createHandingOver(register, carryTo({ register, client, taskQueue }));
    const worker = await deliveryWorker({
      connection,
      namespace,
      taskQueue,
      register,
      activities,
      encryption: rigEncryption,
    });
    const running = worker.run();
    const stopHandingOver = await dispatchHandovers(register, client, taskQueue);
    stop = async () => {
      await stopHandingOver();
      worker.shutdown();
      await running;
      await connection.close();
    };
  });
  afterAll(() => stop());

  const indications = [{ id: "A", label: "Troubles de la marche", list: "lppr" }];

  /** A PECAN whose order is published. */
  async function covered(asked = indications): Promise<FileInOffice> {
    const pecan = await open.file(filing({ indications: asked }));
    await toAcknowledgement(pecan);
    await pecan.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
    await pecan.act("cnedimtsOpinionRendered", "CNEDiMTS", { opinions: [{ indication: "A", sense: "favourable" }] });
    await pecan.act("decisionNotified", "ministers", bodies.grant(pecan.filedOn));
    await pecan.act("orderPublished", "ministers", { journal: "JORF n° 1" });
    return pecan;
  }

  /** The common-law listing of what a PECAN covers. */
  const listingAfter = (pecan: FileInOffice): Promise<FileInOffice> =>
    open.file(
      listing({
        indications: indications.map(({ id, label }) => ({ id, label })),
        links: [{ case: pecan.id, kind: "coverage" }],
      }),
      { procedure: "lppr", ruleset: "css@2025-03-20" },
    );

  const decide = (lppr: FileInOffice, outcome: "listed" | "refused") =>
    lppr.act("listingDecided", "ministers", {
      decisions: [{ indication: "A", outcome, ...(outcome === "refused" && { reasons: "R.", remedies: "V." }) }],
    });

  const acts = async (file: FileInOffice) =>
    (await open.register.acts(file.id)).filter(({ via }) => via?.platform === "guichet" || via === undefined);
  const names = async (file: FileInOffice) => (await acts(file)).map(({ act }) => act);
  const settled = (lppr: FileInOffice, count: number) =>
    until(async () => {
      const all = await open.register.handovers.of(lppr.id);
      return all.length === count && all.every(({ outcome }) => outcome !== null);
    });
  const phaseOf = async (pecan: FileInOffice) => (await pecan.view()).indications.find(({ id }) => id === "A")?.phase;

  it.concurrent("the PECAN learns of the listing's request, decision and tariff, in order, each once, under the line that told it", async () => {
    const pecan = await covered();
    const lppr = await listingAfter(pecan);
    await settled(lppr, 1);
    expect((await pecan.view()).clocks.find(({ id }) => id === "lpprListing:A")?.state).toBe("met");
    await decide(lppr, "listed");
    await lppr.act("tariffDecided", "CEPS", { tariff: "120 €", agreement: true });
    await lppr.act("tariffPublished", "ministers", { journal: "JORF n° 2" });
    await settled(lppr, 3);
    expect((await names(pecan)).slice(-3)).toEqual(["listingRequested", "listingDecided", "tariffPublished"]);
    expect(await phaseOf(pecan)).toBe("continuity");
    const told = (await lppr.journal()).filter(({ kind }) => kind === "handover");
    expect((await acts(pecan)).slice(-3).map(({ id, on, via }) => [id, on, via?.reference])).toEqual(
      told.map(({ number, on }) => [`${lppr.id}/${number}`, on, `${lppr.id}/${number}`]),
    );
    expect(await open.register.verify(pecan.id)).toMatchObject({ valid: true });
  });

  it.concurrent("an act struck in the listing is struck in the PECAN, and what is decided instead reaches it", async () => {
    const pecan = await covered();
    const lppr = await listingAfter(pecan);
    await decide(lppr, "listed");
    await settled(lppr, 2);
    expect(await phaseOf(pecan)).toBe("tariff");
    const decision = (await lppr.journal()).find(({ kind, name }) => kind === "act" && name === "listingDecided");
    await lppr.act("strike", "ministers", { reason: "Erreur de saisie." }, { about: String(decision?.number) });
    await settled(lppr, 3);
    expect(await phaseOf(pecan)).toBe("listing");
    await lppr.act("withdrawn", "applicant", {});
    await settled(lppr, 4);
    expect((await names(pecan)).slice(-4)).toEqual([
      "listingRequested",
      "listingDecided",
      "strike",
      "listingRequestWithdrawn",
    ]);
    expect(await phaseOf(pecan)).toBe("endToPronounce");
  });

  it.concurrent("a certificate struck, and the coverage's end, reach the request for a listing on the LATM, each once", async () => {
    const remote = [{ id: "A", label: "Insuffisance cardiaque", list: "latm" }];
    const pecan = await covered(remote);
    const latm = await open.file(
      monitoring({
        indications: [{ id: "A", label: "Insuffisance cardiaque" }],
        underPecan: true,
        links: [{ case: pecan.id, kind: "coverage" }],
      }),
      { procedure: "latm", ruleset: "css@2026-01-01" },
    );
    await latm.act("applicationAcknowledged", "ministers", {});
    await pecan.act("certificateStruck", "ANS", { reasons: "Audit défavorable." });
    await pecan.act(
      "coverageEndOrdered",
      "ministers",
      {
        ...{ ground: "condition-lost", reasons: "Certificat retiré.", remedies: "Recours dans les deux mois." },
        ...{ effectiveOn: pecan.filedOn, exemption: { case: "urgency", reason: "Patients exposés." } },
      },
      { about: "A" },
    );
    await settled(pecan, 3);
    expect((await names(latm)).slice(-2)).toEqual(["certificateStruck", "coverageEnded"]);
    expect(
      (await latm.journal()).filter(({ kind, name }) => kind === "notice" && name === "certificateStruck"),
    ).toHaveLength(2);
    expect(await open.register.verify(latm.id)).toMatchObject({ valid: true });
  });

  it.concurrent("what the other case refuses is kept with its reason, and holds nothing up", async () => {
    const pecan = await open.file(filing({ indications }));
    const lppr = await listingAfter(pecan);
    // Asked for before the PECAN is granted, it is recorded; decided before, it isn't the PECAN's to take.
    await decide(lppr, "listed");
    await settled(lppr, 2);
    const [, refused] = await open.register.handovers.of(lppr.id);
    expect(refused).toMatchObject({
      outcome: "refused",
      to: pecan.id,
      detail: expect.stringContaining("n'est en cours"),
    });
    expect(await names(pecan)).toEqual(["listingRequested"]);
  });
});
