import { describe, expect, it } from "vitest";
import { type Bodies, type Filing, filing as filingSchema } from "../../../procedures/rencontre-precoce/bodies.js";
import {
  carriedOver,
  earlierMeetings,
  excludedExperts,
  prefilled,
} from "../../../procedures/rencontre-precoce/outcome.js";
import { filingRefused } from "../../../rig/timeline.js";
import {
  act,
  expert,
  filing,
  form,
  heldBy,
  heldOn,
  minutes,
  plan,
  plannedFor,
  requested,
} from "../../../rig/timelines/rencontre-precoce.js";

const name = "rencontre-precoce";
const consultant = [{ name: "M. Conseil", capacity: "consultant" as const }];

describe("La demande", () => {
  it("awaits the HAS, and counts no delay: the guide states none", () => {
    const meeting = requested("2026-02-02");
    expect(meeting.view).toMatchObject({ phase: "request", whoseMove: ["HAS"], clocks: [] });
    meeting.untilTheEndOf("2027-02-02");
    expect(meeting.lines("overrun", "lapsed")).toEqual([]);
    expect(meeting.letter("requested").text).toContain("aucun accord supplémentaire de confidentialité n'est signé");
    meeting.isSimulatedAlike();
  });

  it("has the form of annex 1, every field in the order of the guide", () => {
    expect(filingSchema.safeParse(filing()).success).toBe(true);
    expect(Object.keys(filingSchema.shape.form.shape)).toEqual([
      "applicant",
      "device",
      "innovation",
      "marketing",
      "interest",
      "programme",
      "questions",
    ]);
    expect(Object.keys(filingSchema.shape.form.shape.interest.shape)).toEqual([
      "severity",
      "epidemiology",
      "patients",
      "benefitsAndRisks",
      "organisationalImpact",
      "economicImpact",
      "other",
    ]);
    const { interest: _interest, ...without } = form;
    expect(filingSchema.safeParse({ ...filing(), form: without }).success).toBe(false);
  });

  it.each<[string, Partial<Filing>, string, string]>([
    ["that didn't come through Sésame", { channel: "e-mail" }, "uniquement en ligne", "La demande"],
    ["by letter", { channel: "letter" }, "uniquement en ligne", "La demande"],
    ["for a medicine", { category: "medicine" }, "médicaments", "Objectif"],
    ["with a wrong SIRET", { applicant: { siret: "73282932000075", name: "X" } }, "n'est pas un SIRET", "Insee"],
    [
      "for a technology that has had its meeting",
      { earlierMeetings: [{ case: "RP-2025-0007", heldOn: "2025-05-05" }] },
      "un second ne peut être sollicité",
      "La recevabilité",
    ],
    [
      "with an agreement of confidentiality",
      { items: [{ kind: "confidentiality-agreement", title: "NDA" }] },
      "ne signe aucun accord",
      "Gestion de la confidentialité",
    ],
  ])("is refused %s", (_what, more, reason, source) => {
    const refusal = filingRefused(name, "2026-02-02", filing(more));
    expect(refusal.type).toBe("not-lawful");
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain(source);
  });

  it.each(["medical-device", "other-product-or-service", "professional-act"] as const)(
    "is open to a %s",
    (category) => {
      expect(requested("2026-02-02", { category }).view.phase).toBe("request");
    },
  );

  it.each<[string, Partial<Filing>, string, string]>([
    ["neither protocol nor synopsis", { items: [{ kind: "publication", title: "P" }] }, "synopsis détaillé", "note 2"],
    [
      "no publication, and nothing said of it",
      { items: [{ kind: "protocol", title: "P" }] },
      "publications",
      "La demande",
    ],
    ["no economic method, an evaluation being planned", { economicEvaluationPlanned: true }, "méthode", "La demande"],
  ])("isn't complete with %s", (_what, more, reason, source) => {
    const meeting = requested("2026-02-02", more);
    const refusal = meeting.refusal("2026-02-09", act("completenessNotified", "HAS", { complete: true }));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain(source);
    meeting.on("2026-02-09", act("completenessNotified", "HAS", { complete: false }));
    expect(meeting.letter("incomplete").text).toContain(reason);
  });

  it("is complete with a detailed synopsis, and without publications when none exists", () => {
    const items: Filing["items"] = [{ kind: "synopsis", title: "Synopsis" }];
    expect(
      requested("2026-02-02", { items, noPublication: true }).complete("2026-02-09").letter("complete").text,
    ).toContain("9 février 2026");
  });

  it("is completed by what the applicant sends", () => {
    const meeting = requested("2026-02-02", { items: [], economicEvaluationPlanned: true })
      .on("2026-02-09", act("completenessNotified", "HAS", { complete: false, missing: ["Protocole"] }))
      .on(
        "2026-02-16",
        act("itemsSubmitted", "applicant", {
          items: [
            { kind: "protocol", title: "Protocole v1" },
            { kind: "economic-method", title: "Méthode" },
          ],
          noPublication: true,
        }),
      )
      .complete("2026-02-20");
    const agreement: Bodies["itemsSubmitted"] = { items: [{ kind: "confidentiality-agreement", title: "NDA" }] };
    expect(meeting.refusal("2026-02-21", act("itemsSubmitted", "applicant", agreement)).source).toContain(
      "confidentialité",
    );
    meeting.isSimulatedAlike();
  });
});

