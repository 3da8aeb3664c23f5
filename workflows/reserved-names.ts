import type { WorkflowInterceptorsFactory } from "@temporalio/workflow";

/** The SDK's own prefix: a message so named, for which it has no handler, would fail the workflow task for ever. */
const reserved = "__temporal_";

const plain = (name: string): string => `reserved:${name}`;

/** Renames such messages before the SDK sees them: they are then refused like any other unknown act. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  internals: [
    {
      activate(input, next) {
        for (const { signalWorkflow, doUpdate } of input.activation.jobs ?? []) {
          if (signalWorkflow?.signalName?.startsWith(reserved))
            signalWorkflow.signalName = plain(signalWorkflow.signalName);
          if (doUpdate?.name?.startsWith(reserved)) doUpdate.name = plain(doUpdate.name);
        }
        return next(input);
      },
    },
  ],
});
