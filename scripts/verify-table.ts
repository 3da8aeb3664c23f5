/**
 * The exhaustive comparison: every start day from 2000-01-01 to 2060-12-31, for every delay of the rulesets, rolled and not,
 * computed by the engine and by `verify/verify.py`; neither imports the other. Ends with exit code 1 at the first difference.
 *
 *   npx tsx scripts/verify-table.ts [FIRST LAST]
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { calculate } from "../law/calculator.js";
import { civilDate, dayNumber, fromDayNumber } from "../law/civil-date.js";

/** Every length of the domain note (§3.4, §4, §5.2, §6), and how its days are counted. */
const DELAYS: readonly (readonly [delay: string, days?: "working" | "ouvrable" | "clear"])[] = [
  ["P7D"],
  ["P8D"],
  ["P10D"],
  ["P15D"],
  ["P20D"],
  ["P30D"],
  ["P45D"],
  ["P60D"],
  ["P75D"],
  ["P90D"],
  ["P180D"],
  ["P1M"],
  ["P2M"],
  ["P2M", "clear"],
  ["P3M"],
  ["P4M"],
  ["P6M"],
  ["P9M"],
  ["P1Y"],
  ["P18M"],
  ["P2Y"],
  ["P5Y"],
  ["P1D", "working"],
  ["P3D", "working"],
  ["P10D", "working"],
  ["P8D", "ouvrable"],
];

const [first = "2000-01-01", last = "2060-12-31"] = process.argv.slice(2);
const [from, to] = [dayNumber(civilDate(first)), dayNumber(civilDate(last))];
const digest = createHash("sha256");
let compared = 0;

for (const [delay, days] of DELAYS) {
  for (const roll of ["none", "next"] as const) await compare({ delay, roll, ...(days === undefined ? {} : { days }) });
  console.log(`${delay.padEnd(5)} ${(days ?? "calendar").padEnd(8)} ${compared.toLocaleString("en")} days compared`);
}
console.log(`No difference from ${first} to ${last}. Digest of the answers: sha256:${digest.digest("hex")}`);

/** One delay over every start day: the verifier works in its own process while we compute. */
async function compare(query: Readonly<Record<string, string>>): Promise<void> {
  const queries: object[] = [];
  for (let n = from; n <= to; n++) queries.push({ from: fromDayNumber(n), ...query });
  const theirs = verified(queries);
  const ours = queries.map((each) => {
    const answer = calculate(each);
    if ("problem" in answer) throw new Error(answer.problem.detail);
    const { walk: _, ...told } = answer;
    return JSON.stringify(told);
  });
  for (const [i, line] of (await theirs).entries()) {
    if (line !== ours[i]) {
      console.error(`${JSON.stringify(queries[i])}\n  engine:   ${ours[i]}\n  verifier: ${line}`);
      process.exit(1);
    }
    digest.update(line);
    compared++;
  }
}

async function verified(queries: readonly object[]): Promise<string[]> {
  const verifier = spawn("python3", ["verify/verify.py", "--ndjson"], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  verifier.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  verifier.stdin.end(queries.map((each) => `${JSON.stringify(each)}\n`).join(""));
  await once(verifier, "close");
  const lines = output.trimEnd().split("\n");
  if (lines.length !== queries.length) throw new Error(`${lines.length} answers to ${queries.length} queries`);
  return lines;
}
