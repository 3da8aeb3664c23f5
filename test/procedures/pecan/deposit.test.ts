import { describe, expect, test } from "vitest";
import { Refusal } from "../../../case/refusal.js";
import {
  acknowledged,
  ansOpinion,
  cnedimtsOpinion,
  conventionSent,
  conventionSigned,
  convergenceAccountOpened,
  convergenceDeposited,
  evidence,
  evidenceCompleted,
  evidenceRefused,
  filed,
  foundAdmissible,
  foundComplete,
  foundInadmissible,
  foundIncomplete,
  inactivityReviewed,
  missingItems,
  type Pecan,
  requested,
  sesameAccountOpened,
  sesameDeposited,
} from "../../../rig/timelines/pecan.js";
import "./matchers.js";

const requestedAccounts = { convergence: { status: "requested" }, sesame: { status: "requested" } } as const;

/** The convention is signed on 4 May; evidence may be deposited. */
function conventionSignedOn4May(): Pecan {
  const pecan = filed("2026-04-20");
  pecan.on("2026-04-21", convergenceDeposited());
  pecan.on("2026-04-27", foundAdmissible());
  pecan.on("2026-04-28", conventionSent());
  pecan.on("2026-05-04", conventionSigned());
  return pecan;
}

describe("PECAN, before step 4: what a filing must be", () => {
  const why = (open: () => unknown): Refusal => {
    try {
      open();
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal;
      throw refusal;
    }
    throw new Error("The filing was accepted.");
  };

  test("a SIRET whose check digit is wrong is refused", () => {
    const applicant = { siret: "73282932000075", name: "Exploitant", rank: "manufacturer" } as const;
    expect(why(() => filed("2026-01-05", { applicant }))).toMatchObject({
      type: "not-lawful",
      source: "Insee, numéros SIREN et SIRET : clé de contrôle",
    });
  });

  test("a product without CE marking in the indication is refused", () => {
    const refusal = why(() => filed("2026-01-05", { product: { id: "dmn-1", name: "Dispositif", ceMarked: false } }));
    expect(refusal).toMatchObject({ type: "not-lawful", source: "CSS L. 162-1-23, II" });
  });

  test("two indications of one name are refused", () => {
    const twice = { id: "depression", label: "Épisode dépressif", list: "lppr" } as const;
    expect(why(() => filed("2026-01-05", { indications: [twice, twice] })).message).toContain("identifiant");
  });

  test("a day that doesn't exist is refused, wherever the filing gives one", () => {
    const studies = [{ title: "Étude pivot", endsOn: "2027-02-30" }];
    expect(why(() => filed("2026-01-05", { studies })).message).toContain("2027-02-30");
    const accounts = { ...requestedAccounts, convergence: { status: "requested", requestedOn: "2026-02-29" } } as const;
    expect(why(() => filed("2026-03-05", { accounts })).message).toContain("2026-02-29");
  });
});

describe("PECAN, step 4: accounts", () => {
  test("P1, C12: the Convergence account is due within three working days of its request, public holidays aside", () => {
    const pecan = filed("2026-04-30", { accounts: requestedAccounts }); // Thursday; 1 May and a week-end follow
    expect(pecan.lastDay("convergenceAccount")).toBe("2026-05-06");
    pecan.untilTheEndOf("2026-05-06");
    expect(pecan.lines("overrun")).toEqual([]);
    pecan.on("2026-05-07");
    expect(pecan.lines("overrun")).toEqual(["2026-05-07 overrun convergenceAccount ANS convergenceAccount"]);
    expect(pecan).toHaveTold("applicant", "overrun");
    expect(pecan).toBeOpen();
  });

  test("P1: it runs from the day of the request when the filing gives it", () => {
    const convergence = { status: "requested", requestedOn: "2026-04-28" } as const;
    const pecan = filed("2026-04-30", { accounts: { ...requestedAccounts, convergence } });
    expect(pecan.lastDay("convergenceAccount")).toBe("2026-05-04");
  });

  test("no deposit before the account is open, and the refusal says what is awaited", () => {
    const pecan = filed("2026-01-05", { accounts: requestedAccounts });
    const refusal = pecan.refusal("2026-01-06", convergenceDeposited());
    expect(refusal.type).toBe("not-awaited");
    expect(refusal.source).toBe("Parcours G_NIUS, étape 5.a");
    expect(refusal.awaited.map(({ act }) => act)).toContain("convergenceAccountOpened");
    pecan.on("2026-01-07", convergenceAccountOpened(), convergenceDeposited());
    expect(pecan.refusal("2026-01-07", sesameDeposited()).awaited.map(({ act }) => act)).toContain(
      "sesameAccountOpened",
    );
    pecan.on("2026-01-08", sesameAccountOpened(), sesameDeposited());
    expect(pecan).toBeOpen();
  });
});

