/** The workflow of any case, under its procedure's name. */
import { ApplicationFailure, workflowInfo } from "@temporalio/workflow";
import { procedures } from "../procedures/all.js";
import { start as started } from "./arrivals.js";
import { hostCase } from "./case-workflow.js";
import type { CaseResult } from "./host.js";
import type { CaseStart } from "./messages.js";

/** A case. The worker brings here every type of workflow that is exported under no name: the type is the procedure's name. */
export default async function caseOf(start: CaseStart): Promise<CaseResult> {
  const { workflowType } = workflowInfo();
  const procedure = procedures.get(workflowType);
  if (procedure === undefined) {
    const known = [...procedures.keys()].join(", ");
    throw ApplicationFailure.nonRetryable(
      `No procedure is called "${workflowType}"; the procedures are ${known}.`,
      "UnknownProcedure",
    );
  }
  // Whoever can start a workflow by hand would have it write into the register what they like.
  if (!started.isSealed)
    throw ApplicationFailure.nonRetryable("Guichet alone starts a case, and this start isn't sealed.", "Unsealed");
  return hostCase(procedure, start);
}
