import type { Router } from "express";
import type { Desk } from "../desk/desk.js";
import type { Metrics } from "./metrics.js";

/** Says why something can't be reached, shortly; null when it answers. */
async function faultOf(asked: Promise<unknown>): Promise<string | null> {
  try {
    await asked;
    return null;
  } catch (fault) {
    return fault instanceof Error && /deadline|timeout/i.test(fault.message)
      ? "doesn't answer in time"
      : "doesn't answer";
  }
}

/** Whether the process lives, whether it can serve, and what it measured. */
export function mountHealth(router: Router, { register, client }: Desk, metrics: Metrics): void {
  router.get("/livez", (_request, response) => {
    response.type("text/plain").send("ok\n");
  });
  router.get("/readyz", async (_request, response) => {
    const [registerFault, temporalFault] = await Promise.all([
      faultOf(register.reachable()),
      faultOf(client.withDeadline(Date.now() + 2_000, () => client.workflowService.getSystemInfo({}))),
    ]);
    const ready = registerFault === null && temporalFault === null;
    response
      .status(ready ? 200 : 503)
      .json({ ready, register: registerFault ?? "ok", temporal: temporalFault ?? "ok" });
  });
  router.get("/metrics", (_request, response) => {
    response.type("text/plain; version=0.0.4").send(metrics.text());
  });
}
