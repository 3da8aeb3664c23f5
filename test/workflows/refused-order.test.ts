import { describe, expect, it } from "vitest";
import { Case } from "../../case/case.js";
import { rebuild } from "../../case/rebuild.js";
import { Refusal } from "../../case/refusal.js";
import { openingOf } from "../../case/simulate.js";
import { instant } from "../../law/instant.js";
import { procedureOf } from "../../procedures/all.js";
import { filing } from "../../rig/samples/pecan.js";

const pecan = procedureOf("pecan");

const requestedAccount = filing({
  accounts: { convergence: { status: "requested" }, sesame: { status: "open" } },
}) as never;

describe("a refused signal in the burst of a midnight", () => {
  it.each([
    ["awaited by nobody", "withdrawn", { id: "1", by: "ANSM", on: "2026-03-20", body: {} }],
    ["unreadable", "withdrawn", undefined],
  ])("takes the same number again when the case is rebuilt (%s)", (_what, name, message) => {
    const opening = openingOf(
      "PECAN-2026-0001",
      instant("2026-03-02T10:00:00Z"),
      "parcours@2023-04-01",
      requestedAccount,
    );
    const live = Case.open(pecan, opening, opening.filedAt);
    const bursts = [{ acts: [], entries: live.takeNews(), recordedAt: live.toldAt }];

    // The account is overdue since the 6th: nothing has been told of it yet when the signal comes.
    const now = instant("2026-03-20T10:00:00Z");
    try {
      if (message === undefined) throw new Refusal("malformed", "/: expected an object.");
      live.receive(name, message, now);
    } catch (refusal) {
      live.noteRefused(name, refusal as Refusal, now);
    }
    live.advance(now);
    const entries = live.takeNews();
    expect(entries.map(({ kind }) => kind)).toEqual(["overrun", "notice", "notice", "refused"]);
    bursts.push({ acts: [], entries, recordedAt: live.toldAt });

    const rebuilt = rebuild(pecan, opening, bursts);
    expect(rebuilt.takeNews()).toEqual(bursts.flatMap((burst) => burst.entries));
  });
});
