import type { Response } from "express";
import type { EventStream } from "./route.js";

const HEARTBEAT_MS = 20_000;

/** Answers with server-sent events until the one who listens leaves. */
export async function streamTo(response: Response, begin: (out: EventStream) => Promise<() => void>): Promise<void> {
  response.status(200).set({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
  let open = true;
  const write = (text: string): void => {
    if (open) response.write(text);
  };
  const out: EventStream = {
    send: ({ id, event, data }) =>
      write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    comment: (text) => write(`: ${text}\n\n`),
  };
  // Proxies cut what stays silent.
  const heartbeat = setInterval(() => out.comment("still here"), HEARTBEAT_MS);
  heartbeat.unref();
  let end: (() => void) | undefined;
  const close = (): void => {
    open = false;
    clearInterval(heartbeat);
    end?.();
  };
  response.once("close", close);
  end = await begin(out);
  if (!open) end();
}
