import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { counted, firstCounted, lastCounted, statisticsFor } from "../../desk/statistics.js";
import { type CivilDate, isCivilDate } from "../../law/civil-date.js";
import { type Route, route } from "../http/route.js";
import { varyByWho } from "../identify.js";
import { statisticsPage } from "../pages/statistics.js";
import { Problem } from "../problem.js";
import { civilDate } from "../resources/common.js";

const names = counted.join(", ");

const report = z
  .strictObject({
    procedure: z.string(),
    title: z.string(),
    from: civilDate,
    to: civilDate,
    sandbox: z.boolean(),
    complete: z.boolean().meta({ description: "False while recent cases aren't counted yet: ask again" }),
    lines: z.array(
      z
        .strictObject({
          id: z.string(),
          group: z.string(),
          label: z.string(),
          definition: z.string().meta({ description: "What is counted, and from which day" }),
          unit: z.enum(["count", "share", "days", "growth"]),
          value: z.number().nullable(),
          flag: z.string().optional().meta({ description: "Where the published figure is inconsistent" }),
        })
        .meta({ id: "StatisticsLine" }),
    ),
    quarters: z.array(z.strictObject({ quarter: z.string(), filed: z.int() })),
    moves: z.array(z.strictObject({ parties: z.string(), days: z.int() })).meta({
      description:
        "Days by the set of parties that had the move; each day of a case is in exactly one, and consecutive days are counted on the last of them",
    }),
  })
  .meta({ id: "Statistics" });

const refuse = (pointer: string, detail: string): never => {
  throw new Problem("bad-request", `${pointer}: ${detail}`, { errors: [{ pointer, detail }] });
};

function dayOf(pointer: string, text: string): CivilDate {
  if (!isCivilDate(text) || text < firstCounted || text > lastCounted)
    return refuse(pointer, `Expected a day that exists, from ${firstCounted} to ${lastCounted}.`);
  return text;
}

/** Figures counted from recorded acts, each with its written definition: as JSON, or as a page. */
export function statisticsRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/statistics/{procedure}",
        tag: "Procedures",
        summary: "Statistics of a procedure over a period",
        description: `Both days are counted; they lie between ${firstCounted} and ${lastCounted}. Ask for text/html to read them as a page.`,
        asks: "statistics",
        params: z.strictObject({
          procedure: z.string().meta({ description: `One of ${names}`, example: "acces-precoce" }),
        }),
        query: z.strictObject({
          from: civilDate.meta({ example: "2021-07-01" }),
          to: civilDate.meta({ example: "2023-12-31" }),
          sandbox: z.enum(["true", "false"]).optional(),
        }),
        replies: { 200: { description: "Statistics", schema: report, texts: ["text/html"] } },
        problems: [404],
      },
      async ({ principal, params, query, accepts }) => {
        const { procedure } = params;
        if (!counted.includes(procedure))
          throw new Problem(
            "not-found",
            `Statistics are counted of ${names}; "${procedure.slice(0, 60)}" is none of them.`,
          );
        const [from, to] = [dayOf("/from", query.from), dayOf("/to", query.to)];
        if (from > to) refuse("/from", `Expected a day that isn't after the last, ${to}.`);
        const figures = await statisticsFor(desk, principal, procedure, {
          from,
          to,
          sandbox: query.sandbox === "true",
        });
        const headers = { vary: `Accept, ${varyByWho}` };
        return accepts("application/json", "text/html") === "text/html"
          ? { status: 200, text: statisticsPage(figures), type: "text/html; charset=utf-8", headers }
          : { status: 200, body: { ...figures, lines: figures.lines.map(({ chart: _, ...line }) => line) }, headers };
      },
    ),
  ];
}
