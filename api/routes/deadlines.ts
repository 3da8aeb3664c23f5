import { z } from "zod";
import { calendarOf, type DeadlineQuery, mostInCalendar, openDeadlines } from "../../desk/deadlines.js";
import type { Desk } from "../../desk/desk.js";
import { givenDay } from "../../desk/given.js";
import { type Route, route } from "../http/route.js";
import { pageQuery, sandboxOf, sandboxQuery } from "../resources/common.js";
import { deadlineEntry } from "../resources/law.js";
import { partyName, procedureName } from "../resources/names.js";
import { calendarFile } from "./calendar-file.js";

const deadlineQuery = z.strictObject({
  procedure: procedureName.optional(),
  bearer: partyName.optional().meta({ description: "The party that the delay binds" }),
  before: givenDay.optional().meta({ description: "Ends before this day" }),
  sandbox: sandboxQuery,
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
    asks: "cases",
    query: deadlineQuery,
  } as const;
  const asked = ({ limit, sandbox, ...filter }: z.output<typeof deadlineQuery>, usual: number): DeadlineQuery => ({
    ...filter,
    limit: Number(limit ?? usual),
    sandbox: sandboxOf(sandbox),
  });
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
      async ({ principal, query }) => ({ status: 200, body: await openDeadlines(desk, principal, asked(query, 200)) }),
    ),
    route(
      {
        ...spec,
        path: "/v1/deadlines.ics",
        summary: "The same, as a calendar",
        description: `At most ${mostInCalendar} events; when there are more, a Link header says where the next are. An event changes only when its deadline moves, comes to stand or falls; one that fell is cancelled.`,
        replies: { 200: { description: "iCalendar, one all-day event per last day", texts: ["text/calendar"] } },
      },
      async ({ principal, query, search }) => {
        const { deadlines, next } = await calendarOf(desk, principal, asked(query, mostInCalendar));
        const more = new URLSearchParams(search);
        if (next !== null) more.set("after", next);
        return {
          status: 200,
          text: calendarFile(deadlines, desk.publicUrl),
          type: "text/calendar; charset=utf-8",
          headers: next === null ? {} : { link: `</v1/deadlines.ics?${more}>; rel="next"` },
        };
      },
    ),
  ];
}