describe("La recevabilité", () => {
  it("lets the HAS refuse on any ground of the guide, which the refusal cites; a new request stays possible (E48)", () => {
    const meeting = requested("2026-02-02").on(
      "2026-02-10",
      act("admissibilityNotified", "HAS", {
        accepted: false,
        grounds: ["lack-of-interest", "main-object"],
        reasons: "Les questions portent sur l'inscription.",
      }),
    );
    expect(meeting.ending).toBe("refused");
    const { text } = meeting.letter("refused");
    expect(text).toContain("La recevabilité");
    expect(text).toContain("predepot.dmdmn@has-sante.fr");
    expect(text).toContain("n'empêche pas une nouvelle demande");
    expect(earlierMeetings([meeting.view])).toEqual([]);
    meeting.isSimulatedAlike();
  });

  it("is no refusal without a ground", () => {
    const refusal = requested("2026-02-02").refusal(
      "2026-02-10",
      act("admissibilityNotified", "HAS", { accepted: false }),
    );
    expect(refusal.message).toContain("motifs du guide");
    expect(refusal.source).toContain("La recevabilité");
  });

  it("shows the HAS what the request says against itself, and decides nothing", () => {
    const meeting = requested("2026-02-02", {
      attendees: consultant,
      reimbursementFileSubmitted: true,
      form: { ...form, questions: [{ topic: "regulatory", question: "Quelle liste ?" }] },
    });
    const task = meeting.journal.find((entry) => entry.kind === "task" && entry.name === "evaluateInterest");
    expect(task?.detail?.facts).toEqual({ doubts: ["consultant-alone", "main-object", "timing"] });
    expect(meeting.view.ending).toBeNull();
  });

  it("accepts no appointment with a consultant alone; somebody of the company joins, and it does", () => {
    const meeting = requested("2026-02-02", { attendees: consultant }).complete("2026-02-09");
    expect(meeting.letter("consultantAlone").text).toContain("Désignez au moins une personne");
    const refusal = meeting.refusal("2026-02-10", act("admissibilityNotified", "HAS", { accepted: true }));
    expect(refusal.message).toContain("seul représentant");
    expect(refusal.source).toContain("La recevabilité");
    meeting
      .on(
        "2026-02-11",
        act("attendeesNamed", "applicant", {
          attendees: [...consultant, { name: "Mme Martin", capacity: "company" }],
        }),
      )
      .accept("2026-02-12");
    meeting.on("2026-02-13", act("attendeesNamed", "applicant", { attendees: consultant }));
    expect(meeting.refusal("2026-02-16", act("meetingPlanned", "HAS", plan("2026-03-02"))).message).toContain(
      "seul représentant",
    );
    meeting.isSimulatedAlike();
  });

  it("warns of a study that has started; the HAS maintains the meeting", () => {
    const meeting = requested("2026-02-02").on(
      "2026-02-05",
      act("clinicalStudyStarted", "applicant", {
        study: "ÉTUDE-COEUR",
        startedOn: "2026-02-04",
      }),
    );
    expect(meeting.letter("studyStarted").text).toContain("Ce n'est pas un refus");
    const refusal = meeting.refusal("2026-02-10", act("admissibilityNotified", "HAS", { accepted: true }));
    expect(refusal.message).toContain("L'étude a débuté");
    meeting
      .on("2026-02-11", act("startedStudySettled", "HAS", { outcome: "maintain", reasons: "Deux patients inclus." }))
      .accept("2026-02-12");
    expect(
      meeting.refusal("2026-02-13", act("startedStudySettled", "HAS", { outcome: "maintain", reasons: "?" })).message,
    ).toContain("à trancher");
    meeting.isSimulatedAlike();
  });

  it("warns of a study that has started; the HAS refuses", () => {
    const meeting = requested("2026-02-02", { study: { title: "ÉTUDE-COEUR", started: true } });
    expect(meeting.lines("task")).toContain("2026-02-02 task settleStartedStudy HAS");
    meeting.on(
      "2026-02-11",
      act("startedStudySettled", "HAS", { outcome: "refuse", reasons: "Inclusions terminées." }),
    );
    expect(meeting.ending).toBe("refused");
    expect(meeting.letter("refused").text).toContain("l'étude clinique a débuté");
  });

  it("warns when the study would start before the meeting (E50)", () => {
    const study = { title: "ÉTUDE-COEUR", started: false, startsOn: "2026-04-01" };
    const before = plannedFor("2026-03-31", { study });
    expect(before.texts.some(({ notice }) => notice === "studyStarted")).toBe(false);
    const after = plannedFor("2026-05-04", { study });
    expect(after.letter("studyStarted", "HAS").text).toContain("débuterait avant le rendez-vous");
    after.hold("2026-05-04"); // the HAS holds it all the same: that is its answer
    expect(after.outcomeOf("coeur")).toBe("met");
  });

  it("knows no study that starts in the future", () => {
    const sent = { study: "É", startedOn: "2026-03-01" };
    expect(
      requested("2026-02-02").refusal("2026-02-05", act("clinicalStudyStarted", "applicant", sent)).message,
    ).toContain("n'a pas débuté");
  });
});

