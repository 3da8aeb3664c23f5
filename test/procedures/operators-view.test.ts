import { expect, it } from "vitest";
import { procedureOf } from "../../procedures/all.js";
import { acknowledgedOn, requested } from "../../rig/timelines/pecan.js";
import { detailsOf } from "../../workflows/operators-view.js";

const { shape } = procedureOf("pecan");

it("an operator reads each delay on a line of its own, and each possible act by its French label", () => {
  const pecan = acknowledgedOn("2026-03-02").on("2026-03-12", requested("r1"));
  const details = detailsOf(shape, pecan.view);
  expect(details, "a table's columns touch in the Web UI").not.toMatch(/^\|/m);
  const shown = pecan.view.clocks.filter(({ state }) => ["running", "suspended", "overdue"].includes(state));
  expect(shown.length).toBeGreaterThan(1);
  for (const { label } of shown)
    expect(details).toMatch(new RegExp(`^- \\*\\*${label}.*\\*\\* : .* à la charge de .*\\]$`, "m"));
  expect(pecan.view.awaited.length).toBeGreaterThan(0);
  for (const { act } of pecan.view.awaited)
    expect(details).toMatch(new RegExp(`^- ${shape.acts[act]?.label}.*, par .* : \`${act}\`$`, "m"));
  expect(details).not.toContain("about:");
});
