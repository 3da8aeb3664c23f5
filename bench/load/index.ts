/**
 * Commands a second through the API, by so many clients at once, deliveries included: PECANs of twenty acts, in turns with the same
 * clients' bare updates on the same server, and with cases whose notices wait. Then the notices that waited are delivered, all at
 * once: what a notice costs by itself. Ratios of one run are what counts: absolute figures are the machine's of that hour.
 *
 *   npm run bench:load -- [--clients 24] [--rounds 3]
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { aboveZero } from "../options.js";
import { type Bench, between, type CpuByPart, forked, openBench, parts, quantile } from "../rig.js";
import { commandsOfALife } from "./clients.js";
import { delivered, holdBack, type Kind, kinds, type Phase, phase, restOf } from "./phases.js";

const { values } = parseArgs({
  options: { clients: { type: "string", default: "24" }, rounds: { type: "string", default: "3" } },
});
const clients = aboveZero("clients", values.clients);
const rounds = aboveZero("rounds", values.rounds);

const sum = (each: readonly number[]): number => each.reduce((total, one) => total + one, 0);
const all = (cpu: CpuByPart): number => sum(parts.map((part) => cpu[part]));

/** All that waited is freed at once; CPU of each part and seconds until it is delivered. */
async function backlog(bench: Bench, rest: CpuByPart): Promise<{ notices: number; ms: number; seconds: number }> {
  await holdBack(bench, false);
  const [before, since] = [bench.cpu(), performance.now()];
  const freed = await bench.database.query("update outbox set held_until = now() where held_until = 'infinity'");
  await bench.database.query('select pg_notify(\'guichet_journal\', \'{"case":"","entry":0}\')');
  await delivered(bench);
  const seconds = (performance.now() - since) / 1_000;
  return { notices: freed.rowCount ?? 0, ms: all(between(before, bench.cpu())) - all(rest) * seconds, seconds };
}

const bench = await openBench();
const [bareWorker] = await forked(
  "./cost/worker.ts",
  JSON.stringify({
    kind: "bare",
    address: bench.installation.temporalAddress,
    databaseUrl: bench.installation.databaseUrl,
  }),
);
const { client } = bench;
try {
  const bare = { client, bareWorker: bareWorker.pid ?? 0 };
  console.error("Warming up…");
  for (const kind of kinds) await phase(kind, bench, bare, Math.ceil(clients / 4));
  const found: Record<Kind, Phase[]> = { bare: [], acts: [], "acts and notices": [] };
  const rests: CpuByPart[] = [];
  for (let round = 0; round < rounds; round++) {
    await pause(1_000);
    rests.push(await restOf(bench, bare.bareWorker));
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed())
      found[kind].push(await phase(kind, bench, bare, clients));
    console.error(`Round ${round + 1} of ${rounds}.`);
  }
  const rest = Object.fromEntries(
    parts.map((part) => [
      part,
      quantile(
        rests.map((one) => one[part]),
        0.5,
      ),
    ]),
  ) as unknown as CpuByPart;

  const commands = rounds * clients * commandsOfALife;
  const rate = (kind: Kind) => commands / sum(found[kind].map(({ seconds }) => seconds));
  /** CPU of a command, what is spent at rest taken off. */
  const cost = (kind: Kind, part: (typeof parts)[number]) =>
    sum(found[kind].map(({ cpu, secondsToDeliver }) => cpu[part] - rest[part] * secondsToDeliver)) / commands;
  const costs = (kind: Kind) => sum(parts.map((part) => cost(kind, part)));
  const f = (value: number, digits = 1) => value.toFixed(digits).padStart(8);

  console.log(`\n${clients} clients, ${rounds} rounds of ${clients} PECANs of twenty acts (development server)\n`);
  console.log(
    `${"".padEnd(18)}     per s      p50      p99  CPU ms: ${parts.map((part) => part.padStart(8)).join("")}     all`,
  );
  for (const kind of kinds) {
    const took = found[kind].flatMap((one) => one.took);
    const others = new Map<number, number>();
    for (const one of found[kind])
      for (const [status, times] of one.others) others.set(status, (others.get(status) ?? 0) + times);
    const answers = [...others].map(([status, times]) => `${times} × ${status}`).join(", ");
    console.log(
      `${kind.padEnd(18)}${f(rate(kind))} ${f(quantile(took, 0.5), 0)} ${f(quantile(took, 0.99), 0)}          ${parts.map((part) => f(cost(kind, part))).join("")}${f(costs(kind))}${answers ? `   also answered: ${answers}` : ""}`,
    );
  }
  const notices = sum(found["acts and notices"].map((one) => one.notices));
  const late = Math.max(...found["acts and notices"].map((one) => one.secondsToDeliver - one.seconds));
  console.log(
    `\nratio to bare: ${(rate("acts and notices") / rate("bare")).toFixed(2)} of its commands a second, ${(costs("acts and notices") / costs("bare")).toFixed(2)} times its CPU a command; worker ${(cost("acts", "worker") / cost("bare", "worker")).toFixed(2)}, server ${(cost("acts", "temporal") / cost("bare", "temporal")).toFixed(2)} (acts alone)`,
  );
  const underLoad = ((costs("acts and notices") - costs("acts")) * commands) / notices;
  console.log(
    `a notice: ${underLoad.toFixed(1)} ms under load (${(notices / commands).toFixed(2)} a command; the last delivered ${late.toFixed(1)} s after the last answer)`,
  );
  const waited = await backlog(bench, rest);
  console.log(
    `          ${(waited.ms / waited.notices).toFixed(1)} ms by itself (${waited.notices} that waited, delivered in ${waited.seconds.toFixed(1)} s)`,
  );
  const taken = await bench.taken();
  console.log(`the mail server took ${taken.mails} mails for ${taken.notices} notices`);
} finally {
  bareWorker.disconnect();
  await bench.close();
}
