import { describe, expect, it } from "vitest";
import { procedureOf } from "../../../procedures/all.js";
import type { Bodies, Filing } from "../../../procedures/pre-depot-medicament/bodies.js";
import { actsOf, filingRefused, Timeline } from "../../../rig/timeline.js";

const preDepotMedicament = procedureOf("pre-depot-medicament");

const act = actsOf<Bodies>();
const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Laboratoire" },
  product: { id: "med-1", name: "Médicament" },
  indications: [],
  channel: { kind: "e-mail", address: "pre-depot@has-sante.fr" },
  marketingAuthorisation: "applied-for",
  indicationsAimedAt: ["Lymphome en rechute"],
  topics: ["eligibility", "put-rd-collection"],
  questions: ["Le critère principal convient-il ?"],
  ...more,
});
const requested = (more?: Partial<Filing>) => new Timeline<Bodies>("pre-depot-medicament", "2026-12-15", filing(more));
const at = "10 h, visioconférence";
const both: Bodies["meetingHeld"] = { agencies: ["HAS", "ANSM"], participants: ["HAS", "ANSM", "Laboratoire"] };

describe("Rendez-vous pré-dépôt for a medicine", () => {
  it("is held by the HAS and the ANSM together, with no delay at all, Christmas or not", () => {
    const meeting = requested();
    expect(meeting.view).toMatchObject({ phase: "requested", whoseMove: ["HAS", "ANSM"], clocks: [] });
    expect(meeting.letter("requested").text).toContain("fortement encouragé");
    meeting.until("2026-12-28").on("2027-01-04", act("meetingPlanned", "ANSM", { on: "2027-01-18", at }));
    expect(meeting.letter("planned", "HAS").text).toContain("18 janvier 2027");
    meeting.on("2027-01-18", act("meetingHeld", "HAS", both));
    expect(meeting.ending).toBe("held");
    expect(meeting.lines("overrun", "lapsed")).toEqual([]);
    meeting.isSimulatedAlike();
  });

  it.each(["HAS", "ANSM"] as const)("isn't held by the %s alone", (agency) => {
    const meeting = requested().on("2026-12-16", act("meetingPlanned", "HAS", { on: "2027-01-18", at }));
    const alone = { ...both, agencies: [agency] };
    const refusal = meeting.refusal("2027-01-18", act("meetingHeld", "HAS", alone));
    expect(refusal.message).toContain("conjointement");
    expect(refusal.source).toContain("§ 1.1");
  });

  it.each<[string, Partial<Filing>, string]>([
    ["once the marketing authorisation is granted", { marketingAuthorisation: "granted" }, "pré-AMM"],
  ])("is refused %s", (_what, more, reason) => {
    const refusal = filingRefused("pre-depot-medicament", "2026-12-15", filing(more));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain("§ 1.1");
  });

  it("is refused with a wrong SIRET", () => {
    const wrong = { siret: "73282932000075", name: "X" };
    expect(filingRefused("pre-depot-medicament", "2026-12-15", filing({ applicant: wrong }))).toMatchObject({
      source: expect.stringContaining("Insee"),
    });
  });

  it("isn't held before it is fixed, nor by the laboratory; what wasn't held is fixed again; it may be given up", () => {
    const meeting = requested();
    expect(meeting.refusal("2026-12-16", act("meetingHeld", "HAS", both)).message).toContain("une fois fixé");
    expect(meeting.refusal("2026-12-16", act("meetingPlanned", "applicant", { on: "2027-01-18", at })).type).toBe(
      "not-allowed",
    );
    expect(meeting.refusal("2026-12-16", act("meetingPlanned", "HAS", { on: "2026-12-15", at })).message).toContain(
      "déjà passé",
    );
    meeting
      .on("2026-12-16", act("meetingPlanned", "HAS", { on: "2027-01-18", at }))
      .on("2026-12-17", act("documentsSubmitted", "applicant", { documents: [{ title: "Dossier" }] }))
      .on("2027-01-18", act("meetingNotHeld", "ANSM", { reason: "Reporté." }));
    expect(meeting.view.phase).toBe("requested");
    expect(meeting.on("2027-01-19", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    meeting.isSimulatedAlike();
  });

  it("is known to its parties alone", () => {
    expect(preDepotMedicament.shape.confidential).toBe(true);
  });
});
