/**
 * What a hundred thousand open cases cost: the same questions to the API with a thousand open cases in the register and with so many,
 * each asked two hundred times by one client; the API's memory; and what the reconciler asks when nothing is wrong. No worker runs.
 *
 *   npm run bench:scale -- [--cases 100000]
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fromEpochMs } from "../law/instant.js";
import { openCase } from "./open-cases.js";
import { aboveZero } from "./options.js";
import { openBench, quantile } from "./rig.js";

const { values } = parseArgs({ options: { cases: { type: "string", default: "100000" } } });
const many = aboveZero("cases", values.cases);
const few = 1_000;
const times = 200;
/** Copied at once: a statement has ten seconds. */
const chunk = 5_000;

const bench = await openBench();
const { installation, database, register, client } = bench;
await installation.stopWorker();

/** Cases whose journal can be read too; of the others the register holds what lists read. */
const whole = 200;
const day = 86_400_000;

const columnsOf = async (table: string): Promise<string[]> => {
  const { rows } = await database.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
};

/** Copies of a case, filed one after the other, each with delays and a product of its own. */
async function copied(template: string, from: number, to: number): Promise<void> {
  const copy = async (table: string, changed: Readonly<Record<string, string>>, upTo: number) => {
    if (upTo < from) return;
    const columns = await columnsOf(table);
    await database.query(
      `insert into ${table} (${columns.join(", ")})
       select ${columns.map((name) => changed[name] ?? `t.${name}`).join(", ")}
       from ${table} t cross join generate_series(${from}, ${upTo}) as n
       where t.${table === "cases" ? "id" : "case_id"} = '${template}'`,
    );
  };
  const id = "'SCALE-' || lpad(n::text, 7, '0')";
  const filed = "t.filed_at - n * interval '17 seconds'";
  await copy(
    "cases",
    { id, sandbox: "false", product: "'p-' || n", filed_at: filed, search_text: "t.search_text || ' p-' || n" },
    to,
  );
  for (const table of ["indications", "clocks"])
    await copy(table, { case_id: id, ...(table === "clocks" && { last_day: "t.last_day - (n % 170)" }) }, to);
  for (const table of ["bursts", "acts", "journal"]) await copy(table, { case_id: id }, Math.min(to, whole));
  if (to === many || to === few) await database.query("analyze");
}

/** Resident memory of the API, megabytes. */
const memory = (): number =>
  Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${installation.pid("api")}/status`, "utf8"))?.[1] ?? 0) / 1_024;

const soon = fromEpochMs(Date.now() + 30 * day).slice(0, 10);
const questions: readonly (readonly [what: string, path: (nth: number) => string, body?: object])[] = [
  ["the last filed", () => "/v1/cases?limit=50"],
  ["whose move: the company's", () => "/v1/cases?limit=50&whoseMove=applicant"],
  ["due within a month", () => `/v1/cases?limit=50&dueBefore=${soon}`],
  ["a product's text", (nth) => `/v1/cases?limit=50&text=p-${1 + (nth % few)}`],
  ["next deadlines", () => "/v1/deadlines?limit=50"],
  ["one case", (nth) => `/v1/cases/SCALE-${String(1 + (nth % whole)).padStart(7, "0")}`],
  [
    "a dry run",
    (nth) => `/v1/cases/SCALE-${String(1 + (nth % whole)).padStart(7, "0")}/acts/evidenceSubmitted?dryRun=true`,
    { by: "applicant", about: "security", body: { documents: [{ title: "Pièce" }] } },
  ],
];

async function asked(): Promise<ReadonlyMap<string, readonly number[]>> {
  const took = new Map<string, number[]>();
  for (const [what, path, body] of questions) {
    const each: number[] = [];
    for (let nth = 0; nth < times; nth++) {
      const since = performance.now();
      const answer = await fetch(`${installation.url}${path(nth)}`, {
        ...(body && {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
          body: JSON.stringify(body),
        }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text.slice(0, 300)}`);
      each.push(performance.now() - since);
    }
    took.set(what, each);
  }
  return took;
}

async function timed(what: () => Promise<unknown>): Promise<number> {
  const each: number[] = [];
  for (let nth = 0; nth < 20; nth++) {
    const since = performance.now();
    await what();
    each.push(performance.now() - since);
  }
  return quantile(each, 0.5);
}

try {
  const { id } = await openCase(register, fromEpochMs(Date.now() - day), "MODEL");
  await copied(id, 1, few);
  await asked();
  const [atFew, memoryAtFew] = [await asked(), memory()];
  const began = performance.now();
  for (let from = few + 1; from <= many; from += chunk) await copied(id, from, Math.min(many, from + chunk - 1));
  console.error(`${many} open cases in the register (${((performance.now() - began) / 1_000).toFixed(0)} s).`);
  await asked();
  const [atMany, memoryAtMany] = [await asked(), memory()];

  const f = (value: number) => value.toFixed(1).padStart(8);
  console.log(`\n${"asked of the API, ms".padEnd(28)} p50 ${few}   p99 ${few}  p50 ${many}  p99 ${many}`);
  for (const [what] of questions) {
    const [here, there] = [atFew.get(what) ?? [], atMany.get(what) ?? []];
    console.log(
      `${what.padEnd(28)} ${f(quantile(here, 0.5))} ${f(quantile(here, 0.99))}   ${f(quantile(there, 0.5))}    ${f(quantile(there, 0.99))}`,
    );
  }
  console.log(`${"the API's memory, MB".padEnd(28)} ${f(memoryAtFew)}            ${f(memoryAtMany)}`);
  const running = `TaskQueue = "guichet" AND ExecutionStatus = "Running"`;
  console.log(
    `\nthe reconciler, nothing wrong: ${f(await timed(() => register.counts()))} ms to count what is open, ${f(await timed(() => client.workflow.count(running)))} ms to ask how many run, once in five minutes`,
  );
  console.log(
    `a page of its round over all open cases: ${f(await timed(() => register.openCases(undefined, 1_000)))} ms, ${Math.ceil(many / 1_000)} pages, once a day`,
  );
  console.log(`the outbox's sweep: ${f(await timed(() => register.outbox.anyFree()))} ms, every fifteen seconds`);
} finally {
  await bench.close();
}
