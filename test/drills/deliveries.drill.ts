import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { openRegister } from "../../register/register.js";
import { until } from "../../rig/office.js";
import { giveAddresses, ownQueue, type Premises, startDelivering, toldCase } from "../deliveries/delivering.js";
import { postOffice } from "../deliveries/post-office.js";
import { freshDatabase } from "../setup/database.js";

it("a worker killed between the mail server's answer and the register delivers twice at most what it was sending, under one id", async () => {
  const databaseUrl = await freshDatabase();
  const register = openRegister(databaseUrl);
  await giveAddresses(register);
  const office = await postOffice();
  const premises: Premises = {
    address: inject("temporalAddress"),
    namespace: inject("temporalNamespace"),
    databaseUrl,
    smtpUrl: office.url,
    taskQueue: ownQueue(),
  };
  const ids = await Promise.all(Array.from({ length: 40 }, () => toldCase(register)));
  const waiting = async () => (await register.noticeFeed({ delivery: "waiting", limit: 1_000 })).length;

  office.manner = () => ({ after: 400 });
  const entry = fileURLToPath(new URL("../deliveries/dying-delivery.ts", import.meta.url));
  const child = fork(entry, [JSON.stringify(premises)], { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  // Some are delivered and written down, others taken and not answered.
  await until(async () => office.taken.length > 30);
  child.kill("SIGKILL");
  await once(child, "exit");
  const [takenBefore, left] = [office.taken.length, await waiting()];
  expect(left).toBeGreaterThan(0);

  office.manner = () => "takes";
  const next = await startDelivering(premises);
  // The activity's heartbeat is missed after fifteen seconds, what the dead worker held is free after thirty.
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  await next.stop();

  const times = new Map<string, number>();
  for (const { id } of office.taken) times.set(id, (times.get(id) ?? 0) + 1);
  expect(times.size).toBe(80);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  // Only what had been taken without being written down was sent again.
  expect(office.taken.length - 80).toBe(takenBefore - (80 - left));
  for (const id of ids)
    for (const number of [2, 3])
      expect((await register.deliveries(id, number)).map(({ outcome }) => outcome)).toEqual(["delivered"]);
  await office.close();
  await register.close();
});
