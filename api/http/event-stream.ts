import type { Response } from "express";
import type { EventStream } from "./route.js";

const HEARTBEAT_MS = 20_000;
/** Whoever is left by a stop comes back after that long, to another process or to the next. */
const COME_BACK_MS = 2_000;

/** What may wait for somebody who doesn't read; they come back with Last-Event-ID, and nothing is lost. */
const MOST_WAITING_BYTES = 1_000_000;

/** The replies that last: server-sent events, each until the one who listens leaves or all are ended. */
export class EventStreams {
  private readonly open = new Set<() => void>();
  private ended = false;

  /** Answers with server-sent events. */
  async answer(response: Response, begin: (out: EventStream) => Promise<() => void>): Promise<void> {
    response.status(200).set({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    // Whoever asks for the head has it whole: nothing lasts, and the connection serves again.
    if (response.req.method === "HEAD") {
      response.end();
      return;
    }
    response.flushHeaders();
    let lasts = true;
    const write = (text: string): void => {
      if (!lasts) return;
      response.write(text);
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
    };
    const out: EventStream = {
      send: ({ id, event, data }) =>
        write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      comment: (text) => write(`: ${text}\n\n`),
    };
    // Proxies cut what stays silent.
    const heartbeat = setInterval(() => out.comment("still here"), HEARTBEAT_MS);
    heartbeat.unref();
    const end = (): void => {
      write(`retry: ${COME_BACK_MS}\n: this process stops\n\n`);
      lasts = false;
      response.end();
    };
    let stop: (() => void) | undefined;
    const over = (): void => {
      lasts = false;
      clearInterval(heartbeat);
      this.open.delete(end);
      stop?.();
    };
    response.once("close", over);
    this.open.add(end);
    if (this.ended) end();
    stop = await begin(out);
    if (!lasts) stop();
  }

  /** Ends them all, cleanly, and those that are still to begin. */
  end(): void {
    this.ended = true;
    for (const end of this.open) end();
  }
}
