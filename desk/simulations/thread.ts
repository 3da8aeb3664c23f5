/** The thread in which simulations run: whatever a scenario costs, the API goes on answering. */
import { parentPort } from "node:worker_threads";
import { problemOf } from "../../api/http/failures.js";
import { play } from "./scenario.js";

parentPort?.on("message", (scenario: unknown) => {
  try {
    parentPort?.postMessage({ played: play(scenario) });
  } catch (fault) {
    const problem = problemOf(fault);
    parentPort?.postMessage({
      problem: { type: problem.type, detail: problem.message, members: problem.members },
      ...(problem.type === "internal" && {
        fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
      }),
    });
  }
});
parentPort?.postMessage({ ready: true });
