import { readFile } from "node:fs/promises";
import { Runtime } from "@temporalio/worker";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { ways } from "../workflows/scenarios.js";
import { type RecordedHistory, recordedHistories, replayed } from "./recorded.js";

describe("recorded histories", () => {
  let code: string;
  let histories: RecordedHistory[];
  beforeAll(async () => {
    Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
    code = await readFile(inject("workflowBundle") ?? "", "utf8");
    histories = recordedHistories();
  });

  it("are there for every ending", () => {
    expect(histories.map(({ to }) => to).sort()).toEqual(ways.map(({ to }) => to).sort());
  });

  it("are told again as they were (`npx tsx scripts/record-histories.ts` records what was meant to change)", async () => {
    expect(await replayed(code, histories)).toEqual({});
  });

  it("catch a notice told to one party more, which Temporal's own replay doesn't see", async () => {
    const told = `file.notify("applicant", "acknowledged")`;
    expect(code).toContain(told);
    const changed = code.replaceAll(told, `file.notify(["applicant", "HAS"], "acknowledged")`);
    const faults = await replayed(changed, histories);
    expect(Object.keys(faults).sort()).toEqual(acknowledgedWays());
    for (const fault of Object.values(faults)) expect(fault).toContain("isn't told as it was recorded");
  });

  it("catch a delay of one day more", async () => {
    const length = /(ansOpinion: \{\s*length: [^;]*?days\)?\)?\()60\)/;
    expect(code).toMatch(length);
    expect(Object.keys(await replayed(code.replace(length, "$161)"), histories)).sort()).toEqual(acknowledgedWays());
  });

  it("catch a recorded answer that somebody changed", async () => {
    const [first] = histories;
    if (first === undefined) throw new Error("No history is recorded.");
    const tampered = JSON.parse(JSON.stringify(first)) as RecordedHistory;
    const marker = tampered.history.events.find(({ markerRecordedEventAttributes }) => markerRecordedEventAttributes);
    const details = marker?.markerRecordedEventAttributes as
      | { details: Record<string, { payloads: { data: string }[] }> }
      | undefined;
    const [result] = details?.details.result?.payloads ?? [];
    if (result === undefined) throw new Error("The journal's answer isn't in its marker.");
    const answer = JSON.parse(Buffer.from(result.data, "base64").toString()) as { digest: string };
    result.data = Buffer.from(JSON.stringify({ ...answer, digest: "0".repeat(16) })).toString("base64");
    expect(Object.keys(await replayed(code, [tampered]))).toEqual([first.to]);
  });

  /** All but the one that ends before its acknowledgement. */
  const acknowledgedWays = () =>
    ways
      .map(({ to }) => to)
      .filter((to) => to !== "consideredAbandoned")
      .sort();
});
