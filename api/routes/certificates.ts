import { z } from "zod";
import { rulesetId } from "../../case/definition.js";
import { rulesetDocument } from "../../case/ruleset-document.js";
import { certificateOf } from "../../desk/certificates.js";
import type { Desk } from "../../desk/desk.js";
import { servedOf } from "../../desk/procedures.js";
import { type Route, route } from "../http/route.js";
import { Problem } from "../problem.js";
import { caseId } from "../resources/common.js";
import { certificate, signingKey } from "../resources/law.js";

/** What lets a third party check a date without us. */
export function certificateRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/clocks/{clock}/certificate",
        tag: "Time",
        summary: "The signed certificate of a deadline",
        description:
          "Its inputs, its walk, its result and the digests of its ruleset and calendar, signed: `python3 verify/verify.py --from <this installation> file` computes everything again without Guichet.",
        asks: "certificate",
        params: z.strictObject({
          id: caseId,
          clock: z.string().min(1).max(200).meta({ description: "Id of a clock of the case" }),
        }),
        replies: { 200: { description: "The certificate", schema: certificate } },
        problems: [404, 410, 503],
      },
      async ({ principal, params }) => ({
        status: 200,
        body: await certificateOf(desk, principal, params.id, params.clock),
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/certificates/key",
        tag: "Time",
        summary: "The key that signs certificates",
        description: "Its public half, to be compared with what the installation publishes elsewhere.",
        asks: "law",
        replies: { 200: { description: "The key", schema: signingKey } },
        problems: [503],
      },
      () => ({ status: 200, body: desk.signer.key }),
    ),
    route(
      {
        method: "get",
        path: "/v1/procedures/{name}/rulesets/{ruleset}",
        tag: "Procedures",
        summary: "A dated ruleset, as its digest covers it",
        description:
          "The SHA-256 of its canonical JSON (RFC 8785) is the digest that explanations and certificates name: `verify.py --ruleset file` checks it.",
        asks: "law",
        params: z.strictObject({
          name: z.string().max(60).meta({ example: "pecan" }),
          ruleset: z.string().max(60).meta({ example: "parcours@2023-04-01" }),
        }),
        replies: {
          200: {
            description: "The ruleset",
            schema: z.record(z.string(), z.unknown()).meta({ id: "RulesetDocument" }),
          },
        },
        problems: [404],
      },
      ({ params }) => {
        const { shape, rulesets } = servedOf(params.name).procedure;
        const ruleset = rulesets.find((one) => rulesetId(one) === params.ruleset);
        if (ruleset === undefined)
          throw new Problem("not-found", `The rulesets of ${shape.name} are ${rulesets.map(rulesetId).join(", ")}.`);
        return { status: 200, body: rulesetDocument(shape, ruleset) };
      },
    ),
  ];
}
