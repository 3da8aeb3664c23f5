import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { carriedOverFrom, productOf } from "../../desk/listings.js";
import { type Route, route } from "../http/route.js";
import { caseSummary } from "../resources/case.js";
import { caseId, caseParams, pageQuery, sandboxOf, sandboxQuery } from "../resources/common.js";

const productResource = z
  .strictObject({
    id: z.string(),
    company: z.string().meta({ description: "SIREN of the company whose product it is" }),
    name: z.string().meta({ description: "As the last of these cases calls it" }),
    cases: z.array(caseSummary),
    next: z.string().nullable(),
  })
  .meta({ id: "Product", description: "A product, and those of its cases that you may see" });

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
        access: "identified",
        params: z.strictObject({ id: z.string().min(1).max(100).meta({ description: "Identifier of the product" }) }),
        query: z.strictObject({
          ...pageQuery,
          sandbox: sandboxQuery,
          company: z
            .string()
            .regex(/^\d{9}$/)
            .optional()
            .meta({ description: "SIREN of the company whose product it is" }),
        }),
        replies: { 200: { description: "The product", schema: productResource } },
        problems: [404],
      },
      async ({ principal, params, query }) => {
        const product = await productOf(desk, principal, params.id, {
          company: query.company,
          limit: Number(query.limit ?? 50),
          after: query.after,
          sandbox: sandboxOf(query.sandbox),
        });
        return { status: 200, body: product };
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
        access: "identified",
        params: caseParams,
        replies: { 200: { description: "What may be taken", schema: carriedOver } },
        problems: [404],
      },
      async ({ principal, params }) => ({ status: 200, body: await carriedOverFrom(desk, principal, params.id) }),
    ),
  ];
}
