/** What is wrong with a field of a form. */
import type { JsonSchema } from "../../case/schema.js";

export interface FieldFault {
  readonly pointer: string;
  /** Of its field. */
  readonly label?: string | undefined;
  readonly words: string;
}

/** The schema of what stands at a pointer. */
export function schemaAt(schema: JsonSchema, pointer: string): JsonSchema | undefined {
  let found: JsonSchema | undefined = schema;
  for (const part of pointer.split("/").slice(1))
    found =
      found?.type === "array"
        ? found.items
        : Object.hasOwn(found?.properties ?? {}, part)
          ? found?.properties?.[part]
          : undefined;
  return found;
}
