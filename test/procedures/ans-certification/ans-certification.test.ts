import { describe, expect, it } from "vitest";
import { takesOfCertificate } from "../../../procedures/certificate.js";
import type { Takes } from "../../../procedures/handovers.js";
import { filingRefused } from "../../../rig/timeline.js";
import {
  acknowledged,
  act,
  answered,
  asked,
  breachFound,
  certifiedFrom,
  ended,
  examinedFrom,
  filing,
  refusal,
  refused,
  requestedOn,
  validated,
} from "../../../rig/timelines/ans-certification.js";

describe("the ANS's certificate (R. 162-76, R. 165-5-2)", () => {
  it("nothing runs before the acknowledgement, which attests that nothing is missing", () => {
    const file = requestedOn("2026-03-02").on(
      "2026-03-04",
      act("missingItemsNotified", "ANS", { missing: ["Annexe"] }),
    );
    expect(file.view.clocks).toEqual([]);
    expect(file.letter("missingItems").text).toContain("— Annexe");
    file.on("2026-03-10", acknowledged);
    expect(file.clock("validation")).toMatchObject({
      from: "2026-03-10",
      lastDay: "2026-05-09",
      source: "CSS R. 162-76, V",
    });
    expect(file.letter("acknowledged").text).toContain("rejetée");
    expect(file.refusal("2026-03-11", act("missingItemsNotified", "ANS", { missing: ["B"] })).type).toBe("not-awaited");
  });

  it("for the LPPR, by its own article", () => {
    const file = examinedFrom("2026-03-10", { list: "lppr" });
    expect(file.clock("lpprValidation")).toMatchObject({ lastDay: "2026-05-09", source: "CSS R. 165-5-2, IV" });
    file.on("2026-03-16", asked("R1", 10));
    expect(file.clock("lpprInformation:R1").lastDay).toBe("2026-03-26");
  });

  it("L1: decided on the sixtieth day, it is in time; at its midnight, silence has rejected the request", () => {
    const decided = examinedFrom("2026-03-10").on("2026-05-09T23:59:59.999+02:00", validated);
    expect(decided.view.phase).toBe("certified");
    const silent = examinedFrom("2026-03-10").untilTheEndOf("2026-05-09");
    expect(silent.ending).toBeUndefined();
    silent.until("2026-05-11"); // Saturday 9 May is over; told at noon of the next working day
    expect(silent.view.ending).toMatchObject({ name: "silentlyRejected", effectiveOn: "2026-05-10" });
    expect(silent.letter("silentRejection").text).toContain("Recours");
    expect(silent.refusal("2026-05-11", validated).type).toBe("not-awaited");
    silent.isSimulatedAlike();
  });

  it("L1: a decision of the last day, recorded the day after, rejects nothing", () => {
    const file = examinedFrom("2026-03-10").until("2026-05-10");
    expect(file.view.ending).toMatchObject({ name: "silentlyRejected", final: false });
    file.on("2026-05-09T10:00:00Z", { ...validated, recorded: "2026-05-11T07:00:00Z" });
    expect(file.view).toMatchObject({ phase: "certified", ending: null });
    expect(file.notices("silentRejection")).toEqual([]);
  });

  it("a refusal says why and how to challenge it; a validation bears its certificate", () => {
    const file = examinedFrom("2026-03-10");
    expect(file.refusal("2026-04-01", act("validationDecided", "ANS", { outcome: "refused" })).source).toBe(
      "CRPA L. 211-2",
    );
    expect(file.refusal("2026-04-01", act("validationDecided", "ANS", { outcome: "validated" })).message).toContain(
      "référence",
    );
    file.on("2026-04-01", refused);
    expect(file.ending).toBe("refused");
    expect(file.letter("refused").text).toContain(refusal.remedies);
  });

  it("it may be withdrawn before the decision, and not after", () => {
    expect(examinedFrom("2026-03-10").on("2026-03-11", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    expect(requestedOn("2026-03-10").on("2026-03-11", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    expect(certifiedFrom("2026-03-10").refusal("2026-03-11", act("withdrawn", "applicant", {})).type).toBe(
      "not-awaited",
    );
  });

  it("a SIRET whose key is wrong is refused", () => {
    const bad = filing({ applicant: { siret: "73282932000075", name: "X" } });
    expect(filingRefused("ans-certification", "2026-03-10", bad).message).toContain("SIRET");
  });
});

describe("further information (R. 162-76, V, al. 2)", () => {
  it("L1, family B: stopped from the notification to the receipt of all of it, both days counted", () => {
    const file = examinedFrom("2026-03-10").on("2026-03-16", asked("R1", 30));
    expect(file.lastDay("validation")).toBeNull();
    file.on("2026-03-20", answered("R1", "Test d'intrusion"));
    expect(file.lastDay("validation")).toBeNull();
    expect(file.letter("informationPartial").text).toContain("interopérabilité");
    file.on("2026-03-23", answered("R1", "Preuve d'interopérabilité"));
    // Eight days, 16 and 23 March included: the later reading, since silence rejects.
    expect(file.lastDay("validation")).toBe("2026-05-17");
    expect(file.clock("information:R1").state).toBe("met");
    file.isSimulatedAlike();
  });

  it("ten days at least", () => {
    expect(examinedFrom("2026-03-10").refusal("2026-03-16", asked("R1", 9))).toMatchObject({
      type: "not-lawful",
      source: "CSS R. 162-76, V",
    });
    expect(examinedFrom("2026-03-10").on("2026-03-16", asked("R1", 10)).lastDay("information:R1")).toBe("2026-03-26");
  });

  it("whole on the last day, it is in time; at its midnight, the request is deemed abandoned, and nothing else is owed", () => {
    const file = () => examinedFrom("2026-03-10").on("2026-03-16", asked("R1", 10));
    expect(file().on("2026-03-26T23:59:59.999+01:00", answered("R1")).view.phase).toBe("examination");
    const late = file().untilTheEndOf("2026-03-26");
    expect(late.ending).toBeUndefined();
    late.until("2026-03-27T13:00:00Z");
    expect(late.view.ending).toMatchObject({ name: "deemedAbandoned", effectiveOn: "2026-03-27" });
    expect(late.view.clocks.filter(({ state }) => state === "running")).toEqual([]);
    expect(late.letter("abandoned").text).toContain("nouvelle demande");
  });

  it("requests overlap: the union of their days counts once", () => {
    const file = examinedFrom("2026-03-10")
      .on("2026-03-16", asked("R1", 20))
      .on("2026-03-20", asked("R2", 20))
      .on("2026-03-23", answered("R1"))
      .on("2026-03-27", answered("R2"));
    expect(file.lastDay("validation")).toBe("2026-05-21"); // twelve days, from 16 to 27 March
    expect(file.refusal("2026-03-30", asked("R1", 10)).message).toContain("nom");
  });
});

describe("the life of a certificate (R. 162-77, R. 165-5-3)", () => {
  it("established, struck and changed référentiels are handed over, each once", () => {
    const file = certifiedFrom("2026-03-10")
      .on("2026-06-01", act("referentialChanged", "ANS", { inForceOn: "2026-07-01" }))
      .on("2026-09-01", breachFound("2026-09-21"))
      .on("2026-09-22", ended);
    expect(file.lines("handover")).toEqual([
      "2026-03-10 handover certificateEstablished",
      "2026-06-01 handover referentialChanged",
      "2026-09-22 handover certificateStruck",
    ]);
    const takes: Takes = takesOfCertificate;
    const taken = file.journal
      .filter(({ kind }) => kind === "handover")
      .map(({ name, on, detail }) =>
        takes[name]?.({ from: "CERT-1", name, on, facts: (detail?.facts ?? {}) as object as never }),
      );
    expect(taken).toEqual([
      { act: "certificateJoined", by: "applicant", body: { reference: "ANS-2026-1" } },
      { act: "referentialChanged", by: "ANS", body: { inForceOn: "2026-07-01" } },
      { act: "certificateStruck", by: "ANS", body: { reference: "ANS-2026-1", reasons: refusal.reasons } },
    ]);
    expect(file.ending).toBe("struck");
    for (const party of ["applicant", "ministers"])
      expect(file.noticedOn(party, "certificateEnded")).toEqual(["2026-09-22"]);
    file.isSimulatedAlike();
  });

  it("it ends on a breach that an audit found, once its holder could answer, or in an urgency that is said", () => {
    const file = certifiedFrom("2026-03-10");
    expect(file.refusal("2026-08-31", ended).message).toContain("Aucun audit");
    file.on("2026-09-01", breachFound("2026-09-21"));
    expect(file.view.phase).toBe("breach");
    expect(file.tasks("endCertificate")).toHaveLength(1);
    file.on("2026-09-10", act("observationsMade", "applicant", { observations: "Corrigé le 8." }));
    expect(file.letter("observationsMade", "ANS").text).toContain("Corrigé le 8.");
    expect(file.refusal("2026-09-21", ended).message).toContain("jusqu'au 2026-09-21");
    const urgent = { ...ended, body: { ...ended.body, urgency: "Données de santé exposées." } };
    file.on("2026-09-11", urgent);
    expect(file.ending).toBe("struck");
  });

  it("a breach that has ceased is no ground any more", () => {
    const file = certifiedFrom("2026-03-10")
      .on("2026-09-01", breachFound("2026-09-21"))
      .on("2026-10-01", act("auditCarriedOut", "ANS", { outcome: "compliant", findings: "Corrigé." }));
    expect(file.view.phase).toBe("certified");
    expect(file.refusal("2026-10-02", ended).message).toContain("Aucun audit");
    expect(file.refusal("2026-10-02", act("observationsMade", "applicant", { observations: "?" })).type).toBe(
      "not-lawful",
    );
  });

  it("replaced by a new one, it ends, and nothing is struck", () => {
    const file = certifiedFrom("2026-03-10").on(
      "2026-09-01",
      act("certificateReplaced", "ANS", { reference: "ANS-2" }),
    );
    expect(file.ending).toBe("replaced");
    expect(file.lines("handover")).toHaveLength(1);
  });

  it("struck: an act of the ANS that is rectified takes back what it handed over", () => {
    const file = certifiedFrom("2026-03-10").on("2026-09-01", breachFound("2026-09-21")).on("2026-09-22", ended);
    file.strike("2026-09-25", "certificateEnded");
    expect(file.view).toMatchObject({ phase: "breach", ending: null });
    expect(file.lines("rectified")).toContainEqual("2026-09-22 rectified certificateStruck");
  });
});
