/** The form of what is sent, read by zod schemas: every fault at once, each at the pointer of what is wrong. */
import type { z } from "zod";
import { type Fault, type FaultParameters, faultAt } from "../case/fault.js";
import { refuseMalformed } from "./refusal.js";

const escaped = (part: PropertyKey): string => String(part).replaceAll("~", "~0").replaceAll("/", "~1");

const mostFaults = 50;

/** The bound of a size: of a text, of a list, else of a number. */
function sizeFault(at: string, issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Fault {
  const { origin } = issue;
  if (issue.code === "too_small") {
    const least = Number(issue.minimum);
    if (origin === "string") return faultAt(at, "too-short", { least });
    return origin === "array" ? faultAt(at, "too-few", { least }) : faultAt(at, "too-small", { least });
  }
  const most = Number(issue.maximum);
  if (origin === "string") return faultAt(at, "too-long", { most });
  return origin === "array" ? faultAt(at, "too-many", { most }) : faultAt(at, "too-big", { most });
}

type TypeName = FaultParameters<"wrong-type">["type"];

/** Our names of zod's types, where they differ. */
const typeNames: Readonly<Record<string, TypeName>> = {
  int: "integer",
  record: "object",
  map: "object",
  tuple: "array",
};

/** The codes that a refinement may give of itself: `params: { fault: "not-a-day" }`. */
const refined = ["not-a-line", "not-a-text", "not-a-day", "not-an-instant"] as const;

const isMissing = ({ input }: z.core.$ZodIssue): boolean => input === undefined;

/** What zod found, by our codes. Its issues report what was given. */
function faultOf(issue: z.core.$ZodIssue, at: string): Fault {
  switch (issue.code) {
    case "invalid_type":
      if (isMissing(issue)) return faultAt(at, "required", {});
      return faultAt(at, "wrong-type", { type: typeNames[issue.expected] ?? (issue.expected as TypeName) });
    case "too_small":
    case "too_big":
      return sizeFault(at, issue);
    case "invalid_value":
      return isMissing(issue)
        ? faultAt(at, "required", {})
        : faultAt(at, "not-a-choice", { choices: issue.values.map(String) });
    case "invalid_format":
      // A pattern that has words of its own is said by them.
      return issue.pattern !== undefined && issue.message.startsWith("Invalid")
        ? faultAt(at, "wrong-shape", { pattern: issue.pattern.replaceAll(/^\/|\/[a-z]*$/g, "") })
        : faultAt(at, "rule", { rule: issue.message });
    case "custom": {
      const code = refined.find((one) => one === issue.params?.fault);
      return code === undefined ? faultAt(at, "rule", { rule: issue.message }) : faultAt(at, code, {});
    }
    case "invalid_union": {
      const [first, ...others] = issue.errors.flatMap(([one]) => (one === undefined ? [] : [faultOf(one, at)]));
      if (first === undefined || isMissing(issue)) return faultAt(at, "required", {});
      return first.code === "not-a-day" && others.some(({ code }) => code === "not-an-instant")
        ? faultAt(at, "not-a-moment", {})
        : first;
    }
    default:
      return faultAt(at, "rule", { rule: issue.message });
  }
}

/** Zod's issues as faults: an unknown field has its own. `prefix` is the pointer of what was read. */
function faultsOf(issues: readonly z.core.$ZodIssue[], prefix = ""): Fault[] {
  return issues
    .flatMap((issue) => {
      const at = [prefix, ...issue.path.map(escaped)].join("/");
      if (issue.code !== "unrecognized_keys") return [faultOf(issue, at)];
      return issue.keys.map((key) => faultAt(`${at}/${escaped(key)}`, "no-such-field", { fields: [] }));
    })
    .slice(0, mostFaults);
}

/** The value, or all its faults. */
export function readOrFaults<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  prefix = "",
): { readonly data: z.output<Schema> } | { readonly faults: readonly Fault[] } {
  const read = schema.safeParse(value, { reportInput: true });
  return read.success ? { data: read.data } : { faults: faultsOf(read.error.issues, prefix) };
}

/** Reads a value by its schema. @throws DeskRefusal `malformed` naming each fault. */
export function readForm<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ""): z.output<Schema> {
  const read = readOrFaults(schema, value, prefix);
  return "data" in read ? read.data : refuseMalformed(read.faults);
}
