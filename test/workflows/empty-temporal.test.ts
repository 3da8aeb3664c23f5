import { afterAll, describe, expect, it } from "vitest";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { type Scenario, simulated, type Teller } from "../../rig/teller.js";
import { bringBackAll } from "../../worker/reconciler.js";
import { emptyServer } from "./empty-server.js";
import { addDays, office } from "./office.js";

/** Lives in two halves: Temporal is lost between them. */
const halves: { first: Scenario; second: Scenario }[] = [
  {
    first: toAcknowledgement,
    async second(file) {
      await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
      await file.until(addDays(file.filedOn, 20));
      await file.until(addDays(await file.lastDay("furtherInformation:R1"), 8));
    },
  },
  {
    async first(file) {
      await file.until(addDays(file.filedOn, 3));
      await file.act("convergenceDeposited", "applicant", bodies.convergence);
      await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
      await file.act("conventionSent", "ANS");
    },
    async second(file) {
      await file.until(addDays(await file.lastDay("inactivity"), 1));
      await file.act("inactivityReviewed", "ANS", { outcome: "abandon", reason: "Sans nouvelles." });
    },
  },
];

describe("an empty Temporal", () => {
  const open = office();
  const undo: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  });

  it("is filled again from the register, and the cases live on as if nothing had happened", async () => {
    const files = await Promise.all(halves.map(() => open.file(filing())));
    const both = (action: (file: Teller, index: number) => Promise<void>) => Promise.all(files.map(action));
    await both((file, index) => halves[index]?.first(file) ?? Promise.resolve());
    const told = await Promise.all(files.map((file) => file.told()));

    const { client, worker } = await emptyServer(open, undo);

    expect(await bringBackAll({ ...open, client }, "test")).toBe(files.length);
    expect(await bringBackAll({ ...open, client }, "test")).toBe(0);
    await (await worker()).runUntil(async () => {
      const there = await Promise.all(files.map((file) => open.known(file.id, client)));
      await Promise.all(there.map((file, index) => halves[index]?.second(file)));
      for (const [index, file] of there.entries()) {
        const journal = await file.told();
        expect(journal.slice(0, told[index]?.length)).toEqual(told[index]);
        expect(journal).toEqual(
          await simulated(file.opening, async (teller) => {
            await halves[index]?.first(teller);
            await halves[index]?.second(teller);
          }),
        );
        expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
      }
    });
  });
});
