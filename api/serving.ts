import { createServer, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Configuration } from "../config/index.js";
import type { Desk } from "../desk/desk.js";
import { Problem } from "./problem.js";
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

/** What is no HTTP, or stopped half-way, never comes to a route: it is told like any other problem, and the connection ends. */
function refuse(fault: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || fault.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const problem = problemOfConnection(fault.code);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Cache-Control: no-store",
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function problemOfConnection(code = ""): Problem {
  if (code === "HPE_HEADER_OVERFLOW") return new Problem("headers-too-large", "Headers hold at most 16 kB.");
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return new Problem("too-slow", "The request didn't come whole in time.");
  return new Problem("bad-request", "This is no HTTP request.");
}

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
  server.on("clientError", refuse);
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