describe("Le rendez-vous", () => {
  it("is planned only once all the items are there and the request is accepted, in either order", () => {
    const meeting = requested("2026-02-02").accept("2026-02-05");
    const refusal = meeting.refusal("2026-02-06", act("meetingPlanned", "HAS", plan("2026-03-02")));
    expect(refusal.type).toBe("not-awaited");
    expect(refusal.message).toContain("une fois tous les éléments transmis");
    expect(refusal.source).toContain("La recevabilité");
    expect(refusal.awaited.map(({ act }) => act)).toContain("completenessNotified");
    meeting.complete("2026-02-09");
    expect(meeting.view.phase).toBe("toPlan");
    meeting.plan("2026-02-10", "2026-03-02").plan("2026-02-20", "2026-03-09");
    expect(meeting.letter("planned").text).toContain("9 mars 2026");
    expect(meeting.letter("planned").text).toContain("n'engagent pas la HAS");
    meeting.isSimulatedAlike();
  });

  it("isn't planned for a day that is past, or that doesn't exist", () => {
    const meeting = requested("2026-02-02").complete("2026-02-09").accept("2026-02-10");
    expect(meeting.refusal("2026-02-16", act("meetingPlanned", "HAS", plan("2026-02-15"))).message).toContain(
      "déjà passé",
    );
    expect(meeting.refusal("2026-02-16", act("meetingPlanned", "HAS", plan("2026-02-30"))).message).toContain(
      "a day that exists",
    );
  });

  it("may be held in English", () => {
    const meeting = requested("2026-02-02", { language: "en" }).complete("2026-02-09").accept("2026-02-10");
    meeting.on("2026-02-16", act("meetingPlanned", "HAS", { ...plan("2026-03-02"), language: "en" }));
    expect(meeting.letter("planned").text).toContain("en anglais (Guide HAS des rencontres précoces");
  });

  it.each<[string, Partial<Bodies["expertChosen"]>, string, string]>([
    [
      "whose interests haven't been analysed",
      { declarationAnalysed: false },
      "doit d'abord être analysée",
      "déontologie",
    ],
    ["with a positive conflict of interests", { conflict: "positive" }, "conflit d'intérêts positif", "déontologie"],
    ["with a negative conflict of interests", { conflict: "negative" }, "conflit d'intérêts négatif", "déontologie"],
    ["who is a member of the CNEDiMTS", { commissionMember: true }, "membre de la CNEDiMTS", "déontologie"],
  ])("has no expert %s", (_what, more, reason, source) => {
    const refusal = plannedFor("2026-05-04").refusal("2026-03-02", act("expertChosen", "HAS", expert("e1", more)));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain(source);
  });

  it.each<[string, Partial<Bodies["meetingHeld"]>, string]>([
    [
      "with an expert nobody has chosen",
      { has: [{ person: "unknown", capacity: "expert" }] },
      "unknown n'a pas été choisi",
    ],
    [
      "with a member of the CNEDiMTS",
      { has: [{ person: "x", capacity: "commission-member" }] },
      "membre de la CNEDiMTS",
    ],
    ["with a consultant alone", { applicant: consultant }, "n'a pas eu lieu"],
    [
      "on a document that wasn't sent beforehand",
      { documentsDiscussed: ["Protocole v2"] },
      "« Protocole v2 » n'a pas été transmis",
    ],
  ])("isn't held %s", (_what, more, reason) => {
    const refusal = plannedFor("2026-05-04").refusal("2026-05-04", act("meetingHeld", "HAS", heldBy(more)));
    expect(refusal.type).toBe("not-lawful");
    expect(refusal.message).toContain(reason);
  });

  it("discusses what was sent the same morning, before it; nothing can be sent after", () => {
    const meeting = plannedFor("2026-05-04");
    const sent: Bodies["itemsSubmitted"] = { items: [{ kind: "protocol", title: "Protocole v2" }] };
    meeting.on("2026-05-04T09:00:00+02:00", act("itemsSubmitted", "applicant", sent));
    const held = heldBy({ documentsDiscussed: ["Protocole v1", "Protocole v2"] });
    meeting.on("2026-05-04T15:00:00+02:00", act("meetingHeld", "HAS", held));
    const refusal = meeting.refusal("2026-05-05", act("itemsSubmitted", "applicant", sent));
    expect(refusal.message).toContain("Aucun document non transmis avant le rendez-vous");
    meeting.isSimulatedAlike();
  });

  it("with a consultant alone isn't held, and burns no right (E49)", () => {
    const meeting = plannedFor("2026-05-04").on(
      "2026-05-04",
      act("meetingNotHeld", "HAS", { reason: "consultant-alone" }),
    );
    expect(meeting.letter("notHeld").text).toContain("Vous ne perdez aucun droit");
    expect(meeting.view.phase).toBe("toPlan");
    expect(earlierMeetings([meeting.view])).toEqual([]);
    meeting.plan("2026-05-06", "2026-06-01").hold("2026-06-01");
    expect(earlierMeetings([meeting.view])).toEqual([{ case: "RP-2026-0001", heldOn: "2026-06-01" }]);
    meeting.isSimulatedAlike();
  });

  it("gives advice that binds nobody and is valid at its date only: the letter says so", () => {
    const { text } = heldOn("2026-05-04").letter("held");
    expect(text).toContain("ne sont valables qu'à la date de la rencontre");
    expect(text).toContain("ne pourront être opposés lors de l'évaluation par les commissions");
    expect(text).toContain("15 mai 2026 (Guide HAS des rencontres précoces, Le compte rendu)");
  });

  it("can be given up until it is held, and not after", () => {
    expect(plannedFor("2026-05-04").on("2026-05-01", act("withdrawn", "applicant", {})).ending).toBe("withdrawn");
    expect(heldOn("2026-05-04").refusal("2026-05-05", act("withdrawn", "applicant", {})).type).toBe("not-awaited");
  });

  it("is the HAS's to plan and to hold", () => {
    const meeting = plannedFor("2026-05-04");
    expect(meeting.refusal("2026-05-04", act("meetingHeld", "applicant", heldBy())).type).toBe("not-allowed");
    expect(meeting.refusal("2026-05-04", act("meetingPlanned", "applicant", plan("2026-06-01"))).type).toBe(
      "not-allowed",
    );
  });
});

