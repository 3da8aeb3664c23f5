import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { carriedOverFrom, productOf } from "../../desk/listings.js";
import { productLine } from "../../desk/product-line.js";
import { type Route, route } from "../http/route.js";
import { caseSummary, clock } from "../resources/case.js";
import { caseId, civilDate, exampleCase, pageQuery, sandboxOf, sandboxQuery } from "../resources/common.js";

const productResource = z
  .strictObject({
    id: z.string(),
    company: z.string().meta({ description: "SIREN of the company whose product it is" }),
    name: z.string().meta({ description: "As the last of these cases calls it" }),
    cases: z.array(caseSummary),
    next: z.string().nullable(),
  })
  .meta({ id: "Product", description: "A product, and those of its cases that you may see" });

const lineClock = clock
  .extend({
    case: caseId,
    procedure: z.string(),
    suspensions: z.array(z.strictObject({ from: civilDate, to: civilDate.nullable(), label: z.string() })),
    reminders: z.array(civilDate),
    otherReadings: z.array(z.strictObject({ name: z.string(), lastDay: civilDate })),
  })
  .meta({ id: "LineClock", description: "A delay of one of the product's cases, as it is drawn" });

const bridge = z
  .strictObject({
    indication: z.string(),
    coverage: z.strictObject({ case: caseId, clock: z.string(), lastDay: civilDate }),
    decision: z.strictObject({
      case: caseId,
      clock: z.string(),
      lastDay: civilDate.nullable().meta({ description: "Null while the delay is suspended" }),
      notBefore: civilDate.meta({ description: "Its last day, or what that would be if the delay resumed today" }),
    }),
    gapDays: z
      .int()
      .meta({ description: "From the last covered day to that day: above zero, the coverage ends first" }),
    breaks: z.boolean(),
    sentence: z.string().meta({ description: "French" }),
  })
  .meta({ id: "Bridge", description: "A coverage, and the decision of the listing that is to take it over" });

const lineResource = productResource
  .extend({ today: civilDate, clocks: z.array(lineClock), bridges: z.array(bridge) })
  .meta({ id: "ProductLine", description: "A product, with every delay of those of its cases that you may see" });

const productParams = z.strictObject({
  id: z.string().min(1).max(100).meta({ description: "Identifier of the product" }),
});

const productQuery = z.strictObject({
  ...pageQuery,
  sandbox: sandboxQuery,
  company: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .meta({ description: "SIREN of the company whose product it is" }),
});

/** Which of its cases are asked for. */
const asked = ({ company, limit, after, sandbox }: z.output<typeof productQuery>) => ({
  company,
  limit: Number(limit ?? 50),
  after,
  sandbox: sandboxOf(sandbox),
});

const someFiling = z.record(z.string(), z.unknown());

const carriedOver = z
  .strictObject({
    case: caseId,
    filing: someFiling.nullable().meta({
      description:
        "For a later filing of any procedure, its link among it; null until the meeting is closed. Never what was said there.",
    }),
    sameProcedure: someFiling.meta({ description: "For a new request of the same kind: nothing is typed twice" }),
  })
  .meta({ id: "CarryOver" });

/** A product across procedures and years, and what one case leaves to the next. */
export function productRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/products/{id}",
        tag: "Cases",
        summary: "The cases of a product, across procedures and years",
        description:
          "Those that you may see, last filed first: an applicant its own company's, an authority those of the procedures that it may know of. A product is its company's: two companies may give theirs the same identifier, and `company` says whose.",
        asks: "cases",
        params: productParams,
        query: productQuery,
        replies: { 200: { description: "The product", schema: productResource } },
        problems: [404],
      },
      async ({ principal, params, query }) => ({
        status: 200,
        body: await productOf(desk, principal, params.id, asked(query)),
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/products/{id}/line",
        tag: "Cases",
        summary: "Every delay of a product, across procedures and years",
        description:
          "The cases of a page, all their delays, and for each coverage the decision of the listing that is to take it over: does the coverage last until then?",
        asks: "cases",
        params: productParams,
        query: productQuery,
        replies: { 200: { description: "The product's line", schema: lineResource } },
        problems: [404],
      },
      async ({ principal, params, query }) => {
        const line = await productLine(desk, principal, params.id, asked(query));
        const clocks = line.clocks.map(({ source, suspensions, ...drawn }) => ({
          ...drawn,
          source: source.ref,
          suspensions: suspensions.map(({ from, to, label }) => ({ from, to, label })),
        }));
        return { status: 200, body: { ...line, clocks } };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/carry-over",
        tag: "Cases",
        summary: "What a later filing may take from a case",
        description:
          "From a rencontre précoce: who applies, the product, and the link to it. Neither its questions nor its advice, which are confidential.",
        asks: "cases",
        params: z.strictObject({ id: caseId.meta({ example: exampleCase("RP") }) }),
        replies: { 200: { description: "What may be taken", schema: carriedOver } },
        problems: [404],
      },
      async ({ principal, params }) => ({ status: 200, body: await carriedOverFrom(desk, principal, params.id) }),
    ),
  ];
}
