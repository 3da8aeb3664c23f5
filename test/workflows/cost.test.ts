import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { counted, eventsOf, typeOf } from "../../rig/history.js";
import { filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { twentyActs } from "../../rig/ways/pecan.js";
import { bringBackAll } from "../../worker/reconciler.js";
import { caseQuery } from "../../workflows/messages.js";
import { searchAttributes } from "../../workflows/search-attributes.js";
import { office, until } from "./office.js";

type Events = Awaited<ReturnType<typeof eventsOf>>;

/**
 * A history without the tasks that recorded no burst. A machine that has much to do adds some: a task that outlasts its time says
 * that it goes on (ADR 18), and the task of a refused update, which leaves no event, is written down when it is late.
 */
function withoutIdleTasks(history: Events): { readonly events: Events; readonly idle: number } {
  const isTask = (event: Events[number]) => typeOf(event).startsWith("WorkflowTask");
  const ends = history.flatMap((event, i) => (typeOf(event) === "WorkflowTaskCompleted" ? [i] : []));
  const busy = ends.filter((end, nth) =>
    history.slice(end, ends[nth + 1]).some((event) => typeOf(event) === "MarkerRecorded"),
  );
  const kept = new Set(busy.flatMap((end) => [end - 2, end - 1, end]));
  return { events: history.filter((event, i) => !isTask(event) || kept.has(i)), idle: ends.length - busy.length };
}

describe("what a case costs Temporal", () => {
  const open = office();

  it("twenty accepted acts and three refused: these events, and no others", async () => {
    const file = await open.file(filing());
    // Answered after the run's first task: an act that came with it would share it.
    await open.client.workflow.getHandle(file.id).query(caseQuery);
    let sent = 0;
    await twentyActs({
      ...file,
      async act(name, by, body, more) {
        if ([3, 9, 15].includes(sent++)) {
          const refused = await file.refused("tariffPublished", "ministers", { journal: "JORF n° 9" }, { about: "A" });
          expect(refused.type).toBe("not-awaited");
        }
        return file.act(name, by, body, more);
      },
    });
    const { events, idle } = withoutIdleTasks(await eventsOf(open.client, file.id));
    const types = counted(events);
    const total = Object.values(types).reduce((sum, count) => sum + count, 0);
    await expect(`${JSON.stringify({ total, ...types }, null, 2)}\n`).toMatchFileSnapshot("golden/twenty-acts.json");
    // One is the machine's; if each refusal cost one, there were three.
    expect(idle).toBeLessThan(3);
  });

  it("a run's first task upserts nothing, whichever way it was started: it starts with its search attributes", async () => {
    const file = await open.file(filing());
    const handle = open.client.workflow.getHandle(file.id);
    const upserts = async () => {
      await file.settled();
      const { runId, typedSearchAttributes } = await handle.describe();
      const { whoseMove, phase } = await file.view();
      expect(typedSearchAttributes.get(searchAttributes.whoseMove)).toEqual(whoseMove);
      expect(typedSearchAttributes.get(searchAttributes.phase)).toBe(phase);
      expect(typedSearchAttributes.get(searchAttributes.procedure)).toBe("pecan");
      return counted(await eventsOf(open.client, file.id, runId)).UpsertWorkflowSearchAttributes ?? 0;
    };
    expect(await upserts()).toBe(0);
    await toAcknowledgement(file);
    await handle.terminate("essai");
    await until(async () => (await bringBackAll(open, "test")) === 1);
    await until(async () => (await handle.describe()).historyLength >= 4);
    expect(await upserts()).toBe(0);
  });

  it("a refused update and a repeated one add no event and no row", async () => {
    const file = await open.file(filing());
    const id = randomUUID();
    const at = await file.now();
    const deposit = () => file.act("sesameDeposited", "applicant", { documents: [{ title: "Pièce" }] }, { id, at });
    const first = await deposit();
    const handle = open.client.workflow.getHandle(file.id);
    const length = async () => (await handle.describe()).historyLength;
    const [events, told] = [await length(), await file.told()];
    for (let nth = 0; nth < 3; nth++) {
      await file.refused("orderPublished", "ministers", { journal: "JORF n° 1" });
      expect(await deposit()).toEqual(first);
    }
    expect([await length(), await file.told()]).toEqual([events, told]);
  });
});
