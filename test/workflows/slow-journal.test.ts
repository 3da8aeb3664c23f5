import { readFile } from "node:fs/promises";
import { activityInfo } from "@temporalio/activity";
import { describe, expect, inject, it } from "vitest";
import { createActivities } from "../../activities/index.js";
import type { Burst } from "../../case/burst.js";
import { openRegister } from "../../register/register.js";
import { eventsOf } from "../../rig/history.js";
import { replayed } from "../../rig/recorded-histories.js";
import { bodies, filing } from "../../rig/samples/pecan.js";
import { office } from "./office.js";

/** How often the register is still to be slow, by case. */
const slow = new Map<string, number>();

const open = office({
  activities: (databaseUrl) => {
    const activities = createActivities(openRegister(databaseUrl));
    return {
      ...activities,
      /** The first two attempts of a slow burst fail after more than 80 % of the task's second: Temporal is told that the task goes on. */
      async recordBurst(burst: Burst) {
        const times = slow.get(burst.opening.id) ?? 0;
        if (times > 0 && activityInfo().isLocal) {
          slow.set(burst.opening.id, times - 1);
          await new Promise((over) => setTimeout(over, 590));
          throw new Error("The register is slow.");
        }
        return activities.recordBurst(burst);
      },
    };
  },
});

const slowly = (id: string) => slow.set(id, 2);

/** The tasks that only said that they go on: their completion is followed at once by another task. */
async function heartbeats(id: string): Promise<number> {
  const events = await eventsOf(open.client, id);
  return events.filter(
    (event, i) => event.workflowTaskCompletedEventAttributes && events[i + 1]?.workflowTaskScheduledEventAttributes,
  ).length;
}

async function replay(id: string): Promise<Record<string, string>> {
  const events = await eventsOf(open.client, id);
  const code = await readFile(inject("workflowBundle") ?? "", "utf8");
  return replayed(code, [{ name: id, history: { events } as never }]);
}

describe("a task that lasts longer than Temporal waits says that it goes on, and a replay then reads the time of its end", () => {
  it("a burst is told again as the register recorded it, and the case goes on", async () => {
    const file = await open.file(filing(), { taskTimeout: "1s" });
    await file.settled();

    slowly(file.id);
    await file.signal("convergenceDeposited", "applicant", bodies.convergence);
    await expect.poll(() => open.register.acts(file.id), { timeout: 20_000 }).toHaveLength(1);
    await file.signal("ansAdmissibilityNotified", "ANS", { admissible: true });
    await expect.poll(() => open.register.acts(file.id), { timeout: 20_000 }).toHaveLength(2);
    expect(await heartbeats(file.id)).toBeGreaterThan(0);
    expect(await replay(file.id)).toEqual({});

    // Another worker has nothing in memory: it replays, and answers the next act.
    await open.stopWorker();
    await open.startWorker();
    await file.act("conventionSent", "ANS");
    expect(await open.register.acts(file.id)).toHaveLength(3);
    expect(await open.register.verify(file.id)).toMatchObject({ valid: true });
    expect(await replay(file.id)).toEqual({});
  });

  it("so is the first burst of a case", async () => {
    const file = await open.file(filing(), { taskTimeout: "1s" });
    slowly(file.id);
    await file.settled();
    await file.act("convergenceDeposited", "applicant", bodies.convergence);
    expect(await replay(file.id)).toEqual({});
  });
});
