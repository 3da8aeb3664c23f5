import { describe, expect, it } from "vitest";
import type { Bodies, Filing } from "../../../procedures/account-sesame/bodies.js";
import { standingActs } from "../../../procedures/accounts.js";
import { servedProcedure } from "../../../procedures/served.js";
import { actsOf, filingRefused, Timeline } from "../../../rig/timeline.js";

const act = actsOf<Bodies>();
const siret = "73282932000074";
const person = (id: string) => ({ id, name: `Personne ${id}` });
const attestation = (...managers: string[]): Filing["attestation"] => ({
  document: { title: "Attestation" },
  stamped: true,
  signedBy: "legal-representative",
  managers: managers.map(person),
});
const filing = (more: Partial<Filing> = {}): Filing => ({
  applicant: { siret, name: "Exploitant" },
  product: { id: siret, name: "Compte Sésame" },
  indications: [],
  attestation: attestation("m1", "m2"),
  ...more,
});
const asked = (more?: Partial<Filing>) => new Timeline<Bodies>("account-sesame", "2026-03-02", filing(more));
const opened = () => asked().on("2026-03-09", act("accountOpened", "HAS", {}));

const delegation = (more: Partial<Bodies["delegationGiven"]> = {}): Bodies["delegationGiven"] => ({
  consultant: person("c1"),
  organisation: "Conseil",
  designatedBy: "legal-representative",
  from: "2026-04-01",
  scope: "file-and-follow",
  ...more,
});