describe("PECAN, steps 5 to 7: two deposits and their admissibility", () => {
  test.each([
    ["Convergence first", [convergenceDeposited(), sesameDeposited()]],
    ["Sésame first", [sesameDeposited(), convergenceDeposited()]],
  ])("C9: no order between the deposits (%s)", (_, deposits) => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", ...deposits);
    expect(pecan).toAcceptOnly("ansAdmissibilityNotified", "completenessNotified", "missingItemsNotified", "withdrawn");
  });

  test("C9: one side may be complete before the other is deposited", () => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", convergenceDeposited());
    pecan.on("2026-01-09", foundAdmissible(), conventionSent(), conventionSigned(), evidence("securite"));
    pecan.on("2026-01-12", evidenceCompleted());
    pecan.on("2026-02-02", sesameDeposited());
    pecan.on("2026-02-04", foundComplete());
    expect(pecan.view.phase).toBe("reception");
  });

  test("an inadmissible file is told why, and may be corrected and deposited again", () => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", convergenceDeposited());
    pecan.on("2026-01-12", foundInadmissible("Certificat HDS périmé."));
    expect(pecan.notices("inadmissible", "applicant")[0]?.detail?.facts).toMatchObject({
      reasons: "Certificat HDS périmé.",
    });
    expect(pecan.refusal("2026-01-13", conventionSent())).toMatchObject({ source: "Parcours G_NIUS, étape 8" });
    pecan.on("2026-01-14", convergenceDeposited());
    pecan.on("2026-01-16", foundAdmissible());
    expect(pecan).toHaveTold("applicant", "admissible");
  });

  test("a file isn't found inadmissible, or incomplete, without a reason or a missing piece", () => {
    const pecan = filed("2026-04-20");
    pecan.on("2026-04-21", convergenceDeposited(), sesameDeposited());
    expect(
      pecan.refusal("2026-04-27", { act: "ansAdmissibilityNotified", by: "ANS", body: { admissible: false } }),
    ).toMatchObject({ type: "not-lawful", source: "CRPA L. 211-2 et L. 114-5" });
    expect(pecan.refusal("2026-04-27", foundIncomplete())).toMatchObject({ type: "not-lawful" });
  });

  test("C10: an inadmissible file that isn't corrected in six months is for the ANS to review", () => {
    const pecan = filed("2026-04-20");
    pecan.on("2026-04-21", convergenceDeposited());
    pecan.on("2026-04-27", foundInadmissible("Le certificat HDS est périmé."));
    expect(pecan.lastDay("inactivity")).toBe("2026-10-27");
    pecan.until("2026-10-28");
    expect(pecan.tasks("reviewInactivity")).toHaveLength(1);
    pecan.on("2026-10-29", convergenceDeposited());
    pecan.on("2026-11-03", foundAdmissible());
  });

  test("step 6.b: an incomplete application is told what is missing, and is deposited again", () => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", sesameDeposited());
    pecan.on("2026-01-12", foundIncomplete("Protocole de l'étude"));
    expect(pecan.notices("inadmissible", "applicant")[0]?.detail?.facts).toMatchObject({
      missing: ["Protocole de l'étude"],
    });
    pecan.refusal("2026-01-13", foundComplete());
    pecan.on("2026-01-14", sesameDeposited());
    pecan.on("2026-01-16", foundComplete());
    expect(pecan.refusal("2026-01-16", sesameDeposited()).source).toBe("Parcours G_NIUS, étape 5.b");
  });
});

describe("PECAN, steps 8 and 9: the convention, then the evidence", () => {
  test("E23: no evidence before the convention is signed", () => {
    const pecan = filed("2026-04-20");
    pecan.on("2026-04-21", convergenceDeposited());
    pecan.on("2026-04-27", foundAdmissible(), conventionSent());
    const refusal = pecan.refusal("2026-04-28", evidence("securite"));
    expect(refusal).toMatchObject({ type: "not-awaited", source: "Parcours G_NIUS, étape 8" });
    expect(refusal.message).toContain("convention signée");
    expect(refusal.awaited).toContainEqual(
      expect.objectContaining({ act: "conventionSigned", by: ["applicant"], due: true }),
    );
  });

  test("only the legal representative signs the convention", () => {
    const pecan = filed("2026-04-20");
    pecan.on("2026-04-21", convergenceDeposited());
    pecan.on("2026-04-27", foundAdmissible(), conventionSent());
    const bySomeoneElse = { ...conventionSigned(), body: { signatory: "consultant", signature: "SIG-1" } as const };
    expect(pecan.refusal("2026-04-28", bySomeoneElse).type).toBe("not-lawful");
    pecan.on("2026-04-28", conventionSigned());
    expect(pecan).toHaveTold("ANS", "conventionSigned");
  });

  test("evidence is deposited section by section; a refused section must be corrected before the deposit is complete", () => {
    const pecan = conventionSignedOn4May();
    pecan.refusal("2026-05-05", evidenceCompleted());
    pecan.on("2026-05-06", evidence("securite"), evidence("interoperabilite"));
    expect(pecan.notices("depositReceived", "applicant").map(({ about }) => about)).toContain("securite");
    pecan.on("2026-05-11", evidenceRefused("securite", "Attestation périmée."));
    expect(pecan.phaseOf("securite")).toBe("refusedEvidence");
    expect(pecan).toHaveTold("applicant", "evidenceRefused");
    expect(pecan.refusal("2026-05-12", evidenceCompleted()).message).toContain("securite");
    pecan.on("2026-05-13", evidence("securite"), evidenceCompleted());
    expect(pecan).toHaveTold("ANS", "evidenceComplete");
  });

  test("a section is refused only after its deposit", () => {
    const pecan = conventionSignedOn4May();
    expect(pecan.refusal("2026-05-06", evidenceRefused("securite", "Rien.")).type).toBe("not-awaited");
  });
});

