import { z } from "zod";
import { strikeAct } from "../../case/act.js";
import { rulesetId } from "../../case/definition.js";
import type { Procedure } from "../../case/procedure.js";
import { strikersOf } from "../../case/strike.js";
import { settleAct, settleSpec } from "../../case/tasks.js";
import { commonBodies, servedOf } from "../../desk/procedures.js";
import { crpa } from "../../law/citation.js";
import { delayInFrench, formatDelay } from "../../law/delay.js";
import { procedures } from "../../procedures/all.js";
import { type Route, route } from "../http/route.js";
import { procedureResource, procedureSummary } from "../resources/procedure.js";

type ProcedureResource = z.input<typeof procedureResource>;

function summaryOf({ shape, rulesets }: Procedure): z.input<typeof procedureSummary> {
  return { name: shape.name, title: shape.title, source: shape.source, rulesets: rulesets.map(rulesetId) };
}

function commonBody(act: string): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(commonBodies[act] ?? z.unknown(), { io: "input" });
  return schema;
}

function actsOf({ shape, schemas }: Procedure): ProcedureResource["acts"] {
  const own = Object.entries(shape.acts).map(([name, act]) => ({
    name,
    label: act.label,
    description: act.description,
    by: [...act.by],
    struckBy: [...new Set(act.by.flatMap((sender) => strikersOf(act, sender)))],
    about: act.about ?? null,
    step: act.step ?? null,
    source: act.source,
    body: { ...(schemas.bodies[name] ?? { type: "object" }) },
  }));
  const strike = {
    name: strikeAct,
    label: "Acte écarté",
    description:
      "Qui a envoyé un acte à tort, ou l'autorité que la procédure désigne, l'écarte ; le dossier est dérivé sans lui.",
    by: [...new Set(own.flatMap(({ struckBy }) => struckBy))],
    struckBy: [],
    about: "act",
    step: null,
    source: crpa("L. 242-1"),
    body: commonBody(strikeAct),
  };
  const { label, by, about } = settleSpec(shape);
  const settle = {
    name: settleAct,
    label,
    description: "Une partie dit accomplie une tâche à elle, qu'aucun autre acte ne règle.",
    by: [...by],
    struckBy: [],
    about: about ?? null,
    step: null,
    source: shape.source,
    body: commonBody(settleAct),
  };
  return [...own, strike, settle];
}

function delaysOf({ shape, rulesets }: Procedure): ProcedureResource["delays"] {
  return Object.entries(shape.delays).map(([name, delay]) => ({
    name,
    label: delay.label,
    bearer: delay.bearer,
    onExpiry: delay.onExpiry,
    adverse: delay.adverse ?? false,
    informative: delay.informative ?? false,
    suspendedBy: [...(delay.suspendedBy ?? [])],
    rolls: delay.roll !== undefined,
    reminders: [...(delay.reminders ?? [])],
    rulesets: rulesets.flatMap((ruleset) => {
      const rule = ruleset.delays[name];
      if (rule === undefined) return [];
      return [
        {
          ruleset: rulesetId(ruleset),
          length: formatDelay(rule.length),
          counted: rule.length.counted,
          inFrench: delayInFrench(rule.length),
          source: rule.source,
          otherReadings: (rule.otherwise ?? []).map(({ length, note, source }) => ({
            length: length === undefined ? null : formatDelay(length),
            note: note ?? null,
            source,
          })),
        },
      ];
    }),
  }));
}

/** The acts by step of the official text, in its order. */
function stepsOf({ shape }: Procedure): ProcedureResource["steps"] {
  const steps = new Map<string, string[]>();
  for (const [name, { step }] of Object.entries(shape.acts)) {
    if (step !== undefined) steps.set(step, [...(steps.get(step) ?? []), name]);
  }
  return [...steps].map(([step, acts]) => ({ step, acts }));
}

function resourceOf(procedure: Procedure): ProcedureResource {
  const { shape, rulesets, schemas } = procedure;
  const preferred = rulesets[0]?.name;
  return {
    name: shape.name,
    prefix: shape.prefix,
    title: shape.title,
    source: shape.source,
    confidential: shape.confidential ?? false,
    silent: [...(shape.silent ?? [])],
    parties: Object.entries(shape.parties).map(([name, { label }]) => ({ name, label })),
    steps: stepsOf(procedure),
    acts: actsOf(procedure),
    delays: delaysOf(procedure),
    suspensions: Object.entries(shape.suspensions).map(([name, one]) => ({ name, ...one })),
    phases: { ...shape.phases },
    tasks: Object.entries(shape.tasks).map(([name, { label, settledBy }]) => ({
      name,
      label,
      settledBy: settledBy.length > 0 ? [...settledBy] : [settleAct],
    })),
    endings: Object.entries(shape.endings).map(([name, { label, adverse, source }]) => ({
      name,
      label,
      adverse,
      source,
    })),
    notices: Object.entries(shape.notices).map(([name, { label, kind }]) => ({ name, label, kind })),
    rulesets: rulesets.map((ruleset) => ({
      id: rulesetId(ruleset),
      name: ruleset.name,
      from: ruleset.from,
      label: ruleset.label,
      default: ruleset.name === preferred,
    })),
    filing: { ...schemas.filing },
  };
}

/** What procedures there are, and how each goes. */
export function procedureRoutes(): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/procedures",
        tag: "Procedures",
        summary: "The procedures",
        asks: "law",
        replies: {
          200: { description: "All of them", schema: z.strictObject({ procedures: z.array(procedureSummary) }) },
        },
      },
      () => ({
        status: 200,
        body: { procedures: [...procedures.values()].map(summaryOf) },
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/procedures/{name}",
        tag: "Procedures",
        summary: "One procedure",
        description:
          "Its steps, acts with who may send them and their JSON Schemas, delays with their sources in each ruleset.",
        asks: "law",
        params: z.strictObject({ name: z.string().max(60).meta({ example: "pecan" }) }),
        replies: { 200: { description: "The procedure", schema: procedureResource } },
        problems: [404],
      },
      ({ params }) => ({ status: 200, body: resourceOf(servedOf(params.name).procedure) }),
    ),
  ];
}
