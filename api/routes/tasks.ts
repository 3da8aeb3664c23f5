import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { givenDay } from "../../desk/given.js";
import { tasksOf } from "../../desk/tasks.js";
import { type Route, route } from "../http/route.js";
import { pageQuery, sandboxOf, sandboxQuery, yesOrNo } from "../resources/common.js";
import { partyName, procedureName } from "../resources/names.js";
import { task } from "../resources/task.js";

const taskQuery = z.strictObject({
  procedure: procedureName.optional(),
  party: partyName.optional().meta({ description: "The party that owes it" }),
  mine: yesOrNo.optional().meta({ description: "Only what your own party owes" }),
  before: givenDay.optional().meta({ description: "In time until a day before this one" }),
  overdue: yesOrNo.optional().meta({ description: "Only what is overdue, or only what isn't" }),
  sandbox: sandboxQuery,
  ...pageQuery,
});

const asked = (value: "true" | "false" | undefined): boolean | undefined =>
  value === undefined ? undefined : value === "true";

/** What is to be done, across cases. */
export function taskRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/tasks",
        tag: "Cases",
        summary: "What is owed: open tasks and due acts, overdue first",
        description:
          "Then what is due first, then what has waited longest. Several parties may owe the same: it is listed for each.",
        asks: "cases",
        query: taskQuery,
        replies: {
          200: {
            description: "Tasks",
            schema: z.strictObject({ tasks: z.array(task), next: z.string().nullable() }),
          },
        },
      },
      async ({ principal, query: { limit, sandbox, mine, overdue, ...filter } }) => ({
        status: 200,
        body: await tasksOf(desk, principal, {
          ...filter,
          mine: asked(mine),
          overdue: asked(overdue),
          sandbox: sandboxOf(sandbox),
          limit: Number(limit ?? 50),
        }),
      }),
    ),
  ];
}
