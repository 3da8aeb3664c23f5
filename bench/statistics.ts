/**
 * How long the statistics of an accès précoce take over 100,000 cases of the register: the cohort's facts, copied year after
 * year, asked for two years, for all of them, for two days that cut their months, and while one case has grown and must be
 * derived and counted first. Medians of nine; nothing is asserted.
 *
 *   npx tsx bench/statistics.ts [--cases 100000] [--years 20]
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { startPostgres } from "../installation/servers/postgres.js";
import { addMonths, civilDate } from "../law/civil-date.js";
import { facts as accesPrecoceFacts } from "../procedures/acces-precoce/facts.js";
import { migrate } from "../register/migrate.js";
import { openRegister } from "../register/register.js";
import { cohorts } from "../scripts/cohort/play.js";
import { recordPlayed } from "../scripts/cohort/recording.js";
import { statisticsReport } from "../statistics/report.js";
import { medianOf } from "./median.js";

const { values } = parseArgs({ options: { cases: { type: "string" }, years: { type: "string" } } });
const cases = Number(values.cases ?? 100_000);
const years = Number(values.years ?? 20);
const rounds = 9;

const cohort = cohorts["acces-precoce-2021-2023"]?.();
if (cohort === undefined) throw new Error("The cohort is gone.");
const facts = cohort.requests.map(({ procedure, live }) =>
  accesPrecoceFacts({ procedure, opening: live.opening, acts: live.recordedActs, until: cohort.to }),
);

const folder = mkdtempSync(join(tmpdir(), "guichet-bench-"));
chmodSync(folder, 0o755);
const postgres = await startPostgres({ home: folder, durable: false });
const databaseUrl = postgres.url;
await migrate(databaseUrl);
const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
const register = openRegister(databaseUrl);
try {
  await fill();
  const [played] = cohort.requests;
  if (played !== undefined) await recordPlayed(register, played);
  for (const [what, from, to, grown] of [
    ["two years", "2021-07-01", "2023-06-30", false],
    [`${years} years`, "2021-01-01", `${2021 + years}-12-31`, false],
    ["one year, the last", `${2020 + years}-01-01`, `${2020 + years}-12-31`, false],
    ["two days that cut their months", "2022-02-10", "2024-11-17", false],
    ["two years, one case having grown", "2021-07-01", "2023-06-30", true],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      if (grown) await client.query("update cases set counted_version = 0 where sandbox");
      const start = performance.now();
      await statisticsReport(register, "acces-precoce", { from: civilDate(from), to: civilDate(to), sandbox: false });
      times.push(performance.now() - start);
    }
    const median = medianOf(times);
    console.log(`${what.padEnd(34)} ${median.toFixed(0)} ms`);
  }
} finally {
  await register.close();
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** As `project_statistics` would leave them, in a few statements. */
async function fill(): Promise<void> {
  const rows = {
    of: [] as number[],
    metrics: [] as string[],
    days: [] as string[],
    values: [] as number[],
    counts: [] as number[],
  };
  facts.forEach((each, i) => {
    for (const { metric, on, value, count } of each) {
      rows.of.push(i);
      rows.metrics.push(metric);
      rows.days.push(on);
      rows.values.push(value);
      rows.counts.push(count);
    }
  });
  // Neither triggers nor references are what is measured.
  await client.query("set session_replication_role = replica");
  await client.query(
    "create temporary table pattern (of integer, metric text, on_day date, value integer, count integer)",
  );
  await client.query(
    "insert into pattern select * from unnest($1::integer[], $2::text[], $3::date[], $4::integer[], $5::integer[])",
    [rows.of, rows.metrics, rows.days, rows.values, rows.counts],
  );
  await client.query(`insert into cases (id, procedure, ruleset, sandbox, organisation, product, principal, filing, filed_on,
      filed_at, genesis, search_text, status, phase, whose_move, view, version, counted_version, head)
    select 'AAP-BENCH-' || n, 'acces-precoce', 'csp@2022-01-01', false, 'o', 'p' || n, 'bench', '{}', date '2021-07-01', now(),
      '', '', 'concluded', 'continuity', '{}', '{}', 1, 1, '' from generate_series(1, ${cases}) as n`);
  // Each copy a few months later than the one before it, its products its own.
  await client.query(`insert into statistics_facts
    select 'AAP-BENCH-' || n, 'acces-precoce', false, metric, (on_day + make_interval(months => (n / ${facts.length}) % ${12 * (years - 2)}))::date,
      case when metric like 'product-%' then n else value end, count
    from generate_series(1, ${cases}) as n join pattern on of = n % ${facts.length}`);
  await client.query(`insert into statistics_counts
    select procedure, sandbox, grain, date_trunc(grain, on_day)::date, metric, value, sum(count)
    from statistics_facts, (values ('day'), ('month'), ('quarter'), ('year'), ('decade')) as g (grain)
    where metric not like 'product-%' group by 1, 2, 3, 4, 5, 6`);
  await client.query("analyze");
  const { rows: counted } = await client.query(
    "select (select count(*) from statistics_facts) as facts, (select count(*) from statistics_counts) as counts",
  );
  console.log(
    `${cases} cases, ${counted[0].facts} facts, ${counted[0].counts} counts, until ${addMonths(civilDate("2023-06-30"), 12 * (years - 2))}.`,
  );
}
