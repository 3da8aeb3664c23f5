/** How messages arrive at a case: what the SDK would do with them is put right before it sees them. */
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import type { ActivateInput, WorkflowInterceptorsFactory } from "@temporalio/workflow";
import { payloadConverter } from "./payload-converter.js";
import { isSealed, sealsRequired, startMessage } from "./seals.js";

type Job = NonNullable<ActivateInput["activation"]["jobs"]>[number];

/** The updates for which this run has a handler: each run has this module to itself. */
export const knownUpdates = new Set<string>();

/** The update as which every other comes, its name for only argument. */
export const unknownUpdate = "unknown";

/** Takes a signal, whatever its name; nobody does before the case has started. */
export type TakeSignal = (name: string, sent: unknown, isSealed: boolean) => void;
let takeSignal: TakeSignal = () => undefined;

/** Says who takes the signals of this run. */
export function onSignal(take: TakeSignal): void {
  takeSignal = take;
}

/** What the codec says of how this run was started: whether the house did, and asks for seals. */
export const start = { caseId: "", isSealed: false, sealsRequired: false };

function readStart({ workflowId, arguments: given }: NonNullable<Job["initializeWorkflow"]>): void {
  const payload = given?.[0];
  start.caseId = workflowId ?? "";
  start.isSealed = isSealed(payload, start.caseId, startMessage);
  start.sealsRequired = payload?.metadata?.[sealsRequired] !== undefined;
}

const isSealedFor = (name: string | null | undefined, payloads: readonly Payload[] | null | undefined): boolean =>
  isSealed(payloads?.[0], start.caseId, name ?? "");

const firstOf = (payloads: readonly Payload[] | null | undefined): unknown =>
  payloads?.[0] === undefined ? undefined : payloadConverter.fromPayload(payloads[0]);

/**
 * A refused update leaves no event if a validator refuses it, and the SDK gives none to its default handler, which takes
 * what has no handler of its own (yet). So a case starts before the messages of its first task are handed over: its
 * handlers are there, and take them in the order of their arrival. And an update of an unknown name comes to a handler that
 * has a validator. An act has for second argument whether it is sealed, which only the codec says.
 *
 * Signals don't pass through the SDK, which makes a dozen promises of each, whose stacks it keeps: two thousand in one task,
 * and the five seconds that it gives a workflow are over. (Node then ends the whole worker: "async hook stack has become
 * corrupted".) They are handed over as they are, in their place among the others.
 */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  internals: [
    {
      activate(input, next) {
        const { jobs = [] } = input.activation;
        let others: Job[] = [];
        const handOver = (): void => {
          if (others.length > 0) next({ ...input, activation: { ...input.activation, jobs: others } });
          others = [];
        };
        for (const job of jobs ?? []) {
          const { signalWorkflow, doUpdate, initializeWorkflow } = job;
          if (initializeWorkflow) readStart(initializeWorkflow);
          if (signalWorkflow) {
            handOver();
            const { signalName, input } = signalWorkflow;
            takeSignal(signalName ?? "", firstOf(input), isSealedFor(signalName, input));
            continue;
          }
          if (doUpdate && !knownUpdates.has(doUpdate.name ?? "")) {
            doUpdate.input = [defaultPayloadConverter.toPayload(doUpdate.name)];
            doUpdate.name = unknownUpdate;
          } else if (doUpdate) {
            const { name, input } = doUpdate;
            doUpdate.input = [
              input?.[0] ?? defaultPayloadConverter.toPayload(undefined),
              defaultPayloadConverter.toPayload(isSealedFor(name, input)),
            ];
          }
          others.push(job);
          if (initializeWorkflow) handOver();
        }
        handOver();
      },
    },
  ],
});
