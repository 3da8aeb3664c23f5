import type { Router } from "express";
import type { Desk } from "../desk/desk.js";
import { readinessOf } from "../desk/opening.js";
import { watching } from "../desk/standing.js";
import { type Metrics, textOfWatched } from "./metrics.js";

/** Whether the process lives, whether it can serve, what it measured, and how the cases stand. */
export function mountHealth(router: Router, desk: Desk, metrics: Metrics): void {
  const watched = watching(desk);
  router.get("/livez", (_request, response) => {
    response.type("text/plain").send("ok\n");
  });
  router.get("/readyz", async (_request, response) => {
    const readiness = await readinessOf(desk);
    response.status(readiness.ready ? 200 : 503).json(readiness);
  });
  router.get("/metrics", async (_request, response) => {
    response.type("text/plain; version=0.0.4").send(`${metrics.text()}${textOfWatched(await watched())}`);
  });
}