describe("Le compte-rendu", () => {
  it.each([
    ["2026-05-04", "2026-05-15", "Ascension"],
    ["2026-12-15", "2026-12-28", "Christmas and a week-end"],
    ["2026-03-02", "2026-03-12", "an ordinary Thursday"],
  ])("of a meeting of %s is due on %s: %s", (day, lastDay) => {
    expect(heldOn(day).clock("minutes")).toMatchObject({ lastDay, from: day, bearer: "applicant" });
  });

  it("comes back within ten days of its receipt, which don't roll: they are the HAS's", () => {
    const meeting = heldOn("2026-04-27").on("2026-05-04", act("minutesSubmitted", "applicant", minutes("2026-04-27")));
    expect(meeting.clock("amendedMinutes")).toMatchObject({ lastDay: "2026-05-14", bearer: "HAS" }); // Ascension
    meeting.on(
      "2026-05-12",
      act("minutesReturned", "HAS", { amended: true, document: { title: "Compte rendu modifié" } }),
    );
    expect(meeting.ending).toBe("closed");
    expect(meeting.letter("minutesReturned").text).toContain("Il n'est pas publié");
    meeting.isSimulatedAlike();
  });

  it("counts the HAS's ten days from receipt, when the platform relays it later", () => {
    const meeting = heldOn("2026-04-27").on(
      "2026-05-04",
      act("minutesSubmitted", "applicant", minutes("2026-04-27"), {
        receivedAt: "2026-05-05T09:00:00+02:00",
      }),
    );
    expect(meeting.clock("amendedMinutes")).toMatchObject({ from: "2026-05-05", lastDay: "2026-05-15" });
  });

  it("late by the applicant is told and accepted, never sanctioned (E51)", () => {
    const meeting = heldOn("2026-05-04").untilTheEndOf("2026-05-15");
    expect(meeting.lines("overrun")).toEqual([]);
    expect(meeting.lines("notice")).toContain("2026-05-12 notice reminder applicant minutes/0/3");
    meeting.until("2026-05-16");
    expect(meeting.lines("overrun")).toEqual(["2026-05-16 overrun minutes applicant minutes"]);
    expect(meeting.letter("overrun", "HAS").text).toContain("Aucun texte n'attache d'effet");
    meeting.on("2026-08-01", act("minutesSubmitted", "applicant", minutes("2026-05-04")));
    expect(meeting.view).toMatchObject({ phase: "review", ending: null });
    meeting.isSimulatedAlike();
  });

  it("late by the HAS is told and still awaited", () => {
    const meeting = heldOn("2026-05-04").on("2026-05-11", act("minutesSubmitted", "applicant", minutes("2026-05-04")));
    meeting.until("2026-05-22");
    expect(meeting.lines("overrun")).toEqual(["2026-05-22 overrun amendedMinutes HAS amendedMinutes"]);
    expect(meeting.letter("overrun").text).toContain("21 mai 2026 (Guide HAS");
    meeting.on("2026-06-15", act("minutesReturned", "HAS", { amended: false, document: { title: "Compte rendu" } }));
    expect(meeting.ending).toBe("closed");
    meeting.isSimulatedAlike();
  });

  it.each<[string, Bodies["minutesSubmitted"], string, string]>([
    ["of another day", minutes("2026-05-05"), "porte la date", "Le compte rendu"],
    [
      "in a format that can't be edited",
      minutes("2026-05-04", { format: "pdf" }),
      "Word modifiable",
      "Le compte rendu",
    ],
    ["without the preamble of annex 2", minutes("2026-05-04", { preambleKept: false }), "préambule", "Annexe 2"],
  ])("is refused %s", (_what, sent, reason, source) => {
    const refusal = heldOn("2026-05-04").refusal("2026-05-11", act("minutesSubmitted", "applicant", sent));
    expect(refusal.message).toContain(reason);
    expect(refusal.source).toContain(source);
  });

  it("can't come before the meeting, nor from the HAS, nor be returned before it has come", () => {
    const before = plannedFor("2026-05-04").refusal(
      "2026-05-01",
      act("minutesSubmitted", "applicant", minutes("2026-05-04")),
    );
    expect(before.type).toBe("not-awaited");
    expect(before.message).toContain("Le compte rendu suit le rendez-vous");
    expect(before.source).toContain("Le compte rendu");
    const meeting = heldOn("2026-05-04");
    expect(meeting.refusal("2026-05-05", act("minutesSubmitted", "HAS", minutes("2026-05-04"))).type).toBe(
      "not-allowed",
    );
    const returned = { amended: false, document: { title: "C" } };
    expect(meeting.refusal("2026-05-05", act("minutesReturned", "HAS", returned)).message).toContain(
      "après avoir été reçu",
    );
  });
});

