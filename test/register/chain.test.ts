import { describe, expect, it } from "vitest";
import type { Act } from "../../case/act.js";
import type { JournalEntry } from "../../case/entry.js";
import { civilDate } from "../../law/civil-date.js";
import { instant } from "../../law/instant.js";
import { actDigest, contentOf, entryDigest, noticeDigest, sealOf, sha256 } from "../../register/chain.js";
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
const salt = "00112233445566778899aabbccddeeff";
const place: Place = { case_id: "PECAN-2026-0001", burst: 1, recorded_at: recordedAt };

describe("what the chain covers", () => {
  it("is written as it has always been: a receipt's head is checked years later", () => {
    const [sent, told] = [actRow(act, receipt), noticeRow(notice, place)];
    const seal = sealOf([[sent, actDigest(salt, sent)]], [[told, noticeDigest(salt, told)]]);
    expect(seal).toBe("b8d0ce557e0ae11b52373f16b36f24114f52944c2feb20da46c63d363135f4ee");
    const contents = entries.map((entry, i) => {
      const row = entryRow(entry, place, i === 1 ? seal : null);
      return contentOf(row, entryDigest(salt, row));
    });
    expect(contents.map(sha256)).toEqual([
      "8bf638c867facbb19d5f00e63d0c88fa29b99a46b1c08d5f25e467d38dbc4603",
      "01df27aae38d2af584b9f890c349c6131e1c0d3d678f682e865f26afc172d984",
    ]);
  });
});
