import { z } from "zod";
import { openDeadlines } from "../../desk/deadlines.js";
import type { Desk } from "../../desk/desk.js";
import { givenDay } from "../../desk/given.js";
import { type Route, route } from "../http/route.js";
import { pageQuery } from "../resources/common.js";
import { deadlineEntry } from "../resources/law.js";
import { calendarOf } from "./calendar-file.js";

const deadlineQuery = z.strictObject({
  procedure: z.string().max(60).optional(),
  bearer: z.string().max(60).optional().meta({ description: "The party that the delay binds" }),
  before: givenDay.optional().meta({ description: "Ends before this day" }),
  sandbox: z.enum(["true", "false"]).optional(),
  after: pageQuery.after,
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/, "expected a whole number from 1 to 1000")
    .optional(),
});

/** The delays that run, across cases. */
export function deadlineRoutes(desk: Desk): Route[] {
  const spec = {
    method: "get",
    tag: "Time",
    access: "identified",
    query: deadlineQuery,
  } as const;
  const read = async (principal: Parameters<typeof openDeadlines>[1], query: z.output<typeof deadlineQuery>) => {
    const { limit, sandbox, ...filter } = query;
    return openDeadlines(desk, principal, {
      ...filter,
      limit: Number(limit ?? 200),
      sandbox: sandbox === undefined ? undefined : sandbox === "true",
    });
  };
  return [
    route(
      {
        ...spec,
        path: "/v1/deadlines",
        summary: "The delays that run, next due first",
        replies: {
          200: {
            description: "Deadlines",
            schema: z.strictObject({ deadlines: z.array(deadlineEntry), next: z.string().nullable() }),
          },
        },
      },
      async ({ principal, query }) => ({ status: 200, body: await read(principal, query) }),
    ),
    route(
      {
        ...spec,
        path: "/v1/deadlines.ics",
        summary: "The same, as a calendar",
        replies: { 200: { description: "iCalendar, one all-day event per last day", texts: ["text/calendar"] } },
      },
      async ({ principal, query }) => ({
        status: 200,
        text: calendarOf((await read(principal, query)).deadlines),
        type: "text/calendar; charset=utf-8",
      }),
    ),
  ];
}
