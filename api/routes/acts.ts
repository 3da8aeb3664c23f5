import { z } from "zod";
import { oneLine } from "../../case/text-formats.js";
import { performAct, receiptFor, tryAct } from "../../desk/acts.js";
import type { Desk } from "../../desk/desk.js";
import { givenDay, givenInstant } from "../../desk/given.js";
import type { SentAct } from "../../desk/rights.js";
import { procedureOf } from "../../procedures/all.js";
import { actExample } from "../examples.js";
import { etagOf, matching } from "../http/etag.js";
import { type Answer, type Route, route } from "../http/route.js";
import { pending, receipt } from "../resources/case.js";
import { caseId } from "../resources/common.js";

const text = z
  .string()
  .refine((given) => oneLine.test(given), { params: { fault: "not-a-line" } })
  .max(200)
  .meta({ format: "line" });

/** What every act is sent as; its `body` is its own. */
export const envelope = z
  .strictObject({
    by: text.optional().meta({ description: "The party whose act it is; by default, the one you speak for" }),
    on: givenDay.optional().meta({ description: "Legal day, where the instant isn't known" }),
    at: givenInstant.optional().meta({ description: "Legal instant; by default, that of arrival" }),
    receivedAt: givenInstant.optional().meta({ description: "When its addressee, or the platform, received it" }),
    about: text.optional().meta({ description: "The request, indication or section that it is about" }),
    via: z
      .strictObject({ platform: text, reference: text })
      .optional()
      .meta({ description: "The platform that relays it" }),
    confirm: z
      .boolean()
      .optional()
      .meta({ description: "A person confirms the adverse effect that it would newly have" }),
    body: z.record(z.string(), z.unknown()).optional().meta({ description: "As the act's own schema says" }),
  })
  .meta({ id: "Act" });

const actParams = z.strictObject({
  id: caseId,
  act: z.string().min(1).max(100).meta({ description: "Name of the act", example: "sesameDeposited" }),
});

const answered = (status: number, body: z.input<typeof receipt>): Answer => ({ status, body });

/** Sending acts, and asking what they would change. */
export function actRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "post",
        path: "/v1/cases/{id}/acts/{act}",
        tag: "Acts",
        summary: "Send an act",
        description:
          "Validated against the case before it is accepted, idempotent, answered once the register holds it. A refused act writes nothing and says what is awaited instead. With `dryRun=true`, says what it would change. With `If-Match` and the case's ETag, a case that has moved meanwhile is a 412, and of several acts sent at once for the same ETag one is taken; an act sent again under its key isn't compared.",
        asks: "act",
        command: true,
        params: actParams,
        query: z.strictObject({ dryRun: z.enum(["true", "false"]).optional() }),
        body: envelope,
        examples: { example: actExample(procedureOf("pecan"), "sesameDeposited") }, // example: of the act that its address names
        replies: {
          200: { description: "The receipt: the same for the same Idempotency-Key", schema: receipt },
          202: { description: "Taken, not yet recorded", schema: pending },
        },
        problems: [403, 404, 409, 410, 412],
      },
      async ({ principal, params, query, body, idempotencyKey, header }) => {
        const held = header("If-Match");
        const meantFor = held === undefined ? undefined : matching(held);
        const command = { caseId: params.id, act: params.act, sent: body as SentAct, idempotencyKey, meantFor };
        if (query.dryRun === "true") return answered(200, (await tryAct(desk, principal, command)) as never);
        const answer = await performAct(desk, principal, command);
        if (answer.kind === "done") {
          return {
            status: 200,
            body: answer.receipt,
            headers: { etag: etagOf(answer.receipt.case) },
          };
        }
        const location = `/v1/cases/${encodeURIComponent(params.id)}/receipts/${answer.id}`;
        return {
          status: 202,
          body: { id: answer.id, status: "pending", location },
          headers: { location, "retry-after": "1" },
        };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/receipts/{receipt}",
        tag: "Acts",
        summary: "The receipt of an act",
        description:
          "Where a 202 says to ask. 404 for an id that the case hasn't recorded: send the act again with the same key.",
        asks: "cases",
        params: z.strictObject({ id: caseId, receipt: z.string().min(1).max(200) }),
        replies: {
          200: { description: "The receipt", schema: receipt },
          202: { description: "Taken, not yet recorded", schema: pending },
        },
        problems: [404, 409, 410],
      },
      async ({ principal, params }) => {
        const found = await receiptFor(desk, principal, params.id, params.receipt);
        if (found.kind === "done") return { status: 200, body: found.receipt };
        const location = `/v1/cases/${encodeURIComponent(params.id)}/receipts/${params.receipt}`;
        return {
          status: 202,
          body: { id: params.receipt, status: "pending", location },
          headers: { location, "retry-after": "1" },
        };
      },
    ),
  ];
}
