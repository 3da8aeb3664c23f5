/**
 * What a PECAN of twenty accepted and three refused acts costs: events by type, bytes, timers, activities, promises; CPU of the worker,
 * of Temporal and of the register per accepted act, next to the same messages to a bare workflow in the same run. Deliveries are
 * apart: no dispatcher runs.
 *
 *   npm run bench:cost -- [--server production|development] [--rate 10|max] [--rounds 20] [--cases 4]
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { aboveZero } from "../options.js";
import { measure } from "./measuring.js";
import { reportOf } from "./report.js";
import { serverKinds, startServers } from "./servers.js";

const { values } = parseArgs({
  options: {
    /** Production's shape, or the development server that `npm start` starts. */
    server: { type: "string", default: "production" },
    /** Messages a second, the same for both workflows: what two shared cores take with ease, whatever else they do. */
    rate: { type: "string", default: "10" },
    /** Many short ones: a shared machine changes its pace from one minute to the next. */
    rounds: { type: "string", default: "20" },
    cases: { type: "string", default: "4" },
  },
});
const kind = serverKinds.find((one) => one === values.server);
if (kind === undefined) throw new Error(`--server is ${serverKinds.join(" or ")}, not ${values.server}.`);
const plan = {
  rate: values.rate === "max" ? Number.POSITIVE_INFINITY : aboveZero("rate", values.rate),
  rounds: aboveZero("rounds", values.rounds),
  cases: aboveZero("cases", values.cases),
};

const home = mkdtempSync(join(tmpdir(), "guichet-cost-"));
chmodSync(home, 0o711);
const servers = await startServers(kind, home);
try {
  const found = await measure(servers, plan);
  console.log(`\n${reportOf(servers, plan, found)}`);
} finally {
  await servers.stop();
  rmSync(home, { recursive: true, force: true });
}
