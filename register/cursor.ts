/** A place in a list was asked for with a cursor that this register didn't issue. */
export class UnknownCursor extends Error {
  override readonly name = "UnknownCursor";
  constructor() {
    super("This cursor doesn't come from a previous page.");
  }
}

/** The opaque name of the last row of a page: its sort key. */
export function cursorAfter(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key named by a cursor, which must have `length` parts. */
export function keyOfCursor(cursor: string, length: number): string[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw new UnknownCursor();
  }
  if (!Array.isArray(key) || key.length !== length || !key.every((part) => typeof part === "string")) {
    throw new UnknownCursor();
  }
  return key;
}