describe("PECAN, step 9: six months without activity (P3, C10)", () => {
  test("they run from the applicant's last act, roll to a working day, and end in a task for the ANS, never by themselves", () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-05-15", evidence("securite"));
    expect(pecan.lastDay("inactivity#2")).toBe("2026-11-16"); // 15 November is a Sunday
    pecan.untilTheEndOf("2026-11-16");
    expect(pecan.tasks("reviewInactivity")).toEqual([]);
    pecan.on("2026-11-17");
    expect(pecan.lines("lapsed", "task")).toEqual([
      "2026-11-17 lapsed inactivity applicant inactivity#2",
      "2026-11-17 task reviewInactivity ANS",
    ]);
    expect(pecan).toHaveTold("applicant", "inactive");
    expect(pecan).toHaveTold("ANS", "inactive");
    expect(pecan).toBeOpen();
  });

  test("reminders come sixty, thirty and seven days before", () => {
    const pecan = conventionSignedOn4May(); // last day 4 November
    pecan.on("2026-11-04");
    const reminders = pecan.journal.filter(({ name, detail }) => {
      const facts = detail?.facts as { clock?: string } | undefined;
      return name === "reminder" && facts?.clock === "inactivity#2";
    });
    expect(reminders.map(({ on }) => on)).toEqual(["2026-09-05", "2026-10-05", "2026-10-28"]);
  });

  test("E24: a deposit on the last day, a minute before midnight and recorded after it, starts the six months again", () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-11-05"); // told inactive at midnight
    expect(pecan).toHaveTold("applicant", "inactive");
    pecan.on("2026-11-04T22:59:00Z", evidence("securite", { recorded: "2026-11-05T08:30:00Z" }));
    expect(pecan.clock("inactivity#2")).toMatchObject({ state: "running", lastDay: "2027-05-04" });
    expect(pecan.lines("rectified")).toContainEqual("2026-11-05 rectified reviewInactivity ANS");
  });

  test("E25: they don't run while the ANS owes the convention", () => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", convergenceDeposited());
    pecan.on("2026-01-09", foundAdmissible());
    pecan.on("2026-09-01");
    expect(pecan.tasks("reviewInactivity")).toEqual([]);
    pecan.on("2026-09-01", conventionSent());
    expect(pecan.lastDay("inactivity")).toBe("2027-03-01");
  });

  test("C10: an agent keeps the application, and the six months run again; or considers it abandoned", () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-11-06", inactivityReviewed("keep"));
    expect(pecan.lastDay("inactivity#3")).toBe("2027-05-07"); // 6 May 2027 is Ascension
    expect(pecan).toHaveTold("applicant", "inactivityReviewed");
    pecan.on("2027-05-10", inactivityReviewed("abandon"));
    expect(pecan).toHaveEnded("consideredAbandoned", "2027-05-10");
    expect(pecan).toHaveTold("applicant", "inactiveAbandoned");
  });

  test("C10: an application that has moved since isn't abandoned", () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-11-06", evidence("securite"));
    expect(pecan.refusal("2026-11-09", inactivityReviewed("abandon")).type).toBe("not-lawful");
  });

  test("nothing to review before the six months are over", () => {
    const pecan = conventionSignedOn4May();
    expect(pecan.refusal("2026-11-04", inactivityReviewed("abandon")).source).toBe("Parcours G_NIUS, étape 9");
  });
});

