import { readFile } from "node:fs/promises";
import { Runtime } from "@temporalio/worker";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type RecordedHistory, recordedHistories, replayed } from "../../rig/recorded-histories.js";
import { everyWay } from "../../rig/ways/every.js";

describe("recorded histories", () => {
  let code: string;
  let histories: RecordedHistory[];
  beforeAll(async () => {
    Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
    code = await readFile(inject("workflowBundle") ?? "", "utf8");
    histories = recordedHistories();
  });

  /** What a procedure's histories say of a changed code, by name. */
  const faultsOf = (procedure: string, change: (code: string) => string) => {
    const changed = change(code);
    expect(changed !== code, "what is changed is in the code").toBe(true);
    return replayed(
      changed,
      histories.filter(({ name }) => name.startsWith(`${procedure}/`)),
    );
  };
  const caughtBy = async (...change: Parameters<typeof faultsOf>) => Object.keys(await faultsOf(...change)).sort();
  const named = (holds: (name: string) => boolean) =>
    histories
      .map(({ name }) => name)
      .filter(holds)
      .sort();
  /** Every PECAN but the one that ends before its acknowledgement. */
  const acknowledged = () => named((name) => name.startsWith("pecan/") && name !== "pecan/consideredAbandoned");

  it("are there for every way, to every ending, and for every run of a case that continued as new", () => {
    const ways = everyWay.map(({ name, options }) => `${options.procedure}/${name}`);
    expect([...new Set(named(() => true).map((name) => name.replace(/-\d+$/, "")))]).toEqual(ways.sort());
    expect(named((name) => name.startsWith("acces-precoce/continuedAsNew-")).length).toBeGreaterThan(1);
  });

  it("are told again as they were (`npx tsx scripts/record-histories.ts` records what was meant to change)", async () => {
    expect(await replayed(code, histories)).toEqual({});
  });

  it("catch a notice told to one party more, which Temporal's own replay doesn't see", async () => {
    const told = `file.notify("applicant", "acknowledged",`;
    const toTwo = `file.notify(["applicant", "HAS"], "acknowledged",`;
    const faults = await faultsOf("pecan", (code) => code.replaceAll(told, toTwo));
    expect(Object.keys(faults).sort()).toEqual(acknowledged());
    for (const fault of Object.values(faults)) expect(fault).toContain("isn't derived as it was recorded");
  });

  it("catch a delay of one day more", async () => {
    const length = /(ansOpinion: \{[^;]*?length: [^;]*?days\)?\)?\()60\)/;
    expect(await caughtBy("pecan", (code) => code.replace(length, "$161)"))).toEqual(acknowledged());
  });

  it("catch an examination of one month more, in every accès précoce", async () => {
    const length = /(length: [^\n]*months\)?\()3(\),\s*extension: )/;
    const caught = await caughtBy("acces-precoce", (code) => code.replace(length, "$14$2"));
    expect(caught).toEqual(named((name) => name.startsWith("acces-precoce/")));
  });

  it("catch a tacit grant that one party isn't told, and a silence that rejects where it granted", async () => {
    const parties = /\[\s*"applicant",\s*"ministers",\s*"HAS",\s*"ANSM"\s*\](, "tacitGrant")/;
    const without = (code: string) => code.replace(parties, `["applicant", "ministers", "HAS"]$1`);
    expect(await caughtBy("acces-precoce", without)).toEqual(["acces-precoce/tacitGrant"]);
    const effect = /(preAmmFavourable: \{\s*effect: )"grant"/;
    const rejects = (code: string) => code.replace(effect, '$1"reject"');
    expect(await caughtBy("acces-precoce", rejects)).toEqual(["acces-precoce/tacitGrant"]);
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
    expect(Object.keys(await replayed(code, [tampered]))).toEqual([first.name]);
  });
});
