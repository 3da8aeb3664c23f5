import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { eraseCase } from "../../desk/erasing.js";
import { type Route, route } from "../http/route.js";
import { caseParams, instant } from "../resources/common.js";
import { verification } from "./reads.js";

/** Erasing what a concluded case held. */
export function erasingRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "post",
        path: "/v1/cases/{id}/erase",
        tag: "Operators",
        summary: "Erase what was filed, sent and told in a concluded case, for good",
        description:
          "Operators alone. Bodies, letters, views, search text and salts go; kinds, parties and dates stay, the journal says by whom and why, and the chain still holds. Erased already, it stays as it is.",
        asks: "erasing",
        params: caseParams,
        body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
        replies: {
          200: {
            description: "The chain, computed again",
            schema: z.strictObject({ case: z.string(), erasedAt: instant, verification }),
          },
        },
        problems: [403, 404, 409],
      },
      async ({ principal, params, body }) => ({
        status: 200,
        body: await eraseCase(desk, principal, params.id, body.reason),
      }),
    ),
  ];
}
