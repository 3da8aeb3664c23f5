/**
 * `npm run cohort -- acces-precoce-2021-2023`: plays a synthetic cohort through the real story, in memory, and compares what
 * is counted of it with what was published. `--record` records it in the register of
 * the Guichet that runs here, or of DATABASE_URL, as sandbox cases, once, and counts there.
 * `--on-server 20` lives twenty of its cases on a Temporal and a register of their own, the others are recorded beside
 * them, and the journals told there are compared too.
 */

import { parseArgs } from "node:util";
import { valueInFrench } from "../api/pages/statistics.js";
import { configuration, orLeave, serversOf } from "../config/index.js";
import { withServers } from "../installation/servers/passing.js";
import { openRegister, type Register } from "../register/register.js";
import { lineOf } from "../rig/journal-line.js";
import { openOffice } from "../rig/office.js";
import { statisticsReport } from "../statistics/report.js";
import { liveOnServer } from "./cohort/on-server.js";
import { type Cohort, cohorts, differences, linesOfCohort, type Played } from "./cohort/play.js";
import { recordPlayed } from "./cohort/recording.js";
import { sampleOf } from "./cohort/sample.js";

function misused(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { record: { type: "boolean", default: false }, "on-server": { type: "string" } },
    });
  } catch (fault) {
    return misused((fault as Error).message);
  }
}

const { values, positionals } = asked();
const [name = "", ...more] = positionals;
const make = Object.hasOwn(cohorts, name) ? cohorts[name] : undefined;
if (make === undefined || more.length > 0)
  misused(`No cohort is called "${positionals.join(" ")}". They are: ${Object.keys(cohorts).join(", ")}.`);

const started = performance.now();
const cohort = make();
const acts = cohort.requests.reduce((sum, { live }) => sum + live.recordedActs.length, 0);
console.log(`${cohort.requests.length} cases, ${acts} acts, played in ${Math.round(performance.now() - started)} ms.`);

const wrong: string[] = [];
const lines = await counted();
for (const { label, value, unit, flag } of lines)
  console.log(
    `${label.padEnd(64)} ${valueInFrench(value, unit)}${flag === undefined ? "" : `  (${flag.slice(0, 3)})`}`,
  );
wrong.push(...differences(lines));
console.log(
  wrong.length === 0
    ? `Every line is the report's, from ${cohort.from} to ${cohort.to}.`
    : `What differs:\n${wrong.join("\n")}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;

function counted() {
  const count = values["on-server"];
  if (count === undefined) return values.record ? recorded() : linesOfCohort(cohort);
  if (values.record) misused("--on-server records the cohort in a register of its own: --record isn't for it.");
  const most = cohort.requests.length;
  if (!/^[1-9]\d*$/.test(count) || Number(count) > most)
    misused(`--on-server says how many cases are lived on the real server, from 1 to ${most}: "${count}" isn't.`);
  return onServer(Number(count));
}

async function recorded() {
  const { databaseUrl } = orLeave(() => serversOf(configuration()));
  const register = openRegister(databaseUrl, { applicationName: "guichet-cohort" });
  try {
    return await linesOf(register, [...cohort.requests, ...cohort.meetings], cohort);
  } finally {
    await register.close();
  }
}

/** The lines of the register once these are recorded beside what it holds. */
async function linesOf(register: Register, played: readonly Played[], { from, to }: Cohort) {
  for (const each of played) await recordPlayed(register, each);
  for (;;) {
    const report = await statisticsReport(register, "acces-precoce", { from, to, sandbox: true });
    if (report.complete) return report.lines;
  }
}

function onServer(count: number) {
  const sample = sampleOf(cohort, count);
  console.log("Temporal and PostgreSQL are starting…");
  return withServers(async (servers) => {
    const office = await openOffice({ ...servers, bundle: undefined });
    try {
      const left = [...sample];
      let lived = 0;
      const liveOneByOne = async () => {
        for (let played = left.shift(); played !== undefined; played = left.shift()) {
          const { id } = played.live.opening;
          const told = await (await liveOnServer(office, played, cohort.to)).told();
          const simulated = played.journal.map(lineOf);
          const other = simulated.findIndex((line, i) => line !== told[i]);
          const same = other === -1 && told.length === simulated.length;
          if (!same)
            wrong.push(`${id}: "${told[other] ?? "nothing"}" told, "${simulated[other] ?? "nothing"}" simulated`);
          console.log(
            `${`${++lived}`.padStart(4)}/${count} ${id}: ${played.live.recordedActs.length} acts, ${told.length} entries, ${same ? "as" : "not as"} simulated.`,
          );
        }
      };
      // A case waits for its server more than it works: a few at a time.
      await Promise.all(Array.from({ length: 5 }, liveOneByOne));
      const others = cohort.requests.filter((played) => !sample.includes(played));
      return await linesOf(office.register, [...others, ...cohort.meetings], cohort);
    } finally {
      await office.close();
    }
  });
}
