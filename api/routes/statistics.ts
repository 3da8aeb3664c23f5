import { z } from "zod";
import { isCivilDate } from "../../law/civil-date.js";
import { knowsOf } from "../desk/access.js";
import { type Route, route } from "../http/route.js";
import { seesEverything } from "../principal.js";
import { Problem } from "../problem.js";
import { civilDate } from "../resources/common.js";
import type { Services } from "../services.js";
import { statisticsPage } from "../statistics/page.js";
import { type CountedName, counted, statisticsReport } from "../statistics/report.js";

const names = Object.keys(counted) as [CountedName, ...CountedName[]];

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
      description: "Days by the set of parties that had the move; each day of a case is in exactly one",
    }),
  })
  .meta({ id: "Statistics" });

/** Figures counted from recorded acts, each with its written definition: as JSON, or as a page. */
export function statisticsRoutes({ desk }: Services): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/statistics/{procedure}",
        tag: "Procedures",
        summary: "Statistics of a procedure over a period",
        description: "Both days are counted. Ask for text/html to read them as a page.",
        access: "identified",
        params: z.strictObject({ procedure: z.enum(names) }),
        query: z.strictObject({ from: civilDate, to: civilDate, sandbox: z.enum(["true", "false"]).optional() }),
        replies: { 200: { description: "Statistics", schema: report, texts: ["text/html"] } },
        problems: [404],
      },
      async ({ principal, params, query, accepts }) => {
        const { from, to } = query;
        if (!isCivilDate(from) || !isCivilDate(to) || from > to)
          throw new Problem("bad-request", "from, to: expected two days that exist, the first not after the last.", {
            pointer: "/from",
          });
        const told = await statisticsReport(
          desk.register,
          params.procedure,
          { from, to, sandbox: query.sandbox === "true" },
          (procedure) => seesEverything(principal) && knowsOf(principal, procedure),
        );
        return accepts("application/json", "text/html") === "text/html"
          ? { status: 200, text: statisticsPage(told), type: "text/html; charset=utf-8" }
          : { status: 200, body: told };
      },
    ),
  ];
}
