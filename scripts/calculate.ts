/**
 * The calculator on the command line.
 *
 *   npm run --silent calculate -- --from 2026-03-02 --delay P60D --roll next --suspensions 2026-03-12/2026-03-20
 *
 * `--json` prints the answer as JSON; `--ndjson` reads one JSON query a line on standard input and prints one answer a
 * line, in the same order. A bad query ends with exit code 2, and all its faults are told; in a batch its problem keeps its
 * place among the answers, and a line at which we fail ourselves keeps its own, is told on standard error, and ends the
 * batch with exit code 1.
 */
import { once } from "node:events";
import { type Answer, badQuery, calculate, type Fault, FIELDS, pointerOf, queryFromParams } from "../law/calculator.js";
import { dateInFrench, weekdayInFrench } from "../law/citation.js";
import { type CivilDate, weekday } from "../law/civil-date.js";
import { walkInFrench } from "../law/walk.js";

const USAGE = `Usage: calculate --from DAY --delay DURATION [--json] [OPTION VALUE]…
       calculate --ndjson < queries

Options: ${FIELDS.map((field) => `--${field}`).join(" ")}
Lists (--closed, --suspensions, --restarts) are repeated options; a suspension is FROM/TO, or FROM/.. while open.`;

const FORMATS = ["--json", "--ndjson", "--help"];

async function main(args: readonly string[]): Promise<number> {
  const formats = args.filter((arg) => FORMATS.includes(arg));
  if (formats.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const { pairs, faults } = pairsOf(args.filter((arg) => !FORMATS.includes(arg)));
  if (!formats.includes("--ndjson")) return print(answerTo(pairs, faults), formats.length > 0);
  const [first, ...others] = [...faults, ...pairs.map(([name]) => misplaced(name))];
  return first === undefined ? batch() : print(badQuery([first, ...others]), true);
}

/** The answer to a command line: the faults of its arguments, then those of the query that the others spell. */
function answerTo(pairs: Iterable<[string, string]>, faults: readonly Fault[]): ReturnType<typeof calculate> {
  const answer = calculate(queryFromParams(pairs));
  const [first, ...others] = faults;
  if (first === undefined) return answer;
  return badQuery([first, ...others, ...("problem" in answer ? answer.problem.errors : [])]);
}

/** `--name value` or `--name=value`, as pairs; a fault for each argument that is neither. */
function pairsOf(args: readonly string[]): { pairs: [string, string][]; faults: Fault[] } {
  const pairs: [string, string][] = [];
  const faults: Fault[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      faults.push({ pointer: pointerOf(arg), detail: `Expected an option such as --from; got ${arg}.` });
      continue;
    }
    const value = inline ?? (args[i + 1]?.startsWith("--") ? undefined : args[++i]);
    if (!FIELDS.some((field) => field === name)) faults.push(unknownOption(name));
    else if (value === undefined)
      faults.push({ pointer: pointerOf(name), detail: `The option --${name} has no value.` });
    else pairs.push([name, value]);
  }
  return { pairs, faults };
}

const unknownOption = (name: string): Fault => ({
  pointer: pointerOf(name),
  detail: `Unknown option; expected some of ${[...FIELDS.map((field) => `--${field}`), ...FORMATS].join(", ")}.`,
});

const misplaced = (name: string): Fault => ({
  pointer: pointerOf(name),
  detail: "With --ndjson the queries come on standard input, one a line.",
});

function print(answer: ReturnType<typeof calculate>, json: boolean): number {
  const bad = "problem" in answer;
  if (json) console.log(JSON.stringify(answer));
  else if ("problem" in answer) {
    for (const { pointer, detail } of answer.problem.errors) console.error(`${pointer.slice(1)}: ${detail}`);
  } else console.log(inFrench(answer));
  return bad ? 2 : 0;
}

function inFrench(answer: Answer): string {
  const day = (date: CivilDate): string => `${weekdayInFrench(weekday(date))} ${dateInFrench(date)}`;
  const lines: [string, string | undefined][] = [
    ["Dernier jour", answer.lastDay === null ? "aucun tant que la suspension dure" : day(answer.lastDay)],
    [
      "Avant report",
      answer.unrolledLastDay === null || answer.unrolledLastDay === answer.lastDay
        ? undefined
        : day(answer.unrolledLastDay),
    ],
    ["Effet", answer.effectiveOn === null ? undefined : day(answer.effectiveOn)],
    ["Échéance", answer.expiresAt === null ? undefined : `${answer.expiresAt} (24 h, heure de Paris)`],
    ["Suspension", answer.suspendedDays === 0 ? undefined : `${answer.suspendedDays} j`],
    ["État", answer.state === undefined ? undefined : STATES[answer.state]],
    ["Reste", answer.remainingDays === undefined ? undefined : `${answer.remainingDays} j`],
  ];
  const told = lines.flatMap(([label, value]) => (value === undefined ? [] : [`${label.padEnd(13)}: ${value}`]));
  return [...told, "", walkInFrench(answer.walk)].join("\n");
}

const STATES = { running: "court", suspended: "suspendu", expired: "échu" } as const;

/** One answer for each line, in order; blank lines included, since each line has its place. @returns the exit code. */
async function batch(): Promise<number> {
  let rest = "";
  let [count, failed] = [0, 0];
  const answerLine = (line: string): string => {
    count += 1;
    try {
      return JSON.stringify(calculate(JSON.parse(line)));
    } catch (fault) {
      if (fault instanceof SyntaxError)
        return JSON.stringify(badQuery([{ pointer: "", detail: "The line is not JSON." }]));
      failed += 1;
      console.error(`Line ${count}: ${fault instanceof Error ? fault.stack : fault}`);
      return JSON.stringify({ problem: { type: "/problems/internal", title: "Something went wrong on our side." } });
    }
  };
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    await write(lines.map(answerLine));
  }
  if (rest !== "") await write([answerLine(rest)]);
  if (failed > 0) console.error(`${failed} of ${count} lines failed.`);
  return failed > 0 ? 1 : 0;
}

/** Waits for the reader when it is slower than we are, so that memory doesn't grow with the batch. */
async function write(answers: readonly string[]): Promise<void> {
  if (!process.stdout.write(answers.map((answer) => `${answer}\n`).join(""))) await once(process.stdout, "drain");
}

// A reader that has seen enough (`| head`) closes the pipe: not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
