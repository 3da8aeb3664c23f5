/** What is wrong with a field, in French: the schema says what it wanted, whoever found it. */
import { firstFault, type JsonSchema } from "../../case/schema.js";
import { one, type Typed, valueTyped } from "./given.js";

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

/** What a field of that schema must be; undefined where what was typed is as the schema says: something else is wrong with it. */
export function wanted(schema: JsonSchema, typed: Typed, pointer: string): string | undefined {
  if (firstFault(schema, valueTyped(schema, typed, pointer)) === null) return undefined;
  const { type, minItems, maxItems, minimum, maximum, maxLength, pattern, format } = schema;
  const text = one(typed, pointer);
  if (type === "array")
    return minItems !== undefined && minItems > 0
      ? `Indiquez-en au moins ${minItems}${maxItems === undefined ? "" : `, et ${maxItems} au plus`}.`
      : `Indiquez-en ${maxItems ?? 0} au plus.`;
  if (schema.enum !== undefined || type === "boolean") return "Choisissez une réponse.";
  if (type === "number" || type === "integer") {
    const kind = type === "integer" ? "un nombre entier" : "un nombre";
    if (minimum !== undefined && maximum !== undefined) return `Indiquez ${kind} de ${minimum} à ${maximum}.`;
    return `Indiquez ${kind}${minimum === undefined ? "" : ` d'au moins ${minimum}`}${maximum === undefined ? "" : ` de ${maximum} au plus`}.`;
  }
  if (format === "date") return "Indiquez un jour qui existe, entre le 1er janvier 1981 et le 30 décembre 2199.";
  if (type !== "string") return undefined;
  if (text.trim() === "") return "Ce champ est nécessaire.";
  if (maxLength !== undefined && text.length > maxLength) return `Pas plus de ${maxLength} caractères.`;
  if (pattern !== undefined) return "Cette valeur n'a pas la forme attendue.";
  return "Une seule ligne, sans caractère de commande.";
}