describe("What a rencontre leaves to later cases", () => {
  const held = () =>
    plannedFor("2026-05-04")
      .on("2026-03-02", act("expertChosen", "HAS", expert("e1")))
      .on("2026-03-02", act("expertChosen", "HAS", expert("e2")))
      .hold("2026-05-04", {
        has: [
          { person: "has-1", capacity: "device-service" },
          { person: "e1", capacity: "expert" },
        ],
      });

  it("keeps the experts who took part out of the product's evaluation, not those who were only chosen (E47)", () => {
    const meeting = held();
    expect(excludedExperts([meeting.view, heldOn("2026-05-04").view])).toEqual(["e1"]);
    expect(meeting.letter("held", "HAS").text).toContain("— e1");
    expect(excludedExperts([{ ...meeting.view, procedure: "pecan" }])).toEqual([]);
  });

  it("bars a second meeting for the same technology", () => {
    const refused = filingRefused(name, "2027-01-04", filing({ earlierMeetings: earlierMeetings([held().view]) }));
    expect(refused.message).toContain("2026-05-04 (RP-2026-0001)");
  });

  it("carries over the applicant, the product and its own number, and nothing that was said", () => {
    const carried = carriedOver("RP-2026-0001", filing());
    expect(Object.keys(carried)).toEqual(["applicant", "product", "links"]);
    expect(carried.links).toEqual([{ case: "RP-2026-0001", kind: "meeting" }]);
    expect(prefilled(filing()).form.applicant).toEqual(form.applicant);
    expect(prefilled(filing())).not.toHaveProperty("form.questions");
  });

  it("is known to its parties alone, and names no product in the object of a letter", async () => {
    const { rencontrePrecoce } = await import("../../../procedures/rencontre-precoce/index.js");
    expect(rencontrePrecoce.shape.confidential).toBe(true);
    for (const { subject } of held().texts) expect(subject).not.toContain("Cœur");
  });
});
