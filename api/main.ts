/** The API process: `npm run api`, or a part of `npm start`. */
import pino from "pino";
import { configuration, orLeave } from "../config/index.js";
import { connectDesk } from "../desk/opening.js";
import { keepCounted } from "../desk/statistics.js";
import { enrolDevelopmentPeople } from "../identity/development/enrol.js";
import { openIdentity } from "../identity/identity.js";
import { serve } from "./serving.js";

/** How long the last answers may take once we are asked to leave. */
const GRACE_MS = 10_000;
/** How long what is recorded may wait to be counted; a request for statistics doesn't wait. */
const COUNTED_MS = 5_000;

const read = orLeave(configuration);
const log = pino({ name: "api", level: read.logLevel });

const desk = await connectDesk(
  read,
  "guichet-api",
  (what, fault) => log.warn({ err: fault }, `${what} doesn't answer yet`),
  { onLeftAside: ({ loop, item, times, fault }) => log.warn({ loop, item, times, err: fault }, "left aside") },
);
const stopCounting = keepCounted(desk.register, {
  everyMs: COUNTED_MS,
  onUncounted: (id, fault) => desk.leftAside.note("statistics", id, fault),
});

try {
  const identity = await openIdentity(read, desk.register);
  if (identity.development !== undefined) await enrolDevelopmentPeople(desk.register, identity.development.issuer);
  const serving = await serve(desk, read, { port: read.api.port, host: read.host }, { identity, log });
  log.info({ address: serving.address }, "listening");
  process.send?.({ ready: true, port: serving.address.port });
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    log.info("leaving");
    stopCounting();
    await serving.stop(GRACE_MS);
    await desk.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void leave());
} catch (fault) {
  log.fatal({ err: fault }, "can't listen");
  process.exit(1);
}
