/** Starting a run of a case's workflow from what the register holds. */
import { type Client, WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import type { RecordedBurst } from "../case/burst.js";
import type { Case } from "../case/case.js";
import type { Shape } from "../case/definition.js";
import type { Opening } from "../case/kernel.js";
import { rebuild } from "../case/rebuild.js";
import { Refusal } from "../case/refusal.js";
import { openingOf } from "../case/simulate.js";
import { procedureOf } from "../procedures/all.js";
import type { CaseRecord, Register } from "../register/register.js";
import type { CaseStart } from "../workflows/messages.js";
import { sealed, startMessage } from "../workflows/seals.js";
import { attributesAtStart } from "../workflows/search-attributes.js";
import { aheadAtStart } from "./time-skipping.js";

/** Where cases are kept and where they run. */
export interface Runs {
  readonly register: Register;
  readonly client: Client;
  readonly taskQueue: string;
}

const page = 200;

/**
 * How long Temporal waits for a worker that took a task of a case before it gives the task to another: a worker killed in
 * the middle of one costs its case that long (ten seconds by default). A task takes milliseconds; one whose register is
 * away says in time that it goes on, and one that fails several times is given longer by the server.
 */
const taskTimeout = "4s";

async function burstsOf(register: Register, caseId: string, upTo: number): Promise<RecordedBurst[]> {
  const bursts: RecordedBurst[] = [];
  while (bursts.length < upTo) {
    const more = await register.bursts(caseId, { after: bursts.length, limit: Math.min(page, upTo - bursts.length) });
    if (more.length === 0) break;
    bursts.push(...more);
  }
  return bursts;
}

/** The case as the register holds it, up to a burst; its opening when there is none. It may be told more. @throws Refusal once it is erased */
export async function caseFromRegister(register: Register, record: CaseRecord, upTo = record.bursts): Promise<Case> {
  const { id, filedAt, ruleset, filing, erasedAt } = record;
  if (erasedAt !== null)
    throw new Refusal(
      "not-awaited",
      `Ce que contenait le dossier ${id}, clos, a été effacé : aucun acte ne s'y ajoute.`,
      {
        cause: "ended",
      },
    );
  return rebuild(
    procedureOf(record.procedure),
    openingOf(id, filedAt, ruleset, filing),
    await burstsOf(register, id, upTo),
  );
}

/** What an operator reads of a case in the Web UI before it says anything: no person and no product in it. */
function noticeOfStart(shape: Shape, opening: Opening): { staticSummary: string; staticDetails: string } {
  const count = opening.filing.indications.length;
  return {
    staticSummary: shape.title,
    staticDetails: [
      `**${opening.id}**, déposé le ${opening.filedOn}, règles \`${opening.ruleset}\``,
      "",
      `${count} indication${count > 1 ? "s" : ""}. Source : ${shape.source.ref}.`,
    ].join("\n"),
  };
}

/** Starts a run of the case where the register holds it. False when one already runs. */
export async function startFromRegister({ register, client, taskQueue }: Runs, record: CaseRecord): Promise<boolean> {
  const { shape } = procedureOf(record.procedure);
  const live = await caseFromRegister(register, record);
  const { opening } = live;
  const start: CaseStart = {
    opening,
    ...(record.bursts > 0 && { snapshot: live.snapshot() }),
    bursts: record.bursts,
    head: record.head,
    // A new run begins at the real time: a case whose time was moved stays ahead of it.
    ...(record.offsetMs > 0 && { aheadMs: record.offsetMs }),
  };
  try {
    await client.workflow.start(shape.name, {
      workflowId: record.id,
      taskQueue,
      workflowTaskTimeout: taskTimeout,
      args: [sealed(start, record.id, startMessage)],
      // The register decides what may run again; a run that is already there is the one we want.
      workflowIdReusePolicy: "ALLOW_DUPLICATE",
      workflowIdConflictPolicy: "FAIL",
      // Given here, they spare the first task an upsert, which is what costs the server most (ADR 8).
      typedSearchAttributes: attributesAtStart(live.view()),
      ...(start.aheadMs !== undefined && { memo: { [aheadAtStart]: start.aheadMs } }),
      ...noticeOfStart(shape, opening),
    });
    return true;
  } catch (fault) {
    if (fault instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw fault;
  }
}
