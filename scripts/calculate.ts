/**
 * The calculator on the command line.
 *
 *   npm run --silent calculate -- --from 2026-03-02 --delay P60D --roll next --suspensions 2026-03-12/2026-03-20
 *
 * `--json` prints the answer as JSON; `--ndjson` reads one JSON query a line on standard input and prints one answer a
 * line, in the same order. A bad query ends with exit code 2; in a batch its problem keeps its place among the answers, and
 * a line at which we fail ourselves keeps its own, is told on standard error, and ends the batch with exit code 1.
 */
import { once } from "node:events";
import { type Answer, badQuery, calculate, FIELDS, queryFromParams } from "../law/calculator.js";
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
  const rest = args.filter((arg) => !FORMATS.includes(arg));
  const json = formats.length > 0;
  const pairs = pairsOf(rest);
  if (!Array.isArray(pairs)) return print(pairs, json);
  if (!formats.includes("--ndjson")) return print(calculate(queryFromParams(pairs)), json);
  const [first] = pairs;
  if (first) return print(badQuery("With --ndjson the queries come on standard input, one a line.", first[0]), json);
  return batch();
}

/** `--name value` or `--name=value`, as pairs; a problem when an argument is neither. */
function pairsOf(args: readonly string[]): [string, string][] | ReturnType<typeof badQuery> {
  const pairs: [string, string][] = [];
  for (let i = 0; i < args.length; i++) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(args[i] ?? "") ?? [];
    if (name === undefined) return badQuery(`Expected an option such as --from; got ${args[i]}.`, args[i]);
    if (!FIELDS.some((field) => field === name)) return unknownOption(name);
    const value = inline ?? args[++i];
    if (value === undefined) return badQuery(`The option --${name} has no value.`, name);
    pairs.push([name, value]);
  }
  return pairs;
}

const unknownOption = (name: string): ReturnType<typeof badQuery> =>
  badQuery(
    `Unknown option; expected some of ${[...FIELDS.map((field) => `--${field}`), ...FORMATS].join(", ")}.`,
    name,
  );

function print(answer: ReturnType<typeof calculate>, json: boolean): number {
  const bad = "problem" in answer;
  if (json) console.log(JSON.stringify(answer));
  else if ("problem" in answer) console.error(`${answer.problem.field}: ${answer.problem.detail}`);
  else console.log(inFrench(answer));
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
  const answerTo = (line: string): string => {
    count += 1;
    try {
      return JSON.stringify(calculate(JSON.parse(line)));
    } catch (fault) {
      if (fault instanceof SyntaxError) return JSON.stringify(badQuery("The line is not JSON."));
      failed += 1;
      console.error(`Line ${count}: ${fault instanceof Error ? fault.stack : fault}`);
      return JSON.stringify({ problem: { type: "/problems/internal", title: "Something went wrong on our side." } });
    }
  };
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    await write(lines.map(answerTo));
  }
  if (rest !== "") await write([answerTo(rest)]);
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
