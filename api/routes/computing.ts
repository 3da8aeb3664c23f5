import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { scenario } from "../../desk/simulations/scenario.js";
import { calculate, queryFromParams } from "../../law/calculator.js";
import { scenarioExample } from "../examples.js";
import { type Route, route } from "../http/route.js";
import { Problem } from "../problem.js";
import { caseResource, clock } from "../resources/case.js";
import { awaited, civilDate, fault, instant, notAwaitedCause } from "../resources/common.js";
import { answer } from "../resources/law.js";

const several = "repeated for several";

/** For the document only: the calculator reads its own query, and names its own faults. */
const calculatorQuery = z.strictObject({
  from: z.string().meta({ description: "The day of the triggering act, or an instant", example: "2026-03-02" }),
  delay: z.string().meta({ description: "ISO 8601 duration of years, months, weeks, days", example: "P60D" }),
  days: z.enum(["calendar", "working", "ouvrable", "clear"]).optional(),
  roll: z.enum(["none", "next", "previous"]).optional(),
  calendar: z.enum(["fr", "fr-alsace-moselle", "none"]).optional(),
  closed: z
    .array(civilDate)
    .optional()
    .meta({ description: `Further closed days, ${several}` }),
  suspensions: z
    .array(z.string())
    .optional()
    .meta({ description: `from/to, or from/.. while open, ${several}`, example: ["2026-03-12/2026-03-20"] }),
  counting: z.enum(["half-open", "inclusive"]).optional(),
  restarts: z
    .array(civilDate)
    .optional()
    .meta({ description: `Days from which the delay starts again, ${several}` }),
  extension: z.string().optional(),
  at: civilDate.optional().meta({ description: "The day at which to say what remains" }),
});

const facts = z.record(z.string(), z.unknown());

const toldEntry = z
  .strictObject({
    number: z.int(),
    kind: z.string(),
    name: z.string(),
    on: civilDate,
    at: instant.optional(),
    party: z.string().optional(),
    about: z.string().optional(),
    cause: z.string(),
    tellAt: instant.optional(),
    detail: facts.optional(),
  })
  .meta({ id: "ToldEntry" });

const refusal = z.strictObject({
  type: z.string(),
  detail: z.string(),
  awaited: z.array(awaited),
  source: z.string().optional(),
  fault: fault.optional(),
  cause: notAwaitedCause.optional(),
});

const simulated = z
  .strictObject({
    case: caseResource.omit({ sandbox: true, filing: true }),
    journal: z.array(toldEntry),
    clocks: z.array(clock),
    notices: z.array(
      z.strictObject({
        number: z.int(),
        party: z.string(),
        name: z.string(),
        label: z.string(),
        about: z.string().nullable(),
        on: civilDate,
        legal: z.boolean(),
      }),
    ),
    refused: z.array(z.strictObject({ act: z.string(), at: z.string(), problem: refusal })),
  })
  .meta({ id: "Simulation" });

/** What is only computed: nothing is stored, anybody may ask. */
export function computingRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/calculator",
        tag: "Time",
        summary: "Compute a deadline, and say how",
        description: "A bad query is a problem that lists every fault, each at its pointer.",
        asks: "law",
        query: calculatorQuery,
        uncheckedQuery: true,
        replies: {
          200: { description: "The last day and the walk to it", schema: answer },
        },
      },
      ({ search }) => {
        const calculated = calculate(queryFromParams(search));
        if (!("problem" in calculated)) return { status: 200, body: calculated };
        const { detail, errors } = calculated.problem;
        throw new Problem("bad-query", detail, { pointer: errors[0].pointer, errors });
      },
    ),
    route(
      {
        method: "post",
        path: "/v1/simulations",
        tag: "Procedures",
        summary: "Play a timeline in virtual time",
        description: "The same story as a real case, nothing stored: at most 500 acts, one second.",
        asks: "law",
        body: scenario,
        examples: { example: scenarioExample("pecan", "sesameDeposited") },
        replies: { 200: { description: "What would come of it", schema: simulated } },
        problems: [409],
      },
      async ({ body }) => ({ status: 200, body: await desk.simulator.play(body) }),
    ),
  ];
}
