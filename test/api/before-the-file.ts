/** The accounts and the meetings, as they are filed and lived through the API. */
import { expect } from "vitest";
import type { FilingBase } from "../../case/definition.js";
import { fromEpochMs } from "../../law/instant.js";
import { parisDay } from "../../law/paris.js";
import { expert, heldBy, filing as meetingFiling, minutes, plan } from "../../rig/timelines/rencontre-precoce.js";
import type { Asking, Reply, TestApi } from "./open.js";
import { applicant, siret, speakerOf } from "./samples.js";

export const today = (): string => parisDay(fromEpochMs(Date.now()));

type Sent = readonly [act: string, by: string, body?: object, about?: string];

export interface Way {
  readonly procedure: string;
  readonly filing: FilingBase;
  readonly acts: readonly Sent[];
  readonly ending: string;
}

const company = { siret, name: "Exploitant" };
const person = (id: string) => ({ id, name: id });
const document = { title: "Pièce" };
const account = { applicant: company, product: { id: siret, name: "Compte" }, indications: [] };
const technology = (product: string, word: string) => ({
  applicant: { ...company, name: `Exploitant ${word}` },
  product: { id: product, name: `Cœur ${word}` },
  indications: [],
});
const appointment = () => ({ on: today(), at: "10 h, visioconférence" });

export const sesameAccount = (managers: readonly string[] = ["m1"]): FilingBase =>
  ({
    ...account,
    attestation: { document, stamped: true, signedBy: "legal-representative", managers: managers.map(person) },
  }) as FilingBase;

/** A rencontre précoce held today with one expert, then closed; `word` marks all that is said of it. */
export const meeting = (product: string, word = "", expertId = "e1"): Way => {
  const filing = meetingFiling({
    ...technology(product, word),
    items: [
      { kind: "protocol", title: `Protocole v1 ${word}` },
      { kind: "publication", title: `Article ${word}` },
    ],
    study: { title: `ÉTUDE ${word}`, started: false },
  });
  return {
    procedure: "rencontre-precoce",
    filing,
    ending: "closed",
    acts: [
      ["completenessNotified", "HAS", { complete: true }],
      ["admissibilityNotified", "HAS", { accepted: true }],
      ["expertChosen", "HAS", expert(expertId)],
      ["meetingPlanned", "HAS", { ...plan(today()), at: `14 h ${word}` }],
      [
        "meetingHeld",
        "HAS",
        heldBy({ has: [{ person: expertId, capacity: "expert" }], documentsDiscussed: [`Protocole v1 ${word}`] }),
      ],
      ["minutesSubmitted", "applicant", minutes(today())],
      ["minutesReturned", "HAS", { amended: true, document: { title: `Compte rendu ${word}` } }],
    ],
  };
};

export const preFiling = (product: string, word = ""): Way => ({
  procedure: "pre-depot",
  filing: {
    ...technology(product, word),
    channel: { kind: "guichet" },
    kind: "technical-regulatory",
    category: "medical-device",
    topics: ["pecan"],
    questions: [`Quelle liste ? ${word}`],
  } as FilingBase,
  ending: "held",
  acts: [
    ["meetingPlanned", "HAS", appointment()],
    ["meetingHeld", "HAS", { participants: [`HAS ${word}`] }],
  ],
});

export const medicinePreFiling = (product: string, word = ""): Way => ({
  procedure: "pre-depot-medicament",
  filing: {
    ...technology(product, word),
    channel: { kind: "guichet" },
    marketingAuthorisation: "none",
    indicationsAimedAt: [`Lymphome ${word}`],
    topics: ["eligibility"],
    questions: [`Éligible ? ${word}`],
  } as FilingBase,
  ending: "held",
  acts: [
    ["meetingPlanned", "ANSM", appointment()],
    ["meetingHeld", "HAS", { agencies: ["HAS", "ANSM"], participants: [`ANSM ${word}`] }],
  ],
});

export const accounts = (): readonly Way[] => [
  {
    procedure: "account-sesame",
    filing: sesameAccount(),
    ending: "closed",
    acts: [
      ["accountOpened", "HAS"],
      ["contributorCreated", "applicant", { manager: "m1", contributor: person("k1") }],
      ["accountClosed", "applicant"],
    ],
  },
  {
    procedure: "account-convergence",
    filing: {
      ...account,
      identityProvider: { registered: true, representative: { ...person("r1"), role: "representant" } },
      documents: { kbis: document, identityDocument: { document, validUntil: "2099-01-01" } },
    } as FilingBase,
    ending: "closed",
    acts: [
      ["accountOpened", "ANS"],
      ["roleGiven", "applicant", { person: { ...person("s1"), role: "salarie" } }],
      ["accountClosed", "applicant"],
    ],
  },
];

export async function fileWay(
  api: TestApi,
  way: Pick<Way, "procedure" | "filing">,
  asking: Asking = {},
): Promise<string> {
  const request = { procedure: way.procedure, sandbox: true, filing: way.filing };
  const filed = await api.post("/v1/cases", request, { as: applicant, ...asking });
  expect(filed.status, JSON.stringify(filed.body)).toBe(201);
  return filed.body.id;
}

export async function sendTo(api: TestApi, id: string, [act, by, body = {}, about]: Sent): Promise<Reply> {
  return api.post(`/v1/cases/${id}/acts/${act}`, { body, ...(about && { about }) }, { as: speakerOf(act, by) });
}

/** Files it and sends its acts, each accepted. */
export async function live(api: TestApi, way: Way, acts = way.acts): Promise<string> {
  const id = await fileWay(api, way);
  for (const act of acts) {
    const { status, body } = await sendTo(api, id, act);
    expect(status, `${act[0]} ${JSON.stringify(body)}`).toBe(200);
  }
  return id;
}
