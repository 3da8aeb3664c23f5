/** JSON that every reader takes in the same way (RFC 7493): no member twice in an object, no number that wouldn't be kept as it is written. */

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]|-?\d[\d.eE+-]*/gs;

const isKept = (literal: string): boolean => {
  const number = Number(literal);
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
};

function nameOf(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

/** What two readers might take otherwise, as a sentence; undefined when there is nothing. Text that isn't JSON is left to the parser. */
export function ambiguityOf(text: string): string | undefined {
  const objects: (Set<string> | undefined)[] = [];
  let last = "";
  for (const [token] of text.matchAll(tokens)) {
    if (token === "{") objects.push(new Set());
    else if (token === "[") objects.push(undefined);
    else if (token === "}" || token === "]") objects.pop();
    else if (token === ":") {
      const name = nameOf(last);
      const names = objects.at(-1);
      if (names?.has(name)) return `The member ${JSON.stringify(name).slice(0, 60)} is there twice in one object.`;
      names?.add(name);
    } else if (!token.startsWith('"') && !isKept(token)) {
      return `The number ${token.slice(0, 40)} can't be kept as it is written.`;
    }
    last = token;
  }
  return undefined;
}
