/** The thread in which simulations run: whatever a scenario costs, the desk goes on answering. */
import { parentPort } from "node:worker_threads";
import { refusalOf } from "../refusal.js";
import { play } from "./scenario.js";
import type { Said } from "./simulator.js";

const say = (said: Said): void => parentPort?.postMessage(said);

function answerTo(scenario: unknown): Said {
  try {
    return { kind: "played", played: play(scenario) };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === undefined)
      return { kind: "fault", fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
    const { kind, message: words, parameters } = refusal;
    return { kind: "refused", refusal: { kind, words, parameters } };
  }
}

parentPort?.on("message", (scenario: unknown) => say(answerTo(scenario)));
say({ kind: "ready" });
