import { describe, expect, it } from "vitest";
import type { Bodies, Filing } from "../../../procedures/account-convergence/bodies.js";
import { actsOf, filingRefused, Timeline } from "../../../rig/timeline.js";

const act = actsOf<Bodies>();
const siret = "73282932000074";
const document = { title: "Pièce" };
const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret, name: "Exploitant" },
  product: { id: siret, name: "Compte Convergence" },
  indications: [],
  identityProvider: { registered: true, representative: { id: "r1", name: "Représentante", role: "representant" } },
  documents: { kbis: document, identityDocument: { document, validUntil: "2030-01-01" } },
  ...more,
});
const asked = (on: string, more?: Partial<Filing>) => new Timeline<Bodies>("account-convergence", on, filing(more));

describe("Convergence account, step 4.a: three days, a service target", () => {
  it.each([
    ["2026-03-02", "2026-03-05", "an ordinary Monday"],
    ["2026-05-12", "2026-05-18", "Ascension, then a week-end"],
    ["2026-12-23", "2026-12-29", "Christmas, then a week-end"],
    ["2026-03-06", "2026-03-11", "a Friday"],
  ])("asked on %s, it is due on %s: %s", (on, lastDay) => {
    const account = asked(on);
    expect(account.clock("accountOpening").lastDay).toBe(lastDay);
    expect(account.clock("accountOpening").source).toContain("étape 4.a");
    account.isSimulatedAlike();
  });

  it("is late without any effect: told once to both, and still awaited", () => {
    const account = asked("2026-05-12").untilTheEndOf("2026-05-18");
    expect(account.lines("overrun")).toEqual([]);
    account.until("2026-05-19").until("2026-07-01");
    expect(account.lines("overrun")).toEqual(["2026-05-19 overrun accountOpening ANS accountOpening"]);
    expect(account.letter("overrun").text).toContain("18 mai 2026 (Parcours G_NIUS, étape 4.a)");
    expect(account.letter("overrun", "ANS").text).toContain("rien n'est perdu");
    account.on("2026-07-02", act("accountOpened", "ANS", {}));
    expect(account.view.phase).toBe("open");
    account.isSimulatedAlike();
  });

  it("shows the reading in calendar days beside (C12)", async () => {
    const { accountConvergence } = await import("../../../procedures/account-convergence/definition.js");
    const rule = accountConvergence.rulesets[0]?.delays.accountOpening;
    expect(rule?.length).toMatchObject({ days: 3, counted: "working" });
    expect(rule?.otherwise?.[0]).toMatchObject({ length: { days: 3, counted: "calendar" } });
    expect(rule?.otherwise?.[1]?.source.ref).toBe("Lecture C12");
  });
});

describe("Convergence account: what must be given", () => {
  it.each<[string, Partial<Filing>, string]>([
    [
      "without an account on the identity provider",
      { identityProvider: { ...filing().identityProvider, registered: false } },
      "Fournisseur d'Identité iSC",
    ],
    [
      "whose representative isn't registered as such",
      { identityProvider: { registered: true, representative: { id: "r1", name: "X", role: "salarie" } } },
      "en tant que représentant",
    ],
    ["without a Kbis", { documents: { identityDocument: { document, validUntil: "2030-01-01" } } }, "Kbis"],
    ["without an identity document", { documents: { kbis: document } }, "pièce d'identité du mandataire social manque"],
    [
      "with an identity document that is out of date",
      { documents: { kbis: document, identityDocument: { document, validUntil: "2026-03-01" } } },
      "n'est plus valide",
    ],
    ["of another structure", { product: { id: "other", name: "Compte" } }, "son identifiant est le SIRET"],
  ])("is refused %s", (_what, more, reason) => {
    const refusal = filingRefused("account-convergence", "2026-03-02", filing(more));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain("étape 4.a");
  });

  it("is refused with a wrong SIRET", () => {
    const wrong = { siret: "73282932000075", name: "X" };
    expect(filingRefused("account-convergence", "2026-03-02", filing({ applicant: wrong }))).toMatchObject({
      source: expect.stringContaining("Insee"),
    });
  });

  it("takes an identity document on its last day", () => {
    const documents = { kbis: document, identityDocument: { document, validUntil: "2026-03-02" } };
    expect(asked("2026-03-02", { documents }).view.phase).toBe("requested");
  });

  it("lets the ANS refuse a document, which is replaced while the three days run on", () => {
    const account = asked("2026-03-02").on(
      "2026-03-03",
      act("supportingDocumentRefused", "ANS", { reason: "Illisible." }, { about: "kbis" }),
    );
    expect(account.phaseOf("kbis")).toBe("refusedDocument");
    expect(account.clock("accountOpening").lastDay).toBe("2026-03-05");
    expect(account.refusal("2026-03-04", act("accountOpened", "ANS", {})).message).toContain(
      "Reste à remplacer : le Kbis",
    );
    account
      .on("2026-03-04", act("supportingDocumentSubmitted", "applicant", { document }, { about: "kbis" }))
      .on("2026-03-05", act("accountOpened", "ANS", {}));
    expect(account.view.phase).toBe("open");
    account.isSimulatedAlike();
  });

  it("refuses what isn't a supporting document, and an identity document of no or past validity", () => {
    const account = asked("2026-03-02");
    const unknown = account.refusal(
      "2026-03-03",
      act("supportingDocumentRefused", "ANS", { reason: "?" }, { about: "rib" }),
    );
    expect(unknown.message).toContain("rib n'en est pas une");
    const about = { about: "identity-document" };
    account.on("2026-03-03", act("supportingDocumentRefused", "ANS", { reason: "Illisible." }, about));
    expect(
      account.refusal("2026-03-04", act("supportingDocumentRefused", "ANS", { reason: "?" }, about)).message,
    ).toContain("déjà refusée");
    expect(
      account.refusal("2026-03-04", act("supportingDocumentSubmitted", "applicant", { document }, about)).message,
    ).toContain("jusqu'à quand");
    const past = { document, validUntil: "2026-03-03" };
    expect(
      account.refusal("2026-03-04", act("supportingDocumentSubmitted", "applicant", past, about)).message,
    ).toContain("n'est plus valide");
  });
});

describe("Convergence account: roles, and its end", () => {
  it("knows the mandataire social, the représentants and the salariés", () => {
    const account = asked("2026-03-02").on("2026-03-04", act("accountOpened", "ANS", {}));
    expect(account.phaseOf("r1")).toBe("representative");
    for (const [id, role] of [
      ["m1", "mandataire-social"],
      ["s1", "salarie"],
      ["r1", "salarie"],
    ] as const)
      account.on("2026-03-05", act("roleGiven", "applicant", { person: { id, name: id, role } }));
    expect(["m1", "s1", "r1"].map((id) => account.phaseOf(id))).toEqual(["corporateOfficer", "employee", "employee"]);
    account.isSimulatedAlike();
  });

  it("is opened by the ANS alone, once; is withdrawn before, and closed after", () => {
    const account = asked("2026-03-02");
    expect(account.refusal("2026-03-03", act("accountOpened", "applicant", {})).type).toBe("not-allowed");
    expect(account.refusal("2026-03-03", act("accountClosed", "applicant", {})).type).toBe("not-awaited");
    account.on("2026-03-04", act("accountOpened", "ANS", {}));
    expect(account.refusal("2026-03-05", act("accountOpened", "ANS", {})).type).toBe("not-awaited");
    expect(account.on("2026-12-01", act("accountClosed", "applicant", {})).ending).toBe("closed");
    expect(asked("2026-03-02").on("2026-03-03", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
  });
});
