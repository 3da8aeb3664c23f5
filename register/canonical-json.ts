/**
 * JSON with sorted keys and no spaces: the same value always gives the same text, whatever order its keys were written
 * in, so that a hash taken today can be taken again by anyone in ten years. It keeps `JSON.stringify`'s reading of values
 * (dropped `undefined`, `toJSON`, escaped lone surrogates): what is hashed is exactly what was stored.
 */
export function canonicalJson(value: unknown): string {
  return written(value) ?? "null";
}

function written(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) as string | undefined;
  if ("toJSON" in value && typeof value.toJSON === "function") return written(value.toJSON());
  if (Array.isArray(value)) return `[${value.map((item) => written(item) ?? "null").join(",")}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = written((value as Record<string, unknown>)[key]);
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${member}`);
  }
  return `{${members.join(",")}}`;
}