describe("PECAN, step 10: the acknowledgement", () => {
  const bothComplete = () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-05-05", sesameDeposited(), evidence("securite"));
    pecan.on("2026-05-11", evidenceCompleted());
    pecan.on("2026-05-13", foundComplete());
    return pecan;
  };

  test("E22: complete on one side only, no acknowledgement; what is missing is told", () => {
    const pecan = conventionSignedOn4May();
    pecan.on("2026-05-06", evidence("securite"), evidenceCompleted());
    const refusal = pecan.refusal("2026-05-07", acknowledged());
    expect(refusal).toMatchObject({ type: "not-awaited", source: "CSS R. 162-112, al. 4" });
    expect(refusal.message).toContain("Sésame et sur Convergence");
    expect(refusal.awaited.map(({ act }) => act)).toContain("sesameDeposited");
    pecan.on("2026-05-08", missingItems("sesame"));
    expect(pecan).toHaveTold("applicant", "missingItems");
    expect(pecan.view.clocks.map(({ name }) => name)).not.toContain("ansOpinion");
  });

  test("P2, T9: no text fixes a delay; ten working days are shown, and their overrun ends nothing", () => {
    const pecan = bothComplete();
    expect(pecan.lastDay("acknowledgement")).toBe("2026-05-29"); // Ascension and Whit Monday between
    pecan.on("2026-05-30");
    expect(pecan.lines("overrun")).toEqual(["2026-05-30 overrun acknowledgement ministers acknowledgement"]);
    pecan.on("2026-06-01", acknowledged());
    expect(pecan.view.phase).toBe("examination");
  });

  test("what is missing at step 10 is deposited again, on the side that misses it", () => {
    const pecan = bothComplete();
    pecan.on("2026-05-18", missingItems("sesame"));
    expect(pecan.view.phase).toBe("deposit");
    pecan.refusal("2026-05-19", acknowledged());
    pecan.on("2026-05-20", sesameDeposited());
    pecan.on("2026-05-22", foundComplete());
    pecan.on("2026-05-26", acknowledged());
    expect(pecan.lastDay("ansOpinion")).toBe("2026-07-25");
  });

  test("missing on both sides, both are awaited again", () => {
    const pecan = bothComplete();
    pecan.on("2026-05-18", missingItems("sesame", "convergence"));
    pecan.on("2026-05-20", sesameDeposited(), evidence("securite"), evidenceCompleted());
    expect(pecan.view.phase).toBe("deposit");
    pecan.on("2026-05-22", foundComplete());
    expect(pecan.view.phase).toBe("reception");
  });

  test("it starts both opinions' sixty days, across the change of hour, on a Saturday or a holiday all the same (E44)", () => {
    const pecan = filed("2026-01-05");
    pecan.on("2026-01-06", convergenceDeposited(), sesameDeposited(), foundAdmissible(), conventionSent());
    pecan.on("2026-01-07", conventionSigned(), evidence("securite"), evidenceCompleted(), foundComplete());
    pecan.on("2026-03-02", acknowledged());
    expect(pecan.clock("ansOpinion")).toMatchObject({ lastDay: "2026-05-01", source: "CSS R. 162-115" });
    expect(pecan.clock("cnedimtsOpinion")).toMatchObject({
      lastDay: "2026-05-01",
      expiresAt: "2026-05-01T22:00:00.000Z",
      source: "CSS R. 162-114, V",
    });
    for (const party of ["ANS", "HAS", "CNEDiMTS"]) expect(pecan).toHaveTold(party, "examinationStarted");
    expect(pecan).toHaveTold("applicant", "acknowledged");
  });

  test("E68: two agents acknowledge at once: the first wins, the second is refused, the day stands", () => {
    const pecan = bothComplete();
    pecan.on("2026-05-18T09:00:00Z", acknowledged());
    const refusal = pecan.refusal("2026-05-18T09:00:01Z", acknowledged());
    expect(refusal).toMatchObject({ type: "not-awaited", source: "CSS R. 162-112, al. 4" });
    expect(pecan.clock("ansOpinion").from).toBe("2026-05-18");
  });

  test("E21: it stands though evidence is found incomplete later: only a formal request is possible", () => {
    const pecan = bothComplete();
    pecan.on("2026-05-18", acknowledged());
    const refusal = pecan.refusal("2026-05-20", missingItems("convergence"));
    expect(refusal.message).toContain("demande de renseignements complémentaires");
    expect(pecan.refusal("2026-05-20", evidence("securite")).message).toContain("à la demande");
    pecan.on("2026-05-20", requested("r1"));
    expect(pecan.clock("ansOpinion")).toMatchObject({ state: "suspended", from: "2026-05-18" });
  });

  test("E67: an opinion before the acknowledgement is refused with its reason", () => {
    const pecan = bothComplete();
    expect(pecan.refusal("2026-05-14", ansOpinion())).toMatchObject({ type: "not-awaited", source: "CSS R. 162-115" });
    const refusal = pecan.refusal("2026-05-14", cnedimtsOpinion());
    expect(refusal.awaited.map(({ act }) => act)).toContain("applicationAcknowledged");
  });
});
