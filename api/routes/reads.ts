import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { clocksOf, explainClock } from "../../desk/explanation.js";
import { explanationInFrench } from "../../desk/explanation-text.js";
import { followJournal, journalOf, verificationOf } from "../../desk/journal.js";
import { type Route, route } from "../http/route.js";
import { journalEntry } from "../resources/case.js";
import { caseId, caseParams } from "../resources/common.js";
import { clockWithReadings, explanation } from "../resources/law.js";

/** What was found of a case's chain. */
export const verification = z.strictObject({
  valid: z.boolean(),
  entries: z.int().optional(),
  head: z.string().optional(),
  entry: z.int().optional(),
  reason: z.string().optional(),
});

const journalQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, "expected the number of an entry")
    .optional()
    .meta({ description: "Number of an entry" }),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2}|1000)$/, "expected a whole number from 1 to 1000")
    .optional(),
});

/** What the register keeps of a case, and why its dates are what they are. */
export function readRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/journal",
        tag: "Cases",
        summary: "The journal of a case",
        description: "Append-only and hash-chained; each entry with its legal day and the instant of its recording.",
        asks: "cases",
        params: caseParams,
        query: journalQuery,
        replies: {
          200: {
            description: "Entries in order",
            schema: z.strictObject({ journal: z.array(journalEntry), next: z.int().nullable() }),
          },
        },
        problems: [404],
      },
      async ({ principal, params, query }) => {
        const reading = { after: Number(query.after ?? 0), limit: Number(query.limit ?? 1000) };
        return { status: 200, body: await journalOf(desk, principal, params.id, reading) };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/clocks",
        tag: "Time",
        summary: "The clocks of a case, today",
        asks: "cases",
        params: caseParams,
        replies: {
          200: {
            description: "Every clock, open or closed, under each reading of the texts",
            schema: z.strictObject({ clocks: z.array(clockWithReadings) }),
          },
        },
        problems: [404, 410],
      },
      async ({ principal, params }) => ({
        status: 200,
        body: { clocks: await clocksOf(desk, principal, params.id) },
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/clocks/{clock}/explanation",
        tag: "Time",
        summary: "Why a clock ends when it does",
        description:
          "Day by day, with the rule and source of each step, under each reading of the texts. As JSON, or as text that prints well.",
        asks: "cases",
        params: z.strictObject({
          id: caseId,
          clock: z.string().min(1).max(200).meta({ description: "Id of a clock of the case" }),
        }),
        replies: { 200: { description: "The explanation", schema: explanation, texts: ["text/plain"] } },
        problems: [404, 410],
      },
      async ({ principal, params, accepts }) => {
        const explained = await explainClock(desk, principal, params.id, params.clock);
        if (accepts("application/json", "text/plain") !== "text/plain")
          return { status: 200, body: explained.explanation, headers: { vary: "Accept" } };
        return {
          status: 200,
          text: explanationInFrench(explained),
          type: "text/plain; charset=utf-8",
          headers: { vary: "Accept" },
        };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/verification",
        tag: "Cases",
        summary: "Compute the journal's chain again",
        description:
          "With `head`, the head of a receipt: the chain must have passed by it, which a rewritten register couldn't fake.",
        asks: "cases",
        params: caseParams,
        query: z.strictObject({ head: z.string().max(200).optional() }),
        replies: {
          200: {
            description: "What was found",
            schema: verification,
          },
        },
        problems: [404],
      },
      async ({ principal, params, query }) => ({
        status: 200,
        body: await verificationOf(desk, principal, params.id, query.head),
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/events",
        tag: "Cases",
        summary: "Follow a case as it moves",
        description:
          "Server-sent events, one per journal entry; its id is the entry's number, and Last-Event-ID resumes after it. `interrupted`: the journal can't be heard for now, what was told may not be all; `resumed`: all that was missed has been told. `ahead`: you hold entries that the journal doesn't (it was restored from a backup): it goes on after its last, `version`. A stream ends when its process stops; come back with Last-Event-ID.",
        asks: "cases",
        params: caseParams,
        query: z.strictObject({ after: journalQuery.shape.after }),
        replies: { 200: { description: "Events", texts: ["text/event-stream"] } },
        problems: [404],
      },
      async ({ principal, params, query, header }) => {
        const resumed = /^\d{1,9}$/.exec(header("Last-Event-ID") ?? "")?.[0];
        const follow = await followJournal(desk, principal, params.id, Number(resumed ?? query.after ?? 0));
        return {
          stream: (out) =>
            follow({
              entry: (entry) => out.send({ id: String(entry.number), event: entry.kind, data: entry }),
              interrupted: () => out.send({ event: "interrupted", data: {} }),
              resumed: () => out.send({ event: "resumed", data: {} }),
              ahead: (version) => out.send({ id: String(version), event: "ahead", data: { version } }),
            }),
        };
      },
    ),
  ];
}
