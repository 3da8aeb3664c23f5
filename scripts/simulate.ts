/**
 * Simulations on the command line: the same contract as POST /v1/simulations.
 *
 *   npm run --silent simulate < scenario.json
 *
 * `--ndjson` reads one scenario a line and prints one answer a line, in the same order. A bad scenario ends with exit code
 * 2; in a batch its problem keeps its place among the answers, and one at which we fail ourselves keeps its own, is told on
 * standard error, and ends the batch with exit code 1.
 */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { problemOf } from "../api/http/failures.js";
import { Problem, type ProblemBody } from "../api/problem.js";
import { type Played, play } from "../desk/simulations/scenario.js";

const USAGE = "Usage: simulate < scenario.json\n       simulate --ndjson < scenarios";

type Told = Played | { readonly problem: ProblemBody };

/** How many scenarios were read, and at how many we failed ourselves. */
let [read, failed] = [0, 0];

function answerTo(json: string): Told {
  read += 1;
  try {
    return play(parsed(json));
  } catch (fault) {
    const problem = problemOf(fault);
    if (problem.type === "internal") {
      failed += 1;
      // On one's own machine, an internal fault shows itself.
      console.error(`Scenario ${read}: ${fault instanceof Error ? fault.stack : fault}`);
    }
    return { problem: problem.toJSON() };
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Problem("bad-request", "The scenario isn't JSON.");
  }
}

async function batch(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!process.stdout.write(`${JSON.stringify(answerTo(line))}\n`)) await once(process.stdout, "drain");
  }
}

async function main(args: readonly string[]): Promise<number> {
  const [format, ...others] = args;
  if (others.length > 0 || (format !== undefined && format !== "--ndjson")) {
    console.error(USAGE);
    return format === "--help" && others.length === 0 ? 0 : 2;
  }
  if (format === "--ndjson") {
    await batch();
    if (failed > 0) console.error(`${failed} of ${read} scenarios failed.`);
    return failed > 0 ? 1 : 0;
  }
  const told = answerTo(await text(process.stdin));
  console.log(JSON.stringify(told, null, 2));
  if (failed > 0) return 1;
  return "problem" in told ? 2 : 0;
}

// A reader that has seen enough (`| head`) closes the pipe: not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
