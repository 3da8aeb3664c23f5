/**
 * Simulations on the command line: the same contract as POST /v1/simulations.
 *
 *   npm run --silent simulate < scenario.json
 *
 * `--ndjson` reads one scenario a line and prints one answer a line, in the same order. A bad scenario ends with exit code
 * 2; in a batch its problem keeps its place among the answers.
 */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { problemOf } from "../api/http/failures.js";
import { Problem, type ProblemBody } from "../api/problem.js";
import { type Played, play } from "../desk/simulations/scenario.js";

const USAGE = "Usage: simulate < scenario.json\n       simulate --ndjson < scenarios";

type Told = Played | { readonly problem: ProblemBody };

function answerTo(json: string): Told {
  try {
    return play(parsed(json));
  } catch (fault) {
    const problem = problemOf(fault);
    // On one's own machine, an internal fault shows itself.
    if (problem.type === "internal") throw fault;
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
    return 0;
  }
  const told = answerTo(await text(process.stdin));
  console.log(JSON.stringify(told, null, 2));
  return "problem" in told ? 2 : 0;
}

// A reader that has seen enough (`| head`) closes the pipe: not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
