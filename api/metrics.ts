import type { NextFunction, Request, Response } from "express";
import type { LeftAside } from "../desk/left-aside.js";
import type { Watched } from "../desk/standing.js";

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Measured {
  count: number;
  seconds: number;
  readonly buckets: number[];
}

/** Requests by route and status, and how long they took; what was refused, by procedure; for Prometheus. */
export interface Metrics {
  measure(request: Request, response: Response, next: NextFunction): void;
  /** Counts a refusal: of a procedure ("none" where none is meant), by the type of its problem. */
  refused(procedure: string, type: string): void;
  text(): string;
}

export function openMetrics({ counts: leftAside }: Pick<LeftAside, "counts">): Metrics {
  const measured = new Map<string, Measured>();
  const refusals = new Map<string, number>();

  const note = (labels: string, seconds: number): void => {
    const one = measured.get(labels) ?? { count: 0, seconds: 0, buckets: bounds.map(() => 0) };
    measured.set(labels, one);
    one.count += 1;
    one.seconds += seconds;
    bounds.forEach((bound, i) => {
      if (seconds <= bound) one.buckets[i] = (one.buckets[i] ?? 0) + 1;
    });
  };

  return {
    measure(request, response, next) {
      const began = performance.now();
      response.once("finish", () => {
        // The route as the document writes it, never the address: cases would make a series each.
        const route: unknown = response.locals.route;
        const path = typeof route === "string" ? route : "other";
        note(
          `method="${request.method}",route="${path}",status="${response.statusCode}"`,
          (performance.now() - began) / 1000,
        );
      });
      next();
    },
    refused(procedure, type) {
      const labels = `procedure="${procedure}",type="${type}"`;
      refusals.set(labels, (refusals.get(labels) ?? 0) + 1);
    },
    text() {
      const name = "guichet_http_request_duration_seconds";
      const lines = [`# HELP ${name} How long requests took.`, `# TYPE ${name} histogram`];
      for (const [labels, { count, seconds, buckets }] of measured) {
        bounds.forEach((bound, i) => {
          lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[i]}`);
        });
        lines.push(
          `${name}_bucket{${labels},le="+Inf"} ${count}`,
          `${name}_sum{${labels}} ${seconds.toFixed(6)}`,
          `${name}_count{${labels}} ${count}`,
        );
      }
      const left = "guichet_left_aside_total";
      lines.push(
        `# HELP ${left} How often a loop left something aside so that the rest goes on.`,
        `# TYPE ${left} counter`,
      );
      for (const [loop, times] of leftAside) lines.push(`${left}{loop="${loop}"} ${times}`);
      const refused = "guichet_refusals_total";
      lines.push(`# HELP ${refused} Requests that were refused.`, `# TYPE ${refused} counter`);
      for (const [labels, times] of refusals) lines.push(`${refused}{${labels}} ${times}`);
      const { rss, heapUsed } = process.memoryUsage();
      lines.push("# TYPE process_resident_memory_bytes gauge", `process_resident_memory_bytes ${rss}`);
      lines.push("# TYPE nodejs_heap_size_used_bytes gauge", `nodejs_heap_size_used_bytes ${heapUsed}`);
      return `${lines.join("\n")}\n`;
    },
  };
}

const gauge = (name: string, help: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`];

/** How the cases stand, and whether somebody runs them; what nobody can say now has no value. */
export function textOfWatched({ standings, workers }: Watched): string {
  const cases = "guichet_standing";
  const polling = "guichet_workers";
  const lines = [
    ...gauge(
      cases,
      "Open and failing cases, overdue and behind delays, undelivered, unaddressed and undeliverable notices.",
    ),
    ...(standings ?? []).map(
      ({ procedure, sandbox, standing, count }) =>
        `${cases}{standing="${standing}",procedure="${procedure}",trial="${sandbox}"} ${count}`,
    ),
    ...gauge(polling, "Workers that asked for cases in the last minute and a half."),
    ...(workers === null ? [] : [`${polling} ${workers}`]),
    ...gauge("guichet_register_up", "Whether the register answers."),
    `guichet_register_up ${standings === null ? 0 : 1}`,
  ];
  return `${lines.join("\n")}\n`;
}
