/** The API process: `npm run api`, or a part of `npm start`. */
import { createServer } from "node:http";
import pino from "pino";
import { configuration, serversOf } from "../config/index.js";
import { enrolDevelopmentPeople } from "../identity/development/enrol.js";
import { openIdentity } from "../identity/identity.js";
import { openRegister } from "../register/register.js";
import { connect } from "../temporal/connection.js";
import { createApi } from "./server.js";
import { keepCounted } from "./statistics/projection.js";

/** How long the last answers may take once we are asked to leave. */
const GRACE_MS = 10_000;
/** How long what is recorded may wait to be counted; a request for statistics doesn't wait. */
const COUNTED_MS = 5_000;

const read = configuration();
const servers = serversOf(read);
const log = pino({ name: "api", level: read.logLevel });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tries until it works: servers may start after us. */
async function patiently<T>(what: string, attempt: () => Promise<T>): Promise<T> {
  for (let wait = 250; ; wait = Math.min(5_000, wait * 2)) {
    try {
      return await attempt();
    } catch (fault) {
      log.warn({ err: fault }, `${what} doesn't answer yet`);
      await pause(wait);
    }
  }
}

const register = openRegister(servers.databaseUrl, { applicationName: "guichet-api" });
const [client] = await Promise.all([
  patiently("Temporal", () => connect(servers.temporal, register)),
  patiently("The register", () => register.reachable()),
]);
const identity = await openIdentity(read);
if (identity.development !== undefined) await enrolDevelopmentPeople(register, identity.development.issuer);
const api = createApi({ register, client, configuration: read, identity, log });

const stopCounting = keepCounted(register, { everyMs: COUNTED_MS });

const server = createServer(api.app);
// Longer than a proxy's own patience, or it would meet connections that we are closing.
server.keepAliveTimeout = 65_000;
server.requestTimeout = 60_000;

let leaving = false;
async function leave(): Promise<void> {
  if (leaving) return;
  leaving = true;
  log.info("leaving");
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  stopCounting();
  await api.close();
  await Promise.race([closed, pause(GRACE_MS)]);
  server.closeAllConnections();
  await client.connection.close();
  await register.close();
  process.exit(0);
}
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void leave());

server.once("error", (fault) => {
  log.fatal({ err: fault }, "can't listen");
  process.exit(1);
});
server.listen(read.api.port, read.host, () => {
  const address = server.address();
  log.info({ address }, "listening");
  process.send?.({ ready: true, ...(typeof address === "object" && address !== null && { port: address.port }) });
});
