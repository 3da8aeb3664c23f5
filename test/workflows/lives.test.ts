import { randomUUID } from "node:crypto";
import { WorkflowNotFoundError } from "@temporalio/client";
import { describe, expect, it } from "vitest";
import { armed, counted, eventsOf } from "../../rig/history.js";
import { bodies, filing, toAcknowledgement } from "../../rig/samples/pecan.js";
import { onTheServer, type Scenario, simulated } from "../../rig/teller.js";
import { ways } from "../../rig/ways/pecan.js";
import { bringBackAll } from "../../worker/reconciler.js";
import type { ActReceipt } from "../../workflows/messages.js";
import { searchAttributes } from "../../workflows/search-attributes.js";
import { addDays, office, until } from "./office.js";

const wayTo = (ending: string): Scenario => {
  const way = ways.find(({ to }) => to === ending);
  if (way === undefined) throw new Error(`No way leads to ${ending}.`);
  return way.scenario;
};

describe("the life of a case in Temporal", () => {
  const open = office();
  const runOf = async (id: string) => (await open.client.workflow.getHandle(id).describe()).runId;

  it.concurrent("goes on when somebody asks to cancel it", async () => {
    const file = await open.file(filing());
    const scenario = wayTo("deemedAbandoned");
    await open.client.workflow.getHandle(file.id).cancel();
    await scenario(onTheServer(file));
    expect(await file.told()).toEqual(await simulated(file.opening, scenario));
    expect(counted(await eventsOf(open.client, file.id))).toMatchObject({ WorkflowExecutionCancelRequested: 1 });
  });

  it.concurrent("is brought back from the register when somebody terminates it, and ends as it would have", async () => {
    const file = await open.file(filing());
    const asked: Scenario = async (teller) => {
      await toAcknowledgement(teller);
      await teller.act("ansInformationRequested", "ANS", { request: "Q1", kind: "question", items: ["Un point"] });
    };
    const answered: Scenario = async (teller) => {
      await teller.act("ansInformationProvided", "applicant", { items: ["Un point"] }, { about: "Q1" });
      await teller.until(addDays(await teller.lastDay("ansOpinion"), 3));
      await teller.act("withdrawn", "applicant");
    };
    await asked(file);
    const run = await runOf(file.id);
    await open.client.workflow.getHandle(file.id).terminate("essai");
    // For a moment it is still shown running; another test's cases may be brought back too: none is missing.
    await until(async () => {
      await bringBackAll(open, "test");
      return (await runOf(file.id)) !== run;
    });
    await answered(file);
    expect(await file.told()).toEqual(
      await simulated(file.opening, async (teller) => {
        await asked(teller);
        await answered(teller);
      }),
    );
  });

  it.concurrent("continues as new without a trace in its journal, its timers, its attributes or its details", async () => {
    const file = await open.file(filing(), { longRun: 60 });
    const scenario = wayTo("listed");
    const runs = new Set<string>();
    const id = randomUUID();
    let first: ActReceipt | undefined;
    await scenario({
      ...file,
      async act(name, by, body, more = {}) {
        const receipt = await file.act(name, by, body, first === undefined ? { ...more, id } : more);
        first ??= receipt;
        runs.add(await runOf(file.id));
        return receipt;
      },
      async until(day) {
        await file.until(day);
        runs.add(await runOf(file.id));
        const handle = open.client.workflow.getHandle(file.id);
        const { typedSearchAttributes: attributes, historyLength } = await handle.describe();
        const { phase, ruleset, status, ending } = await file.view();
        expect(attributes.get(searchAttributes.phase)).toBe(status === "concluded" ? ending?.name : phase);
        expect(attributes.get(searchAttributes.ruleset)).toBe(ruleset);
        expect(historyLength).toBeLessThan(120);
        const details = await handle.query<{ currentDetails: string }>("__temporal_workflow_metadata");
        expect(details.currentDetails).toContain(file.id);
      },
    });
    expect(runs.size).toBeGreaterThan(2);
    expect(await file.told()).toEqual(await simulated(file.opening, scenario));
    expect(first).toMatchObject({ act: "convergenceDeposited" });
  });

  it.concurrent("keeps the same timers from one run to the next", async () => {
    const [whole, short] = await Promise.all([open.file(filing()), open.file(filing(), { longRun: 20 })]);
    for (const file of [whole, short]) {
      await toAcknowledgement(file);
      await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
      await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
    }
    const timers = (id: string) => eventsOf(open.client, id).then(armed);
    await until(async () => (await timers(short.id)).length >= 2);
    expect(await timers(short.id)).toEqual(await timers(whole.id));
    expect(await runOf(short.id)).not.toBe(await runOf(whole.id));
  });

  it.concurrent("takes an act once: sent again at once, by update and by signal, in the next run, after the end", async () => {
    const file = await open.file(filing(), { longRun: 30 });
    const handle = open.client.workflow.getHandle(file.id);
    const message = { id: randomUUID(), by: "applicant", at: await file.now(), body: bodies.convergence };
    const send = (updateId: string) =>
      handle.executeUpdate<ActReceipt, [object]>("convergenceDeposited", { args: [message], updateId });
    const receipts = await Promise.all([
      ...[1, 2, 3, 4].map((nth) => send(`${message.id}-${nth}`)),
      ...[1, 2].map(() => handle.signal("convergenceDeposited", message)),
      send(message.id),
      send(message.id),
    ]);
    const numbers = new Set(receipts.flatMap((receipt) => (receipt ? [receipt.receipt] : [])));
    expect(numbers.size).toBe(1);

    const before = await runOf(file.id);
    await file.act("ansAdmissibilityNotified", "ANS", { admissible: true });
    await file.act("conventionSent", "ANS");
    await file.act("conventionSigned", "applicant", { signatory: "legal-representative", signature: "S-1" });
    // How many events some acts leave depends on the machine: as many acts as it takes.
    for (let nth = 0; (await runOf(file.id)) === before; nth++)
      await file.act("evidenceSubmitted", "applicant", bodies.documents, { about: `section-${nth}` });
    const version = (await file.journal()).length;
    expect(await send(message.id)).toMatchObject({ receipt: [...numbers][0], repeated: true });
    await handle.signal("convergenceDeposited", message);

    await file.act("withdrawn", "applicant");
    await handle.result();
    // The server still knows what that run answered; nobody else does, but the register.
    expect(await send(message.id)).toMatchObject({ receipt: [...numbers][0] });
    await expect(send(randomUUID())).rejects.toThrow(WorkflowNotFoundError);
    expect(await open.register.caseWithAct(file.id, message.id)).toMatchObject({
      act: { receipt: { number: [...numbers][0] } },
    });
    const journal = await file.journal();
    expect(journal.filter(({ kind }) => kind === "refused")).toEqual([]);
    expect(journal.filter(({ name, kind }) => kind === "act" && name === "convergenceDeposited")).toHaveLength(1);
    expect(journal[version]).toMatchObject({ kind: "act", name: "withdrawn" });
  });

  it.concurrent("has one timer for each open delay, touched only when its last day moves", async () => {
    const file = await open.file(filing());
    const timers = async () => armed(await eventsOf(open.client, file.id));
    const touched = async () => {
      const { TimerStarted = 0, TimerCanceled = 0 } = counted(await eventsOf(open.client, file.id));
      return TimerStarted + TimerCanceled;
    };
    await toAcknowledgement(file);
    const lastDay = await file.lastDay("ansOpinion");
    const opinions = [
      `Avis de l'ANS, 60 jours, CSS R. 162-115, échéance ${lastDay}`,
      `Avis de la CNEDiMTS, 60 jours, CSS R. 162-114, V, échéance ${lastDay}`,
    ];
    expect(await timers()).toEqual(opinions);
    const before = await touched();
    await file.act("expertNamed", "HAS", { role: "rapporteur", expert: "E-1" });
    await file.act("supplementProposed", "CNEDiMTS", { items: ["Une étude"] });
    expect(await touched()).toBe(before);

    // Suspended: no delay of theirs is over by itself; the reception of the request runs, with its reminder.
    await file.act("furtherInformationRequested", "ministers", bodies.request("R1"));
    expect(await timers()).toEqual([
      expect.stringMatching(/^Consultation de la demande mise à disposition \(R1\), 15 jours, CRPA R\. 112-20/),
      `Prochain rappel ou prochaine notification, le ${addDays(file.filedOn, 10)}`,
    ]);
    await file.until(addDays(file.filedOn, 5));
    await file.act("furtherInformationReceived", "applicant", bodies.answer, { about: "R1" });
    await file.act("furtherInformationReviewed", "ministers", { complete: true }, { about: "R1" });
    expect(await timers()).toEqual(opinions.map((summary) => summary.replace(lastDay, addDays(lastDay, 5))));
  });

  it.concurrent("writes a search attribute when its value changes, and only then", async () => {
    const file = await open.file(filing());
    const upserted = async () => {
      const events = await eventsOf(open.client, file.id);
      return events.flatMap(({ upsertWorkflowSearchAttributesEventAttributes: upsert }) =>
        upsert
          ? [
              Object.keys(upsert.searchAttributes?.indexedFields ?? {})
                .sort()
                .join(" "),
            ]
          : [],
      );
    };
    await toAcknowledgement(file);
    const before = await upserted();
    // What never changes was given at the start.
    expect(before.join(" ")).not.toMatch(/Procedure|Ruleset/);
    await file.act("expertNamed", "HAS", { role: "rapporteur", expert: "E-1" });
    expect(await upserted()).toEqual(before);
    await file.act("ansOpinionRendered", "ANS", { sense: "favourable", certificate: "C-1" });
    expect((await upserted()).slice(before.length)).toEqual(["WhoseMove"]);
  });
});
