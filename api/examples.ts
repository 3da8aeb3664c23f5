import { actNamed } from "../case/act.js";
import { placed } from "../case/fault.js";
import type { Procedure } from "../case/procedure.js";
import { firstFault, type JsonSchema } from "../case/schema.js";
import { procedureOf, procedures } from "../procedures/all.js";

/**
 * What the document's page fills in: made of each schema, so that none is missing and none is out of date; the same things have the
 * same names in all of them, so that they can be sent one after the other to one case.
 */

/** What members of that name say, where what comes first wouldn't do. */
const known: Readonly<Record<string, string | number | boolean>> = {
  applicant: "Camille Martin",
  commissionMember: false,
  days: 10,
  document: "kbis",
  manager: "managers-1",
  telemonitoringOnly: false,
  year: 2026,
  at: "14:30",
  contact: "contact@example.org",
  expert: "expert-12",
  indication: "A",
  journal: "JO du 15/01/2026, texte n° 12",
  kind: "guichet",
  label: "Asthme",
  name: "Acme",
  opinion: "ANS",
  request: "R1",
  role: "representant",
  section: "identification",
  siret: "73282932000074",
  title: "Pièce",
};

/** A day that is over, and one that isn't: what is sent comes between them. */
const past = "2026-01-15";
const future = "2030-12-31";
const futureDays = new Set(["endsOn", "on", "until", "validUntil"]);

/** The names of what is identified, by what it is. */
const identifiers: Readonly<Record<string, string>> = { indications: "A", product: "produit" };

function textOf({ format, pattern, maxLength = 40 }: JsonSchema, name: string, of: string): string {
  if (format === "date") return futureDays.has(name) ? future : past;
  const own = name === "id" ? (identifiers[of] ?? `${of}-1`) : known[name];
  const texts = [own, "texte", ...Object.values(known)].filter((text) => typeof text === "string");
  const shape = new RegExp(pattern ?? "", "u");
  return (texts.find((text) => shape.test(text)) ?? "").slice(0, maxLength);
}

/** Members that their schema leaves out where something else is said, and that the text asks for otherwise. */
const alsoSaid = new Set(["asmr", "certificate", "identityDocument", "kbis", "months", "opinionDays", "protocol"]);

/** A value that the schema takes, with the members that it requires. `name` is the member that it is, `of` the one that holds it. */
function madeOf(schema: JsonSchema, name = "", of = ""): unknown {
  const [alternative] = schema.anyOf ?? schema.oneOf ?? [];
  if (alternative !== undefined) return madeOf(alternative, name, of);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum.find((one) => one === known[name]) ?? schema.enum[0];
  switch (schema.type) {
    case "object": {
      const { properties = {}, required = [] } = schema;
      const members = Object.keys(properties).filter((member) => required.includes(member) || alsoSaid.has(member));
      return Object.fromEntries(members.map((member) => [member, madeOf(properties[member] ?? {}, member, name)]));
    }
    case "array":
      return Array.from({ length: Math.min(schema.maxItems ?? 1, Math.max(schema.minItems ?? 1, 1)) }, () =>
        madeOf(schema.items ?? {}, name, name),
      );
    case "boolean":
      return known[name] ?? true;
    case "integer":
    case "number":
      return known[name] ?? schema.minimum ?? 1;
    case "null":
      return null;
    default:
      return textOf(schema, name, of);
  }
}

function exampleOf(schema: JsonSchema): unknown {
  const example = madeOf(schema);
  const fault = firstFault(schema, example);
  if (fault !== null) throw new RangeError(`No example comes of the schema: ${placed(fault)}`);
  return example;
}

/** What an act is about, by the kind of thing that it is: a case that holds several requests calls the first as its indication. */
function subjectOf({ shape }: Procedure, kind: string): string {
  const several = Object.values(shape.acts).some(({ about }) => about === "information request");
  if (several && kind === "request") return String(known.indication);
  return String(known[kind.split(" ").at(-1) ?? ""] ?? "texte");
}

/** The message of an act; by whom, where several may send it: who plays all parties is else taken for its own. */
export function actExample(procedure: Procedure, name: string): object {
  const { by, about } = actNamed(procedure.shape, name);
  const body = exampleOf(procedure.schemas.bodies[name] ?? {}) as object;
  return {
    ...(by.length > 1 && { by: by[0] }),
    ...(about !== undefined && { about: subjectOf(procedure, about) }),
    ...(Object.keys(body).length > 0 && { body }),
  };
}

const filingOf = ({ schemas }: Procedure): object => exampleOf(schemas.filing) as object;

/** A trial case of each procedure, filed. */
export const filingExamples = (): Record<string, object> =>
  Object.fromEntries(
    [...procedures].map(([name, procedure]) => [name, { procedure: name, sandbox: true, filing: filingOf(procedure) }]),
  );

/** A case that is only played: an act, and time until the end of the year. */
export function scenarioExample(name: string, act: string): object {
  const procedure = procedureOf(name);
  return {
    procedure: name,
    filing: filingOf(procedure),
    filedAt: past,
    acts: [{ act, at: "2026-01-20", by: actNamed(procedure.shape, act).by[0], ...actExample(procedure, act) }],
    until: "2026-12-31",
  };
}
