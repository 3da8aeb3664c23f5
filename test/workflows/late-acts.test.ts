import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate } from "../../law/civil-date.js";
import { fromEpochMs, type Instant } from "../../law/instant.js";
import { startOfDayMs } from "../../law/paris.js";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { startFromRegister } from "../../temporal/starting.js";
import { type FileInOffice, office, until } from "./office.js";

const hour = 3_600_000;
/** Thirty seconds before the end of a day, Paris. */
const lastSeconds = (day: CivilDate): Instant => fromEpochMs(startOfDayMs(addDays(day, 1)) - 30_000);
const morningAfter = (day: CivilDate): Instant => fromEpochMs(startOfDayMs(addDays(day, 1)) + 9 * hour);

describe("an answer received in the last seconds of its delay", () => {
  const open = office();

  async function asked(): Promise<{ file: FileInOffice; lastDay: CivilDate }> {
    const file = await open.file(filing());
    await toAcknowledgement(file);
    await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
    await file.act("requestConsulted", "applicant", {}, { about: "R1" });
    return { file, lastDay: await file.lastDay("furtherInformation:R1") };
  }

  const answer = (file: FileInOffice, lastDay: CivilDate, id = randomUUID()) =>
    file.act("furtherInformationReceived", "applicant", bodies.answer, { id, about: "R1", at: lastSeconds(lastDay) });
  const statusOf = async (file: FileInOffice) => (await open.client.workflow.getHandle(file.id).describe()).status.name;
  const notices = async (file: FileInOffice, name: string) =>
    (await open.register.notices(file.id)).filter((notice) => notice.name === name);

  it.concurrent("recorded at nine the next morning: nothing false was ever told", async () => {
    const { file, lastDay } = await asked();
    await file.until(morningAfter(lastDay));
    expect(await file.view()).toMatchObject({ status: "open", ending: { name: "deemedAbandoned", final: false } });
    expect(await notices(file, "abandoned")).toEqual([]);
    expect(await statusOf(file)).toBe("RUNNING");

    await answer(file, lastDay);
    expect(await file.view()).toMatchObject({ status: "open", ending: null });
    const journal = await file.journal();
    expect(
      journal.filter(({ kind, name }) => kind === "ending" || kind === "rectified" || name === "abandoned"),
    ).toEqual([]);
    await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
    await file.until(addDays(lastDay, 8));
    expect(await statusOf(file)).toBe("RUNNING");
    expect(await file.view()).toMatchObject({ status: "open", ending: null });
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  it.concurrent("never came: the end is told at its hour, and the workflow completes only then", async () => {
    const { file, lastDay } = await asked();
    await file.until(addDays(lastDay, 1));
    expect(await statusOf(file)).toBe("RUNNING");
    expect(await notices(file, "abandoned")).toEqual([]);
    await file.until(addDays(lastDay, 8));

    const [ending] = (await file.journal()).filter(({ kind }) => kind === "ending");
    expect(ending).toMatchObject({ name: "deemedAbandoned", on: addDays(lastDay, 1), tellAt: expect.any(String) });
    const { status, closeTime } = await open.client.workflow.getHandle(file.id).describe();
    expect(status.name).toBe("COMPLETED");
    const late = (closeTime?.getTime() ?? 0) - Date.parse(ending?.tellAt ?? "");
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(60_000);
  });

  it.concurrent("recorded after the end was told: the case runs again, rectifies, corrects, and goes on", async () => {
    const { file, lastDay } = await asked();
    await file.until(addDays(lastDay, 8));
    await open.client.workflow.getHandle(file.id).result();
    const told = await notices(file, "abandoned");
    expect(told.map(({ party }) => party)).toEqual(["applicant", "ministers", "HAS", "ANS"]);

    await reopened(file);
    const id = randomUUID();
    await answer(file, lastDay, id);
    const { act: recorded } = (await open.register.caseWithAct(file.id, id))!;
    expect(recorded?.receipt?.changes.entries.length).toBeGreaterThan(5);
    expect(await file.view()).toMatchObject({ status: "open", ending: null });
    const journal = await file.journal();
    const rectified = journal.filter(({ kind }) => kind === "rectified").map(({ detail }) => detail?.rectifies);
    expect(rectified).toEqual(expect.arrayContaining(told.map(({ number }) => number)));
    const corrections = (await open.register.notices(file.id)).filter(({ corrects }) => corrects != null);
    expect(corrections.map(({ corrects }) => corrects)).toEqual(told.map(({ number }) => number));

    // It lives again: the opinions' clocks run from their own day, are overrun in time, and it can be withdrawn.
    await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
    await file.until(addDays(await file.lastDay("ansOpinion"), 1));
    expect((await file.journal()).filter(({ kind, name }) => kind === "overrun" && name === "ansOpinion")).toHaveLength(
      1,
    );
    await file.act("withdrawn", "applicant");
    await until(async () => (await statusOf(file)) === "COMPLETED");
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
  });

  it.concurrent("a case reopened in vain completes again, as it was", async () => {
    const { file, lastDay } = await asked();
    await file.until(addDays(lastDay, 8));
    await open.client.workflow.getHandle(file.id).result();
    const told = await file.told();
    await reopened(file);
    const refused = await file.refused("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
    expect(refused).toMatchObject({ type: "not-awaited" });
    expect(await statusOf(file)).toBe("RUNNING");
    // The minute for which it waits, moved.
    await file.until(fromEpochMs(Date.parse(await file.now()) + 120_000));
    await until(async () => (await statusOf(file)) === "COMPLETED");
    expect(await file.told()).toEqual(told);
  });

  /** As the desk does it: a new run of the same id, from the register. */
  async function reopened(file: FileInOffice): Promise<void> {
    const record = await open.register.case(file.id);
    if (record === undefined) throw new Error(`${file.id} isn't in the register.`);
    expect(record.status).toBe("concluded");
    await startFromRegister(open, record);
  }
});
