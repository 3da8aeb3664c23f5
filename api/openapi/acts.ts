import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { strikeAct } from "../../case/act.js";
import type { ActSpec } from "../../case/definition.js";
import type { Procedure } from "../../case/procedure.js";
import { settleAct } from "../../case/tasks.js";
import { commonBodies } from "../../desk/procedures.js";
import { served } from "../../procedures/served.js";
import { actExample } from "../examples.js";
import type { RouteSpec } from "../http/route.js";
import { caseId, exampleCase } from "../resources/common.js";
import { envelope } from "../routes/acts.js";
import { anyProblem, operationOf } from "./operation.js";

/** What an act is in one procedure. */
interface ActOfProcedure {
  readonly procedure: Procedure;
  readonly act: ActSpec;
  readonly body: z.ZodType;
}

/** What is sent under an act's name. */
interface Sent {
  readonly bodies: readonly z.ZodType[];
  readonly examples: Readonly<Record<string, object>>;
  /** Of the numbers of the cases to which it is sent. */
  readonly prefix: string;
}

/** Every act by its name, in each procedure that has it. */
function actsByName(): ReadonlyMap<string, readonly ActOfProcedure[]> {
  const found = new Map<string, ActOfProcedure[]>();
  for (const { procedure, bodies } of served.values()) {
    for (const [name, act] of Object.entries(procedure.shape.acts)) {
      const body = bodies[name];
      if (body === undefined) throw new RangeError(`${procedure.shape.name} has no body for ${name}.`);
      const known = found.get(name) ?? [];
      found.set(name, [...known, { procedure, act, body: componentOf(body, `${procedure.shape.name}.${name}`) }]);
    }
  }
  return found;
}

/** A component of its own, since an act that several procedures have is several bodies at one address; but nothing is the same everywhere. */
const componentOf = (body: z.ZodType, id: string): z.ZodType =>
  body instanceof z.ZodObject && Object.keys(body.shape).length === 0 ? noBody : body.meta({ ...body.meta(), id });

const noBody = z.strictObject({}).meta({ id: "NoBody" });
const messageOf = (body: z.ZodType): z.ZodType => z.intersection(envelope, z.object({ body: body.optional() }));
const withoutBody = messageOf(noBody).meta({ id: "ActWithoutBody" });

/** Who sends it (as `by` names him) and by which text, procedure by procedure where several have it. */
function described(acts: readonly ActOfProcedure[]): string {
  const lines = acts.map(({ procedure: { shape }, act }) => {
    const senders = act.by.map((party) => `\`${party}\``).join(", ");
    return { shape, line: `${act.description} Par : ${senders}. Source : ${act.source.ref}.` };
  });
  const [only, ...others] = lines;
  if (only === undefined || others.length === 0) return only?.line ?? "";
  return lines.map(({ shape, line }) => `- \`${shape.name}\` : ${line}`).join("\n");
}

/** Each act is described on an address of its own, with its body: the route is one, the contract is precise. */
export function actPaths(sending: RouteSpec): ZodOpenApiPathsObject {
  const pathOf = (name: string, summary: string, description: string, { bodies, examples, prefix }: Sent) => {
    const [one, ...others] = bodies;
    const body = one === undefined || others.length === 0 ? one : z.union([one, ...others]);
    const message = body === noBody || body === undefined ? withoutBody : messageOf(body);
    const operation = operationOf({ ...sending, summary, description, examples }, message, anyProblem);
    const path = sending.params?.omit({ act: true }).extend({ id: caseId.meta({ example: exampleCase(prefix) }) });
    const requestParams = { ...operation.requestParams, ...(path && { path }) };
    return [sending.path.replace("{act}", name), { post: { ...operation, operationId: name, requestParams } }] as const;
  };
  const own = [...actsByName()].map(([name, acts]) => {
    const summary = [...new Set(acts.map(({ act }) => act.label))].join(" ; ");
    const examples = new Map<string, [procedure: string, example: object]>();
    for (const { procedure } of acts) {
      const example = actExample(procedure, name);
      const said = JSON.stringify(example);
      if (!examples.has(said)) examples.set(said, [procedure.shape.name, example]);
    }
    return pathOf(name, summary, described(acts), {
      bodies: [...new Set(acts.map(({ body }) => body))],
      examples: Object.fromEntries(examples.values()),
      // Several procedures: of the first, whose example is shown first.
      prefix: acts[0]?.procedure.shape.prefix ?? "",
    });
  });
  const common = (name: string, summary: string, description: string, example: object) =>
    pathOf(name, summary, description, {
      bodies: [commonBodies[name]].flatMap((body) => body?.meta({ id: name }) ?? []),
      examples: { common: example },
      prefix: "PECAN",
    });
  return Object.fromEntries([
    ...own,
    common(
      strikeAct,
      "Acte annulé",
      "Une autorité annule un acte enregistré à tort ; `about` le nomme par son numéro.",
      { by: "HAS", about: "4", body: { reason: "Enregistré par erreur." } },
    ),
    common(
      settleAct,
      "Tâche accomplie",
      "Une partie dit accomplie une tâche à elle, qu'aucun autre acte ne règle ; `about` la nomme : `publishFiling`, ou `informPatients:A` à propos d'un sujet.",
      { by: "applicant", about: "informPatients:A", body: {} },
    ),
  ]);
}
