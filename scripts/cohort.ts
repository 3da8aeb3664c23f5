/**
 * `npm run cohort -- acces-precoce-2021-2023`: plays a synthetic cohort through the real story, records it in the register
 * as sandbox cases, and compares what the register counts with what was published. `--dry` keeps it in memory.
 */

import { valueInFrench } from "../api/statistics/page.js";
import { statisticsReport } from "../api/statistics/report.js";
import { configuration } from "../config/index.js";
import { civilDate } from "../law/civil-date.js";
import { openRegister } from "../register/register.js";
import { cohorts, differences, linesOfCohort } from "./cohort/play.js";
import { recordPlayed } from "./cohort/recording.js";

const words = process.argv.slice(2);
const dry = words.includes("--dry");
const [name = ""] = words.filter((word) => !word.startsWith("--"));
const make = Object.hasOwn(cohorts, name) ? cohorts[name] : undefined;
if (make === undefined) {
  console.error(`No cohort is called "${name}". They are: ${Object.keys(cohorts).join(", ")}.`);
  process.exit(2);
}

const started = performance.now();
const cohort = make();
const acts = cohort.requests.reduce((sum, { live }) => sum + live.recordedActs.length, 0);
console.log(`${cohort.requests.length} cases, ${acts} acts, played in ${Math.round(performance.now() - started)} ms.`);

let lines = linesOfCohort(cohort);
if (!dry) {
  const { databaseUrl } = configuration();
  if (databaseUrl === undefined) {
    console.error("Give the register (DATABASE_URL), or --dry to keep the cohort in memory.");
    process.exit(2);
  }
  const register = openRegister(databaseUrl, { applicationName: "guichet-cohort" });
  for (const played of [...cohort.requests, ...cohort.meetings]) await recordPlayed(register, played);
  let report = await statisticsReport(register, "acces-precoce", { from: cohort.from, to: cohort.to, sandbox: true });
  while (!report.complete)
    report = await statisticsReport(register, "acces-precoce", { from: cohort.from, to: cohort.to, sandbox: true });
  lines = [...report.lines];
  await register.close();
}

for (const { label, value, unit, flag } of lines)
  console.log(
    `${label.padEnd(64)} ${valueInFrench(value, unit)}${flag === undefined ? "" : `  (${flag.slice(0, 3)})`}`,
  );
const wrong = differences(lines);
console.log(
  wrong.length === 0
    ? `Every line is the report's, from ${civilDate(cohort.from)} to ${cohort.to}.`
    : `Lines that differ:\n${wrong.join("\n")}`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
