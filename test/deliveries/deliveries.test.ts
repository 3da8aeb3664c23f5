import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "@temporalio/client";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { Rhythms } from "../../activities/deliveries.js";
import { openRegister, type Register } from "../../register/register.js";
import { until } from "../../rig/office.js";
import { rigEncryption } from "../../rig/payload-keys.js";
import { connect } from "../../temporal/connection.js";
import { deliveriesQueue } from "../../temporal/dispatching.js";
import { freshDatabase } from "../setup/database.js";
import { giveAddresses, isOf, ownQueue, startDelivering, toldCase } from "./delivering.js";
import { header, type PostOffice, postOffice } from "./post-office.js";

describe("notices are delivered", () => {
  let register: Register;
  let client: Client;
  let databaseUrl: string;
  beforeAll(async () => {
    databaseUrl = await freshDatabase();
    register = openRegister(databaseUrl);
    await giveAddresses(register);
    const access = {
      address: inject("temporalAddress"),
      namespace: inject("temporalNamespace"),
      encryption: rigEncryption,
    };
    client = await connect(access, register);
  });
  afterAll(async () => {
    await register.close();
    await client.connection.close();
  });

  let office: PostOffice;
  let taskQueue: string;
  const delivering: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    office = await postOffice();
    taskQueue = ownQueue();
  });
  afterEach(async () => {
    await Promise.all(delivering.splice(0).map((one) => one.stop()));
    await office.close();
  });
  const start = async (rhythms: Partial<Rhythms> = {}) => {
    const premises = { address: inject("temporalAddress"), namespace: inject("temporalNamespace"), databaseUrl };
    delivering.push(await startDelivering({ ...premises, smtpUrl: office.url, taskQueue }, rhythms));
  };

  const outcomes = async (id: string, number: number) =>
    (await register.deliveries(id, number)).map(({ outcome }) => outcome);
  const waiting = async () => (await register.noticeFeed({ delivery: "waiting", limit: 1_000 })).length;
  const takenFor = (id: string) => office.taken.filter((mail) => isOf(mail, id));
  const own = (id: string, number: number) => client.activity.getHandle(`${id}/notice/${number}`).describe();

  it("once each, all by one activity, and no workflow", async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => toldCase(register)));
    await start();
    await until(async () => (await waiting()) === 0);
    expect(office.taken).toHaveLength(60);
    expect(new Set(office.taken.map(({ id }) => id)).size).toBe(60);
    expect(office.busiest).toBeLessThanOrEqual(20);
    for (const id of ids) expect(await outcomes(id, 2)).toEqual(["delivered"]);
    const delivery = await client.activity.getHandle(deliveriesQueue(taskQueue)).describe();
    expect([delivery.activityType, delivery.attempt]).toEqual(["deliverNotices", 1]);
    expect((await client.workflow.count(`TaskQueue = "${deliveriesQueue(taskQueue)}"`)).count).toBe(0);

    // One told afterwards leaves too, without waiting for a sweep.
    const later = await toldCase(register);
    const told = performance.now();
    await until(async () => (await outcomes(later, 3)).length > 0);
    expect(performance.now() - told).toBeLessThan(10_000);
  });

  it("though something that is no event is notified: left aside, and said", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await start();
    const owner = new pg.Client(databaseUrl);
    await owner.connect();
    await owner.query("select pg_notify('guichet_journal', 'not json')");
    await owner.end();
    const id = await toldCase(register);
    await until(async () => (await outcomes(id, 3)).length > 0);
    expect(warned.mock.calls.flat()).toContain("Notices: left aside « not json »: not a journal event");
    warned.mockRestore();
  });

  it("once by several workers", async () => {
    await Promise.all([start(), start(), start()]);
    const ids: string[] = [];
    for (let round = 0; round < 5; round++) {
      ids.push(...(await Promise.all(Array.from({ length: 10 }, () => toldCase(register)))));
      await pause(150);
    }
    await until(async () => (await waiting()) === 0);
    expect(office.taken).toHaveLength(100);
    for (const id of ids) expect(await outcomes(id, 3)).toEqual(["delivered"]);
  });

  it("once by a mail server that is slow to answer, which keeps no other notice waiting", async () => {
    const slow = await toldCase(register);
    office.manner = (_, id) => (isOf({ id }, slow) ? { after: 6_000 } : "takes");
    // The activity that sends it is over long before the answer; other deliveries begin and end meanwhile.
    await start({ promptMs: 300, turnMs: 1_000 });
    await until(async () => takenFor(slow).length === 2);
    for (let nth = 0; nth < 3; nth++) {
      const other = await toldCase(register);
      await until(async () => (await outcomes(other, 3)).length > 0);
      expect(await outcomes(slow, 2)).toEqual([]);
    }
    await until(async () => (await waiting()) === 0);
    expect(takenFor(slow)).toHaveLength(2);
    expect(await outcomes(slow, 2)).toEqual(["delivered"]);
    expect(await outcomes(slow, 3)).toEqual(["delivered"]);
  });

  it("again by an activity of its own when one fails, whose tries are seen, while others pass", async () => {
    const bad = await toldCase(register);
    let broken = true;
    office.manner = (to, id) => (broken && to.startsWith("has") && isOf({ id }, bad) ? "drops" : "takes");
    await start();
    await until(async () => (await outcomes(bad, 3)).length >= 2);
    expect(new Set(await outcomes(bad, 3))).toEqual(new Set(["failed"]));
    expect(await outcomes(bad, 2)).toEqual(["delivered"]);
    const seen = await own(bad, 3);
    expect(seen.status).toBe("RUNNING");
    expect(seen.attempt).toBeGreaterThan(1);
    broken = false;
    await until(async () => (await outcomes(bad, 3)).at(-1) === "delivered");
    expect(takenFor(bad).filter(({ to }) => to.startsWith("has"))).toHaveLength(1);
    await until(async () => (await own(bad, 3)).status === "COMPLETED");
    expect(await waiting()).toBe(0);
  });

  it("never more when an address is refused for good: listed, logged, and told to the party whose act it carried", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const legal = await toldCase(register);
    const status = await toldCase(register, { legal: false });
    office.manner = (to) => (to.startsWith("applicant") ? { refuses: "550 5.1.1 No such user" } : "takes");
    await start();
    await until(async () => (await waiting()) === 0);
    expect(await outcomes(legal, 2)).toEqual(["abandoned"]);
    expect(await outcomes(status, 2)).toEqual(["abandoned"]);
    expect(await outcomes(legal, 3)).toEqual(["delivered"]);
    const listed = (await register.noticeFeed({ delivery: "abandoned", limit: 1_000 })).map((one) => one.case);
    expect(listed).toEqual(expect.arrayContaining([legal, status]));
    const told = office.taken.filter(({ to }) => to.startsWith("dss"));
    expect(told.map((mail) => [mail.to, isOf(mail, legal)])).toEqual([["dss@example.org", true]]);
    expect(header(told[0]?.raw ?? "", "in-reply-to")).toContain(`${legal}.2@`);
    await pause(1_500);
    expect(await outcomes(legal, 2)).toEqual(["abandoned"]);
    // One line each: which notice, the server's figures, and neither its words nor an address.
    expect(logged.mock.calls.map(String).sort()).toEqual(
      [
        `Notice ${legal}/2 to applicant is undeliverable (550 5.1.1), and given up. Told: dss.`,
        `Notice ${status}/2 to applicant is undeliverable (550 5.1.1), and given up.`,
      ].sort(),
    );
    logged.mockRestore();
  });

  it("for five days, then given up and told", async () => {
    const id = await toldCase(register);
    office.manner = (to) => (to.startsWith("applicant") ? { refuses: "452 4.2.2 Mailbox full" } : "takes");
    const logged = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await start({ giveUpMs: 1_500 });
    await until(async () => (await outcomes(id, 2)).at(-1) === "abandoned");
    expect((await outcomes(id, 2)).filter((one) => one === "failed").length).toBeGreaterThanOrEqual(2);
    const failures = (await outcomes(id, 2)).filter((one) => one === "failed");
    const line = `Notice ${id}/2 to applicant isn't delivered yet (452 4.2.2).`;
    expect(logged.mock.calls.map(String).filter((one) => one.includes(id))).toEqual(failures.map(() => line));
    logged.mockRestore();
    expect(takenFor(id).map(({ to }) => to)).toContain("dss@example.org");
    await until(async () => (await own(id, 2)).status === "FAILED");
  });

  it("when the mail server is back, by one activity that waits for it: no notice is tried, nor blamed", async () => {
    await office.close();
    await start();
    const ids = await Promise.all(Array.from({ length: 5 }, () => toldCase(register)));
    const delivery = () => client.activity.getHandle(deliveriesQueue(taskQueue)).describe();
    await until(async () => ((await delivery().catch(() => undefined))?.attempt ?? 0) >= 2);
    for (const id of ids) expect(await outcomes(id, 2)).toEqual([]);
    await office.reopen();
    await until(async () => (await waiting()) === 0);
    expect(office.taken).toHaveLength(10);
    for (const id of ids) expect(await outcomes(id, 2)).toEqual(["delivered"]);
  });
});
