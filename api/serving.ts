import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Configuration } from "../config/index.js";
import type { Desk } from "../desk/desk.js";
import { type ApiOptions, createApi } from "./server.js";

/** Longer than a proxy's own patience, or it would meet connections that we are closing. */
const KEPT_ALIVE_MS = 65_000;
/** A request that hasn't come whole by then is cut (408): a body that is sent a letter at a time holds no connection. */
const REQUEST_MS = 60_000;
/** Its headers come sooner. */
const HEADERS_MS = 15_000;
/** How often what is late is looked for. */
const LOOK_MS = 5_000;
/** A connection that has answered its last request while we leave is closed within that long. */
const SWEEP_MS = 50;

/** An API that listens. */
export interface Serving {
  readonly address: AddressInfo;
  /** Takes no more, ends the streams, and waits for the last answers, for that long at most. */
  stop(graceMs: number): Promise<void>;
}

/** Listens with the API: the only HTTP server that there is of it, in production as in tests. @throws when it can't listen. */
export async function serve(
  desk: Desk,
  configuration: Configuration,
  where: { readonly port: number; readonly host: string; readonly requestMs?: number },
  options: ApiOptions,
): Promise<Serving> {
  const { app, streams } = createApi(desk, configuration, options);
  const { requestMs = REQUEST_MS } = where;
  const server = createServer(
    {
      keepAliveTimeout: KEPT_ALIVE_MS,
      requestTimeout: requestMs,
      headersTimeout: Math.min(HEADERS_MS, requestMs),
      connectionsCheckingInterval: Math.min(LOOK_MS, requestMs),
    },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(where.port, where.host, () => resolve());
  });
  return {
    address: server.address() as AddressInfo,
    async stop(graceMs) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      streams.end();
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
      await Promise.race([closed, pause(graceMs, undefined, { ref: false })]);
      clearInterval(sweep);
      server.closeAllConnections();
    },
  };
}
