import { randomUUID } from "node:crypto";
import type { Burst, NewFiling } from "../../register/register.js";

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
    idempotencyKey: randomUUID(),
    requestHash: "hash",
    filedOn: "2026-03-02",
    filedAt: "2026-03-02T09:00:00.000Z",
    complete: (precedents, number) => ({ id: number, filing: { precedents } }),
    ...changes,
  };
}

/** A typical burst: one act, four entries, two notices, three clocks. */
export function burst(caseId: string, number: number, changes: Partial<Burst> = {}): Burst {
  const first = (number - 1) * 4 + 1;
  const on = "2026-03-05";
  const notice = { channel: "email", subject: "Accusé de réception", text: "Votre dossier est complet.", legal: true };
  const clock = (id: string, lastDay: string) => ({
    id,
    name: id,
    label: `Délai ${id}`,
    state: "running",
    from: on,
    lastDay,
    expiresAt: "2026-05-04T22:00:00.000Z",
    clock: { id, suspensions: [], source: "CSS R. 162-114" },
  });
  return {
    case: caseId,
    number,
    acts: [
      {
        id: `act-${number}`,
        act: "applicationAcknowledged",
        by: "dss",
        on,
        at: "2026-03-05T10:00:00.000Z",
        receivedAt: "2026-03-05T10:00:00.250Z",
        envelope: { act: "applicationAcknowledged", on, body: { reference: "AR-1" } },
        receipt: { act: `act-${number}`, entries: [first, first + 3] },
      },
    ],
    entries: [
      {
        number: first,
        kind: "act",
        on,
        at: "2026-03-05T10:00:00.000Z",
        party: "dss",
        name: "ack",
        payload: { b: 1, a: 2 },
      },
      { number: first + 1, kind: "notice", on, at: null, party: "applicant", name: "acknowledged", payload: {} },
      { number: first + 2, kind: "notice", on, at: null, party: "has", name: "acknowledged", payload: {} },
      { number: first + 3, kind: "clock", on, at: null, name: "ansOpinion", payload: { lastDay: "2026-05-04" } },
    ],
    notices: [
      { number: first + 1, party: "applicant", name: "acknowledged", ...notice },
      { number: first + 2, party: "has", name: "acknowledged", ...notice },
    ],
    view: { phase: "examination", version: first + 3 },
    phase: "examination",
    status: "open",
    ending: null,
    whoseMove: ["ans", "has"],
    nextDueOn: "2026-05-04",
    version: first + 3,
    clocks: [
      clock("ansOpinion", "2026-05-04"),
      clock("cnedimtsOpinion", "2026-05-04"),
      clock("inactivity", "2026-09-05"),
    ],
    indications: [{ id: "epilepsy", outcome: null }],
    digest: `digest-${number}`,
    recordedAt: "2026-03-05T10:00:01.000Z",
    ...changes,
  };
}
