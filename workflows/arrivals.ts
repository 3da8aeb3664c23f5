/** How messages arrive at a case: what the SDK would do with them is put right before it sees them. */
import { defaultPayloadConverter } from "@temporalio/common";
import type { WorkflowInterceptorsFactory } from "@temporalio/workflow";

/** The SDK's own prefix: a signal so named, for which it has no handler, would fail the workflow task for ever. */
const reserved = "__temporal_";

/** The updates for which this run has a handler: each run has this module to itself. */
export const knownUpdates = new Set<string>();

/** The update as which every other comes, its name for only argument. */
export const unknownUpdate = "unknown";

/**
 * A refused update leaves no event if a validator refuses it, and the SDK gives none to its default handler, which takes
 * what has no handler of its own (yet). So a case starts before the messages of its first task are handed over: its
 * handlers are there, and take them in the order of their arrival. And an update of an unknown name comes to a handler that
 * has a validator.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  internals: [
    {
      activate(input, next) {
        const { jobs = [] } = input.activation;
        if (jobs?.[0]?.initializeWorkflow) {
          next({ ...input, activation: { ...input.activation, jobs: jobs.splice(0, 1) } });
        }
        for (const { signalWorkflow, doUpdate } of jobs ?? []) {
          if (signalWorkflow?.signalName?.startsWith(reserved))
            signalWorkflow.signalName = `reserved:${signalWorkflow.signalName}`;
          if (doUpdate && !knownUpdates.has(doUpdate.name ?? "")) {
            doUpdate.input = [defaultPayloadConverter.toPayload(doUpdate.name)];
            doUpdate.name = unknownUpdate;
          }
        }
        next(input);
      },
    },
  ],
});
