import { describe, expect, it } from "vitest";
import type { Act } from "../../case/act.js";
import type { JournalEntry } from "../../case/entry.js";
import { civilDate } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import { contentOf, sealOf, sha256 } from "../../register/chain.js";
import { actRow, entryRow, noticeRow, type Place } from "../../register/rows.js";

const on = civilDate("2026-03-05");
const at = instant("2026-03-05T10:00:00.000Z");
const recordedAt = instant("2026-03-05T10:00:01.000Z");

const act: Act = {
  id: "act-1",
  act: "withdrawn",
  by: "applicant",
  about: "A\u0000",
  on,
  at,
  receivedOn: on,
  receivedAt: instant("2026-03-05T10:00:00.250Z"),
  body: { reason: "Fin \u0000 du projet" },
  recordedAt,
};
const receipt = { number: 1, act: "withdrawn", changes: { clocks: [], notices: [], entries: [1, 2], rectified: [] } };
const entries: readonly JournalEntry[] = [
  {
    number: 1,
    kind: "act",
    name: "withdrawn",
    on,
    at,
    party: "applicant",
    about: "A\u0000",
    cause: "act-1",
    detail: { b: 1, a: 2 },
  },
  {
    number: 2,
    kind: "notice",
    name: "ended",
    on,
    party: "ministers",
    cause: "act-1",
    tellAt: instant("2026-03-06T11:00:00.000Z"),
  },
];
const notice = {
  number: 2,
  party: "ministers",
  name: "ended",
  about: null,
  channel: "e-mail",
  subject: "Fin",
  text: "Le dossier est clos.",
  legal: true,
  corrects: null,
  deliver: true,
};
const place: Place = { case_id: "PECAN-2026-0001", burst: 1, recorded_at: recordedAt };

describe("what the chain covers", () => {
  it("is written as it has always been: a receipt's head is checked years later", () => {
    const seal = sealOf([actRow(act, receipt)], [noticeRow(notice, place)]);
    expect(seal).toBe("9d7902d4162dfd1e49a388ab6716faa9c02fd4441c8f265a952aba61332f989a");
    const contents = entries.map((entry, i) => contentOf(entryRow(entry, place, i === 1 ? seal : null)));
    expect(contents.map(sha256)).toEqual([
      "108e9d3cfe2e210e42cccb74cfcab71b1cd9e04be9a7b3adc207446632531452",
      "a805c97333b3fa3d001734c9f8f88ce9d9058e893294fcb906cdc464b9d8d1a5",
    ]);
  });
});
