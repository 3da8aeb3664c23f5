import { describe, expect, it } from "vitest";
import { procedureOf } from "../../../procedures/all.js";
import type { Bodies, Filing } from "../../../procedures/pre-depot/bodies.js";
import { actsOf, filingRefused, Timeline } from "../../../rig/timeline.js";

const preDepot = procedureOf("pre-depot");

const act = actsOf<Bodies>();
const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret: "73282932000074", name: "Exploitant" },
  product: { id: "coeur", name: "Cœur connecté" },
  indications: [],
  channel: { kind: "guichet" },
  kind: "technical-regulatory",
  category: "medical-device",
  topics: ["pecan", "file-content"],
  questions: ["Quelle liste viser ?"],
  ...more,
});
const requested = (more?: Partial<Filing>) => new Timeline<Bodies>("pre-depot", "2026-05-04", filing(more));
const at = "10 h, visioconférence";

describe("Rendez-vous pré-dépôt for a device", () => {
  it("is asked, fixed, moved and held, with no delay at all", () => {
    const meeting = requested();
    expect(meeting.view).toMatchObject({ phase: "requested", whoseMove: ["HAS"], clocks: [] });
    expect(meeting.letter("requested").text).toContain("Aucun texte ne fixe de délai");
    meeting
      .on("2026-05-11", act("documentsSubmitted", "applicant", { documents: [{ title: "Notice" }] }))
      .on("2026-05-18", act("meetingPlanned", "HAS", { on: "2026-06-01", at }))
      .on("2026-05-20", act("meetingPlanned", "HAS", { on: "2026-06-08", at }));
    expect(meeting.letter("planned").text).toContain("8 juin 2026");
    meeting.on("2026-06-08", act("meetingHeld", "HAS", { participants: ["Service d'évaluation des dispositifs"] }));
    expect(meeting.ending).toBe("held");
    expect(meeting.lines("overrun", "lapsed")).toEqual([]);
    meeting.isSimulatedAlike();
  });

  it.each<[string, Partial<Filing>]>([
    ["at the HAS's address", { channel: { kind: "e-mail", address: "predepot.dmdmn@has-sante.fr" } }],
    [
      "about an economic file, at whatever address",
      { kind: "economic", topics: ["economic-evaluation"], channel: { kind: "e-mail" } },
    ],
    ["here", {}],
  ])("may be asked %s", (_what, more) => {
    expect(requested(more).view.phase).toBe("requested");
  });

  it.each<[string, Partial<Filing>, string, string]>([
    [
      "at another address",
      { channel: { kind: "e-mail", address: "contact@has-sante.fr" } },
      "predepot.dmdmn@has-sante.fr",
      "interlocuteur",
    ],
    ["at no address", { channel: { kind: "e-mail" } }, "predepot.dmdmn@has-sante.fr", "interlocuteur"],
    [
      "for something else than a device",
      { category: "other" },
      "spécifiquement pour les dispositifs",
      "A quelle phase",
    ],
    ["about a study alone", { topics: ["study-protocol"] }, "rencontre précoce", "A quelle phase"],
    ["with a wrong SIRET", { applicant: { siret: "73282932000075", name: "X" } }, "n'est pas un SIRET", "Insee"],
  ])("is refused %s", (_what, more, reason, source) => {
    const refusal = filingRefused("pre-depot", "2026-05-04", filing(more));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain(source);
  });

  it("is sent to whom it may concern by the HAS", () => {
    const meeting = requested().on(
      "2026-05-11",
      act("requestRedirected", "HAS", {
        to: "forfait-innovation",
        reasons: "Vos questions portent sur le forfait innovation.",
      }),
    );
    expect(meeting.ending).toBe("redirected");
    expect(meeting.letter("redirected").text).toContain("secretariat-innovation@has-sante.fr");
  });

  it("isn't held before it is fixed, nor by the applicant, nor fixed for a past day; what wasn't held is fixed again", () => {
    const meeting = requested();
    const held = { participants: ["X"] };
    expect(meeting.refusal("2026-05-11", act("meetingHeld", "HAS", held)).message).toContain("une fois fixé");
    expect(meeting.refusal("2026-05-11", act("meetingPlanned", "applicant", { on: "2026-06-01", at })).type).toBe(
      "not-allowed",
    );
    expect(meeting.refusal("2026-05-11", act("meetingPlanned", "HAS", { on: "2026-05-10", at })).message).toContain(
      "déjà passé",
    );
    meeting
      .on("2026-05-12", act("meetingPlanned", "HAS", { on: "2026-06-01", at }))
      .on("2026-06-01", act("meetingNotHeld", "HAS", { reason: "Panne de visioconférence." }));
    expect(meeting.view.phase).toBe("requested");
    expect(meeting.on("2026-06-02", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    meeting.isSimulatedAlike();
  });

  it("is known to its parties alone", () => {
    expect(preDepot.shape.confidential).toBe(true);
    for (const { subject } of requested().texts) expect(subject).not.toContain("Cœur");
  });
});
