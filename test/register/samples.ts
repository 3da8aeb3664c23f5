import { randomUUID } from "node:crypto";
import type { Act } from "../../case/act.js";
import type { JournalEntry } from "../../case/entry.js";
import type { CaseView, ClockView } from "../../case/view.js";
import type { CivilDate } from "../../law/civil-date.js";
import { type Instant, instant } from "../../law/instant.js";
import type { LeavingBurst, NewFiling } from "../../register/register.js";

const on = "2026-03-05" as CivilDate;
const at = instant("2026-03-05T10:00:00.000Z");

/** What is filed, as every procedure's filings begin. */
export const filed = {
  applicant: { siret: "73282932000074", name: "Société Exemple" },
  product: { id: "exemple", name: "Exemple" },
  indications: [{ id: "epilepsy", label: "Épilepsie de l'enfant" }],
};

/** A filing of its own product, unless told otherwise. */
export function filing(changes: Partial<NewFiling> = {}): NewFiling {
  return {
    procedure: "pecan",
    ruleset: "parcours",
    series: "PECAN",
    year: 2026,
    sandbox: false,
    organisation: "acme",
    product: randomUUID(),
    indications: [{ id: "epilepsy", label: "Épilepsie de l'enfant" }],
    principal: "user:1",
    author: { person: "user:1", role: "manager", organisation: "acme", channel: "api" },
    idempotencyKey: randomUUID(),
    requestHash: "hash",
    filedOn: "2026-03-02",
    filedAt: "2026-03-02T09:00:00.000Z",
    complete: (number) => ({ id: number, filing: filed }),
    ...changes,
  };
}

/** A clock that runs to a day, unless told otherwise. */
export const clock = (id: string, lastDay: string | null, state: ClockView["state"] = "running"): ClockView => ({
  id,
  name: id.replace(/:.*/, ""),
  label: `Délai ${id}`,
  bearer: "ans",
  about: null,
  state,
  from: on,
  lastDay: lastDay as CivilDate | null,
  expiresAt: lastDay === null ? null : instant("2026-05-04T22:00:00.000Z"),
  remainingDays: null,
  suspendedDays: 0,
  closed: null,
  informative: false,
  source: "CSS R. 162-114",
});

type Indication = CaseView["indications"][number];

/** An indication as a view shows it, undecided unless told otherwise. */
export const indication = (id: string, changes: Partial<Indication> = {}): Indication => ({
  id,
  label: null,
  phase: null,
  outcome: null,
  since: on,
  ...changes,
});

/** An ending as a view shows it. */
export const ended = (name: string): CaseView["ending"] => ({
  name,
  label: name,
  effectiveOn: on,
  source: "CSS R. 162-114",
  final: true,
  toldAt: null,
});

type Changes = Partial<Omit<LeavingBurst, "view" | "opening">> & { readonly view?: Partial<CaseView> };

/** A typical burst: one act, four entries, two notices, three clocks. */
export function burst(caseId: string, number: number, { view, ...changes }: Changes = {}): LeavingBurst {
  const first = (number - 1) * 4 + 1;
  const id = `act-${number}`;
  const act: Act = {
    id,
    act: "applicationAcknowledged",
    by: "dss",
    on,
    at,
    receivedOn: on,
    receivedAt: instant("2026-03-05T10:00:00.250Z"),
    author: { person: "person-1", role: "officer", channel: "api" },
    body: { reference: "AR-1" },
    recordedAt: at,
  };
  const entry = (nth: number, kind: JournalEntry["kind"], name: string, more: Partial<JournalEntry> = {}) => ({
    number: first + nth,
    kind,
    name,
    on,
    cause: id,
    ...more,
  });
  const notice = (nth: number, party: string) => ({
    number: first + nth,
    party,
    name: "acknowledged",
    about: null,
    channel: "email",
    subject: "Accusé de réception",
    text: "Votre dossier est complet.",
    legal: true,
    corrects: null,
    deliver: true,
  });
  const entries = changes.entries ?? [
    entry(0, "act", "applicationAcknowledged", { at, party: "dss", detail: { b: 1, a: 2 } }),
    entry(1, "notice", "acknowledged", { party: "applicant" }),
    entry(2, "notice", "acknowledged", { party: "has" }),
    entry(3, "clock", "ansOpinion", { detail: { lastDay: "2026-05-04" } }),
  ];
  return {
    number,
    opening: { id: caseId, filedAt: at, filedOn: on, ruleset: "parcours", filing: filed },
    acts: [act],
    entries,
    receipts: {
      [id]: { number: first, act: act.act, changes: { clocks: [], notices: [], entries: [first], rectified: [] } },
    },
    notices: [notice(1, "applicant"), notice(2, "has")],
    nextDueOn: "2026-05-04" as CivilDate,
    digest: `digest-${number}`,
    recordedAt: "2026-03-05T10:00:01.000Z" as Instant,
    ...changes,
    view: {
      id: caseId,
      procedure: "pecan",
      ruleset: "parcours",
      phase: "examination",
      status: "open",
      ending: null,
      filedOn: on,
      now: at,
      awaited: [],
      owed: [],
      whoseMove: ["ans", "has"],
      clocks: [
        clock("ansOpinion", "2026-05-04"),
        clock("cnedimtsOpinion", "2026-05-04"),
        clock("inactivity", "2026-09-05"),
      ],
      indications: [indication("epilepsy")],
      subjects: [],
      version: entries.at(-1)?.number ?? 0,
      ...view,
    },
  };
}
