import { describe, expect, it } from "vitest";
import { addDays, office } from "./office.js";
import { bodies, filing, toAcknowledgement } from "./pecan-file.js";

describe("a PECAN on the real server", () => {
  const { file } = office();

  it("is opened, examined, asked for information that never comes, and deemed abandoned at its legal day", async () => {
    const pecan = await file(filing());
    await toAcknowledgement(pecan);
    const asked = await pecan.act("furtherInformationRequested", "ministers", bodies.request("R1"));
    expect(asked.changes.clocks.map(({ id, after }) => [id, after?.state])).toContainEqual(["ansOpinion", "suspended"]);
    await pecan.act("requestConsulted", "applicant", {}, { about: "R1" });
    await pecan.until(addDays(pecan.filedOn, 50));
    const ending = (await pecan.journal()).filter(({ kind }) => kind === "ending");
    expect(ending.map(({ name }) => name)).toEqual(["deemedAbandoned"]);
  });
});
