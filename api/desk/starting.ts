import { WorkflowExecutionAlreadyStartedError } from "@temporalio/client";
import { toldOpening } from "../../case/restart.js";
import type { CaseRecord } from "../../register/register.js";
import type { CaseStart } from "../../workflows/messages.js";
import type { Desk } from "./desk.js";
import { servedOf } from "./kept-cases.js";
import { noticeOfStart } from "./start-notice.js";

async function start(desk: Desk, record: CaseRecord, argument: CaseStart, again: boolean): Promise<void> {
  const { shape } = servedOf(record.procedure).procedure;
  try {
    await desk.client.workflow.start(shape.name, {
      workflowId: record.id,
      taskQueue: desk.taskQueue,
      args: [argument],
      // The register decides what may run again; a run that is already there is the one we want.
      workflowIdReusePolicy: again ? "ALLOW_DUPLICATE" : "REJECT_DUPLICATE",
      ...noticeOfStart(shape, argument.opening),
    });
  } catch (fault) {
    if (!(fault instanceof WorkflowExecutionAlreadyStartedError)) throw fault;
  }
}

/** Starts the workflow of a case that was just filed. */
export const startFiled = (desk: Desk, record: CaseRecord): Promise<void> =>
  start(desk, record, { opening: toldOpening(record) }, false);

/** Starts a new run from what the register holds: Temporal has lost the case, or the case is reopened. */
export async function startAgain(desk: Desk, record: CaseRecord): Promise<void> {
  const argument: CaseStart = {
    ...(await desk.cases.standing(record)),
    // A new run begins at the real time: a case whose time was moved stays ahead of it.
    ...(record.offsetMs > 0 && { aheadMs: record.offsetMs }),
  };
  await start(desk, record, argument, true);
}
