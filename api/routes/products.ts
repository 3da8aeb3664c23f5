import { z } from "zod";
import type { FilingBase } from "../../case/definition.js";
import type { CaseView } from "../../case/view.js";
import { recordFor } from "../../desk/case-resource.js";
import { servedOf } from "../../desk/kept-cases.js";
import { scopeOf } from "../../desk/rights.js";
import { type Route, route } from "../http/route.js";
import { Problem } from "../problem.js";
import { caseSummary } from "../resources/case.js";
import { caseId, caseParams, pageQuery } from "../resources/common.js";
import type { Services } from "../services.js";
import { summaryOf } from "./cases.js";

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
export function productRoutes({ desk }: Services): Route[] {
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
          sandbox: z.enum(["true", "false"]).optional(),
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
        const scope = scopeOf(principal);
        const seen = {
          sandbox: query.sandbox === undefined ? undefined : query.sandbox === "true",
          ...scope,
          company: scope.company ?? query.company,
          product: params.id,
        };
        const companies = await desk.register.companiesOf(seen);
        // A product of which nothing may be seen is one that doesn't exist.
        const [company] = companies;
        if (company === undefined) throw new Problem("not-found", `There is no product ${params.id}.`);
        if (companies.length > 1)
          throw new Problem("bad-request", `Several companies have a product ${params.id}: ${companies.join(", ")}.`, {
            pointer: "/company",
          });
        const page = await desk.register.cases({
          ...seen,
          limit: Number(query.limit ?? 50),
          after: query.after,
        });
        const [last] = page.rows;
        if (last === undefined) throw new Problem("not-found", `There is no product ${params.id}.`);
        const { name } = (last.filing as FilingBase).product;
        return {
          status: 200,
          body: { id: params.id, company, name, cases: page.rows.map(summaryOf), next: page.next },
        };
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
      async ({ principal, params }) => {
        const record = await recordFor(desk, principal, params.id);
        const { carryOver } = servedOf(record.procedure);
        const view = record.view as CaseView | null;
        if (carryOver === undefined || view === null)
          throw new Problem("not-found", `${record.id} leaves nothing to a later filing.`);
        return { status: 200, body: { case: record.id, ...carryOver(view, record.filing) } };
      },
    ),
  ];
}
