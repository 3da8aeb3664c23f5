/** The API process: `npm run api`, or a part of `npm start`. */
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { configuration } from "../config/index.js";
import { connectDesk } from "../desk/opening.js";
import { createApi } from "./server.js";
import { keepCounted } from "./statistics/projection.js";

/** How long the last answers may take once we are asked to leave. */
const GRACE_MS = 10_000;
/** How long what is recorded may wait to be counted; a request for statistics doesn't wait. */
const COUNTED_MS = 5_000;

const read = configuration();
const log = pino({ name: "api", level: read.logLevel });

const desk = await connectDesk(read, "guichet-api", (what, fault) =>
  log.warn({ err: fault }, `${what} doesn't answer yet`),
);
const api = createApi(desk, read, { log });

const stopCounting = keepCounted(desk.register, { everyMs: COUNTED_MS });

const server = createServer(api);
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
  await Promise.race([closed, pause(GRACE_MS)]);
  server.closeAllConnections();
  await desk.close();
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
