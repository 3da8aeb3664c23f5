/** The form of what is sent, read by zod schemas: every fault at once, each at the pointer of what is wrong. */
import type { z } from "zod";
import { type Fault, refuseMalformed } from "./refusal.js";

const escaped = (part: PropertyKey): string => String(part).replaceAll("~", "~0").replaceAll("/", "~1");

/** What zod says, as a person would: a missing field is missing. */
const sentence = ({ message }: z.core.$ZodIssue): string =>
  message.endsWith("received undefined") ? "This field is required." : message.replace(/^Invalid input: /, "");

const mostFaults = 50;

/** Zod's issues as faults: an unknown field has its own. `prefix` is the pointer of what was read. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], prefix = ""): Fault[] {
  return issues
    .flatMap((issue) => {
      const at = [prefix, ...issue.path.map(escaped)].join("/");
      if (issue.code !== "unrecognized_keys") return [{ pointer: at || "/", detail: sentence(issue) }];
      return issue.keys.map((key) => ({ pointer: `${at}/${escaped(key)}`, detail: "No such field." }));
    })
    .slice(0, mostFaults);
}

/** Reads a value by its schema. @throws DeskRefusal `malformed` naming each fault. */
export function readForm<Schema extends z.ZodType>(schema: Schema, value: unknown, prefix = ""): z.output<Schema> {
  const read = schema.safeParse(value);
  return read.success ? read.data : refuseMalformed(faultsOf(read.error.issues, prefix));
}
