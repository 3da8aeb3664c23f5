import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { file } from "../../desk/filings.js";
import { givenDay } from "../../desk/given.js";
import { casesOf } from "../../desk/listings.js";
import { moveTime } from "../../desk/moving-time.js";
import { caseNow, recordFor } from "../../desk/shown-case.js";
import { filingExamples } from "../examples.js";
import { etagOf } from "../http/etag.js";
import { type Route, route } from "../http/route.js";
import { varyByWho } from "../identify.js";
import { casePage, caseResource } from "../resources/case.js";
import { caseParams, pageQuery, sandboxOf, sandboxQuery } from "../resources/common.js";
import { partyName, phaseName, procedureName } from "../resources/names.js";

const filingBody = z
  .strictObject({
    procedure: z.string().max(60).meta({ description: "Name of the procedure", example: "pecan" }),
    ruleset: z.string().max(60).optional().meta({
      description:
        "A trial case may name any dated ruleset, in force or not (csp@2021-07-01); for a real one it is the operator's choice among those of its day",
    }),
    sandbox: z.boolean().optional().meta({ description: "A trial case, whose time can be moved" }),
    filing: z
      .record(z.string(), z.unknown())
      .meta({ description: "As the procedure's own schema says: GET /v1/procedures/{name}" }),
  })
  .meta({ id: "NewCase" });

const listQuery = z.strictObject({
  ...pageQuery,
  procedure: procedureName.optional(),
  phase: phaseName.optional(),
  whoseMove: partyName.optional().meta({ description: "A party whose move it is" }),
  dueBefore: givenDay.optional().meta({ description: "A delay ends before this day" }),
  text: z.string().max(200).optional().meta({ description: "Words of the number, the product or the indications" }),
  status: z.enum(["open", "concluded"]).optional(),
  sandbox: sandboxQuery,
  organisation: z.string().max(60).optional().meta({ description: "SIRET of the establishment that filed" }),
});

const advanceBody = z
  .strictObject({
    by: z.string().max(40).optional().meta({ description: "Civil days of Paris, as an ISO 8601 duration: P29D" }),
    to: z.string().max(40).optional().meta({ description: "00:00 Paris of a day" }),
  })
  .meta({ id: "Advance" });

/** Filing a case, finding cases, and moving the time of a trial one. */
export function caseRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "post",
        path: "/v1/cases",
        tag: "Cases",
        summary: "File a case",
        description:
          "One transaction: product and indications are locked, precedents frozen, the number taken. Then its workflow starts.",
        asks: "filing",
        command: true,
        body: filingBody,
        examples: filingExamples(),
        replies: {
          200: { description: "The case that the same request had already opened", schema: caseResource },
          201: { description: "The case", schema: caseResource },
          202: { description: "Filed; its workflow hasn't journaled its opening yet", schema: caseResource },
        },
        problems: [403, 404, 409],
      },
      async ({ principal, idempotencyKey, body }) => {
        const filed = await file(desk, principal, idempotencyKey, body);
        const status = filed.repeated ? 200 : filed.started ? 201 : 202;
        return {
          status,
          body: filed.case,
          headers: { location: `/v1/cases/${encodeURIComponent(filed.case.id)}`, etag: etagOf(filed.case) },
        };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases",
        tag: "Cases",
        summary: "List cases, last filed first",
        description: "Applicants see their company's cases, whichever of its establishments filed them.",
        asks: "cases",
        query: listQuery,
        replies: { 200: { description: "A page", schema: casePage } },
      },
      async ({ principal, query }) => {
        const { limit, sandbox, ...filter } = query;
        const page = await casesOf(desk, principal, {
          ...filter,
          limit: limit === undefined ? 50 : Number(limit),
          sandbox: sandboxOf(sandbox),
        });
        return { status: 200, body: page };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}",
        tag: "Cases",
        summary: "One case, today",
        description: "Its ETag is its version and the day in Paris: with If-None-Match, 304 while neither has changed.",
        asks: "cases",
        params: caseParams,
        replies: { 200: { description: "The case", schema: caseResource } },
        problems: [404],
      },
      async ({ principal, params }) => {
        const found = await caseNow(desk, principal, await recordFor(desk, principal, params.id));
        // Not everybody reads the whole filing.
        const headers = { etag: etagOf(found), "cache-control": "private, no-cache", vary: varyByWho };
        return { status: 200, body: found, headers };
      },
    ),
    route(
      {
        method: "post",
        path: "/v1/cases/{id}/advance",
        tag: "Sandbox",
        summary: "Move the time of a sandbox case",
        description:
          "The case's real timers fire on the way, in order. Answers once the journal holds all that came of it. Never in production.",
        asks: "trial time",
        command: true,
        params: caseParams,
        body: advanceBody,
        examples: { days: { by: "P29D" } },
        replies: { 200: { description: "The case at its new time", schema: caseResource } },
        problems: [404, 409, 410],
      },
      async ({ principal, params, body, idempotencyKey }) => {
        const moved = await moveTime(desk, principal, params.id, body, idempotencyKey);
        return { status: 200, body: moved, headers: { etag: etagOf(moved) } };
      },
    ),
  ];
}
