/** Does a coverage last until its listing is decided? By the cases themselves, on real days. */
import { describe, expect, it } from "vitest";
import { type Bridge, bridgesAmong } from "../../desk/product-line.js";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { parisDay } from "../../law/paris.js";
import type { Timeline } from "../../rig/timeline.js";
import { examinedFrom } from "../../rig/timelines/latm.js";
import { act, answered, asked, reached, requestedOn } from "../../rig/timelines/lppr.js";
import { coveredFrom, hybrid } from "../../rig/timelines/pecan.js";

/** Both indications are covered from 3 March 2027: to the end of 3 March 2028. */
const covered = () => coveredFrom("2027-03-02", undefined, { indications: hybrid });
const links = [{ case: "PECAN-2026-0001", kind: "coverage" as const }];
const listed = act("listingDecided", "ministers", { decisions: [{ indication: "depression", outcome: "listed" }] });
const treated = { links, indications: [{ id: "depression", label: "Dépression" }] };

const bridges = (...cases: Pick<Timeline<object>, "live" | "now">[]): Bridge[] =>
  bridgesAmong(cases.map(({ live, now }) => ({ live, today: parisDay(now) })));

describe("From the coverage to the listing", () => {
  it("asked for on the last day, nothing suspended: the decision is due before the coverage ends", () => {
    const pecan = covered();
    const [{ live: opened }, lastDay] = [pecan, pecan.lastDay("lpprListing:depression")];
    expect(opened.opening.id).toBe("PECAN-2026-0001");
    const lppr = requestedOn(lastDay as string, treated);
    expect(bridges(pecan, lppr)).toMatchObject([
      {
        indication: "depression",
        coverage: { case: "PECAN-2026-0001", clock: "coverageYear:depression", lastDay: "2028-03-03" },
        decision: { case: "LPPR-2027-0001", clock: "listingDecision", lastDay: "2028-02-29" },
        gapDays: -3,
        breaks: false,
        sentence:
          "La prise en charge de « Dépression » cesse à la fin du 3 mars 2028, 3 jours après le dernier jour de la décision d'inscription, le 29 février 2028.",
      },
    ]);
  });

  it("suspended, the decision comes a day later for each day: the third is the day itself, the fourth breaks the bridge", () => {
    const askedOn = "2027-09-02" as CivilDate;
    const lppr = requestedOn(askedOn, treated).on("2027-10-01", asked("R1"), reached("R1"));
    const gapOn = (day: CivilDate) => bridges(covered(), lppr.until(day))[0];
    expect(gapOn("2027-10-04" as CivilDate)).toMatchObject({ gapDays: 0, breaks: false, decision: { lastDay: null } });
    expect(gapOn("2027-10-05" as CivilDate)).toMatchObject({
      gapDays: 1,
      breaks: true,
      decision: { lastDay: null, notBefore: "2028-03-04" },
      sentence:
        "La prise en charge de « Dépression » cesse à la fin du 3 mars 2028, 1 jour au moins avant la décision d'inscription, dont le délai est suspendu : son dernier jour serait le 4 mars 2028 s'il reprenait aujourd'hui.",
    });
    lppr.on("2027-10-15", answered("R1"));
    expect(bridges(covered(), lppr)).toMatchObject([
      {
        gapDays: 11,
        breaks: true,
        decision: { lastDay: "2028-03-14" },
        sentence:
          "La prise en charge de « Dépression » cesse à la fin du 3 mars 2028, 11 jours avant le dernier jour de la décision d'inscription, le 14 mars 2028.",
      },
    ]);
  });

  it("once the year is over and nothing decided, it says that the coverage has ceased; decided, there is nothing to cross", () => {
    const pecan = covered();
    const lppr = requestedOn("2027-09-10", treated);
    lppr.until("2028-03-04");
    pecan.until("2028-03-04");
    expect(bridges(pecan, lppr)[0]?.sentence).toContain("a cessé à la fin du 3 mars 2028, 5 jours avant");
    lppr.on("2028-03-05", listed);
    expect(bridges(pecan, lppr)).toEqual([]);
  });

  it("each indication crosses to the list that it aims at; a listing that doesn't name the coverage is no bridge", () => {
    const pecan = covered();
    const latm = examinedFrom("2027-12-02", {
      underPecan: true,
      links,
      indications: [{ id: "suivi", label: "Suivi" }],
    });
    expect(bridges(pecan, latm)).toMatchObject([
      { indication: "suivi", decision: { clock: "pecanDecision", lastDay: addDays("2027-12-02" as CivilDate, 90) } },
    ]);
    expect(bridges(pecan, requestedOn("2027-09-02", { indications: treated.indications }))).toEqual([]);
  });
});