describe("Sésame account: the request", () => {
  it("opens on a SIRET and an attestation, and counts no delay at all", () => {
    const account = asked();
    expect(account.view.phase).toBe("requested");
    expect(account.view.whoseMove).toEqual(["HAS"]);
    account.untilTheEndOf("2027-03-02");
    expect(account.view.clocks).toEqual([]);
    expect(account.lines("overrun", "lapsed")).toEqual([]);
    account.on("2027-03-03", act("accountOpened", "HAS", {}));
    expect(account.view.phase).toBe("open");
    expect(account.view.whoseMove).toEqual([]);
    expect([account.phaseOf("m1"), account.phaseOf("m2")]).toEqual(["manager", "manager"]);
    account.isSimulatedAlike();
  });

  it.each(["73282932000075", "35600000000043"])("refuses %s, which isn't a SIRET", (wrong) => {
    const refusal = filingRefused("account-sesame", "2026-03-02", {
      ...filing(),
      applicant: { siret: wrong, name: "Exploitant" },
      product: { id: wrong, name: "Compte" },
    });
    expect(refusal.type).toBe("not-lawful");
    expect(refusal.message).toContain("n'est pas un SIRET");
    expect(refusal.source).toContain("Insee");
  });

  it("takes an establishment of La Poste, whose SIRET follows a key of its own", () => {
    const laPoste = "35600000000048";
    expect(
      asked({ applicant: { siret: laPoste, name: "La Poste" }, product: { id: laPoste, name: "Compte" } }).view.phase,
    ).toBe("requested");
  });

  it("refuses an account that isn't the company's own", () => {
    const refusal = filingRefused("account-sesame", "2026-03-02", filing({ product: { id: "other", name: "Compte" } }));
    expect(refusal.message).toContain("son identifiant est le SIRET");
  });

  it.each([
    ["without the company's stamp", { stamped: false }, "tampon"],
    ["signed by somebody else", { signedBy: "other" as const }, "représentant légal"],
    ["naming three managers", attestation("m1", "m2", "m3"), "2 au maximum"],
    ["naming the same person twice", attestation("m1", "m1"), "deux fois"],
  ])("refuses an attestation %s", (_what, fault, reason) => {
    const refusal = filingRefused(
      "account-sesame",
      "2026-03-02",
      filing({ attestation: { ...attestation("m1"), ...fault } }),
    );
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain("Guide HAS des rencontres précoces");
  });

  it("lets the HAS return an attestation, which is corrected", () => {
    const account = asked().on("2026-03-05", act("attestationReturned", "HAS", { reason: "Tampon illisible." }));
    expect(account.letter("attestationReturned").text).toContain("Tampon illisible.");
    expect(account.refusal("2026-03-06", act("accountOpened", "HAS", {})).type).toBe("not-awaited");
    account
      .on("2026-03-06", act("attestationSubmitted", "applicant", { attestation: attestation("m3") }))
      .on("2026-03-09", act("accountOpened", "HAS", {}));
    expect(account.phaseOf("m3")).toBe("manager");
    account.isSimulatedAlike();
  });

  it("is opened by the HAS alone", () => {
    const refusal = asked().refusal("2026-03-05", act("accountOpened", "applicant", {}));
    expect(refusal.type).toBe("not-allowed");
    expect(refusal.source).toContain("Sésame");
  });

  it("can be withdrawn, until the account is open", () => {
    expect(asked().on("2026-03-05", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    expect(opened().refusal("2026-03-10", act("withdrawn", "applicant", {})).type).toBe("not-awaited");
  });
});

describe("Sésame account: contributors, managers and the option of notification", () => {
  it("lets a manager create contributors, and nobody else", () => {
    const account = opened().on(
      "2026-03-10",
      act("contributorCreated", "applicant", {
        manager: "m1",
        contributor: person("p1"),
      }),
    );
    expect(account.phaseOf("p1")).toBe("contributor");
    const refusal = account.refusal(
      "2026-03-11",
      act("contributorCreated", "applicant", {
        manager: "p1",
        contributor: person("p2"),
      }),
    );
    expect(refusal.message).toContain("p1 n'est pas gestionnaire");
    expect(refusal.source).toContain("Sésame");
  });

  it("has none before it is open", () => {
    const sent = { manager: "m1", contributor: person("p1") };
    expect(asked().refusal("2026-03-03", act("contributorCreated", "applicant", sent)).type).toBe("not-awaited");
  });

  it("changes its managers on a new attestation, once the HAS has recorded it", () => {
    const account = opened().on(
      "2026-06-01",
      act("managersDesignated", "applicant", {
        attestation: attestation("m2", "m3"),
      }),
    );
    expect(account.phaseOf("m1")).toBe("manager");
    expect(account.view.whoseMove).toEqual(["HAS"]);
    account.on("2026-06-03", act("managersRecorded", "HAS", {}));
    expect(["m1", "m2", "m3"].map((id) => account.phaseOf(id))).toEqual(["formerManager", "manager", "manager"]);
    const sent = { manager: "m1", contributor: person("p1") };
    expect(account.refusal("2026-06-04", act("contributorCreated", "applicant", sent)).message).toContain(
      "m1 n'est pas",
    );
    expect(account.view.whoseMove).toEqual([]);
    account.isSimulatedAlike();
  });

  it("never has three managers, nor two changes at once; what the HAS returns changes nothing", () => {
    const account = opened();
    const three = { attestation: attestation("m1", "m2", "m3") };
    expect(account.refusal("2026-06-01", act("managersDesignated", "applicant", three)).message).toContain(
      "2 au maximum",
    );
    account.on("2026-06-01", act("managersDesignated", "applicant", { attestation: attestation("m3") }));
    const again = { attestation: attestation("m4") };
    expect(account.refusal("2026-06-02", act("managersDesignated", "applicant", again)).message).toContain(
      "attend encore",
    );
    account.on("2026-06-03", act("managersReturned", "HAS", { reason: "Signature absente." }));
    expect(account.phaseOf("m1")).toBe("manager");
    account
      .on("2026-06-04", act("managersDesignated", "applicant", again))
      .on("2026-06-05", act("managersRecorded", "HAS", {}));
    expect(account.phaseOf("m4")).toBe("manager");
  });

  it("notifies or not, as the company chooses", () => {
    const account = opened().on("2026-04-01", act("notificationOptionSet", "applicant", { active: false }));
    expect(account.letter("notificationOption").text).toContain("ne vous sont plus notifiés");
    account.on("2026-04-02", act("notificationOptionSet", "applicant", { active: true }));
    expect(account.letter("notificationOption").text).toContain("chaque changement de statut");
  });

  it("closes when the company asks", () => {
    const account = opened().on("2026-12-01", act("accountClosed", "applicant", {}));
    expect(account.ending).toBe("closed");
    account.isSimulatedAlike();
  });
});

describe("Sésame account: delegation to a consultant", () => {
  const about = { about: "d1" };

  it("is dated, opened by the HAS, limited to what he has opened, and revocable", () => {
    const account = opened().on("2026-04-01", act("delegationGiven", "applicant", delegation(), about));
    expect(account.phaseOf("d1")).toBe("delegated");
    expect(account.letter("delegationGiven").text).toContain("qu'il aura lui-même initialisées");
    account.on("2026-04-03", act("consultantAccessOpened", "HAS", {}, about));
    expect(account.phaseOf("d1")).toBe("access");
    account.on("2026-09-01", act("delegationRevoked", "applicant", {}, about));
    expect(account.outcomeOf("d1")).toBe("revoked");
    expect(account.refusal("2026-09-02", act("delegationRevoked", "applicant", {}, about)).type).toBe("not-awaited");
    account.isSimulatedAlike();
  });

  it("ends on the day that the company gave, to its last minute", () => {
    const account = opened()
      .on("2026-04-01", act("delegationGiven", "applicant", delegation({ until: "2026-12-25" }), about))
      .on("2026-04-03", act("consultantAccessOpened", "HAS", {}, about))
      .untilTheEndOf("2026-12-25");
    expect(account.outcomeOf("d1")).toBeNull();
    account.until("2026-12-26");
    expect(account.outcomeOf("d1")).toBe("over");
    expect(account.lines("lapsed")).toEqual(["2026-12-26 lapsed delegationTerm applicant delegationTerm:d1"]);
    account.isSimulatedAlike();
  });

  it.each([
    ["not designated by the legal representative", { designatedBy: "other" as const }, "représentant légal"],
    ["that ends before it begins", { until: "2026-03-31" }, "avant d'avoir commencé"],
  ])("is refused when %s", (_what, more, reason) => {
    const refusal = opened().refusal("2026-03-20", act("delegationGiven", "applicant", delegation(more), about));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain("Sésame");
  });

  it("ends on a day that exists", () => {
    const asked = act("delegationGiven", "applicant", delegation({ until: "2026-06-31" }), about);
    const refusal = opened().refusal("2026-03-20", asked);
    expect(refusal).toMatchObject({ type: "malformed", fault: { pointer: "/body/until", code: "not-a-day" } });
  });

  it("has a name of its own, and two may overlap", () => {
    const account = opened()
      .on("2026-04-01", act("delegationGiven", "applicant", delegation(), about))
      .on("2026-04-02", act("delegationGiven", "applicant", delegation(), { about: "d2" }));
    expect(account.refusal("2026-04-03", act("delegationGiven", "applicant", delegation(), about)).message).toContain(
      "existe déjà",
    );
    account.on("2026-04-03", act("delegationRevoked", "applicant", {}, about));
    expect([account.outcomeOf("d1"), account.outcomeOf("d2")]).toEqual(["revoked", null]);
  });
});

describe("Sésame account: what it gives, from its acts", () => {
  /** Who has which role, from which day to which, as the account now says. */
  const given = ({ live, view }: Timeline<Bodies>) => {
    const read = servedProcedure("account-sesame").account!;
    const { people, mutesStatusMails } = read({
      filing: live.opening.filing,
      acts: standingActs(live.recordedActs),
      view,
    });
    const rights = people.map(({ person: id, role, from, until }) => `${id} ${role} ${from}/${until ?? ".."}`);
    return { rights, mutesStatusMails };
  };

  it("nothing until the HAS opens it, then its managers, then nothing once it is closed", () => {
    const account = asked();
    expect(given(account).rights).toEqual([]);
    account.on("2026-03-09", act("accountOpened", "HAS", {}));
    expect(given(account).rights).toEqual(["m1 manager 2026-03-09/..", "m2 manager 2026-03-09/.."]);
    account.on("2026-03-10", act("contributorCreated", "applicant", { manager: "m1", contributor: person("k1") }));
    expect(given(account).rights).toContain("k1 contributor 2026-03-10/..");
    account.on("2026-03-11", act("accountClosed", "applicant", {}));
    expect(given(account)).toEqual({ rights: [], mutesStatusMails: false });
  });

  it("an attestation that waits gives nothing; recorded by the HAS, its managers replace the former ones", () => {
    const account = opened().on(
      "2026-03-20",
      act("managersDesignated", "applicant", { attestation: attestation("m3") }),
    );
    expect(given(account).rights).toEqual(["m1 manager 2026-03-09/..", "m2 manager 2026-03-09/.."]);
    account.on("2026-03-21", act("managersRecorded", "HAS", {}));
    expect(given(account).rights).toEqual(["m3 manager 2026-03-21/.."]);
    account.strike("2026-03-22", "managersRecorded", true, "HAS");
    expect(given(account).rights).toEqual(["m1 manager 2026-03-09/..", "m2 manager 2026-03-09/.."]);
  });

  it("a consultant has his access once the HAS has opened it, for the days given, and none once it is revoked", () => {
    const about = { about: "d1" };
    const account = opened().on("2026-03-20", {
      ...act("delegationGiven", "applicant", delegation({ until: "2026-12-31" })),
      ...about,
    });
    const consultants = () => given(account).rights.filter((one) => one.startsWith("c1"));
    expect(consultants()).toEqual([]);
    account.on("2026-03-21", { ...act("consultantAccessOpened", "HAS", {}), ...about });
    expect(consultants()).toEqual(["c1 consultant 2026-04-01/2026-12-31"]);
    account.on("2026-05-01", { ...act("delegationRevoked", "applicant", {}), ...about });
    expect(consultants()).toEqual([]);
  });

  it("no status mail once the option says so", () => {
    const account = opened().on("2026-03-20", act("notificationOptionSet", "applicant", { active: false }));
    expect(given(account).mutesStatusMails).toBe(true);
    account.on("2026-03-21", act("notificationOptionSet", "applicant", { active: true }));
    expect(given(account).mutesStatusMails).toBe(false);
  });
});
