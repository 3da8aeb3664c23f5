/** Wide enough for an act: what changes of it is one line. */
const width = 12_000;

/** JSON to be read and compared: what fits on a line stands on it, the rest is indented by one space. */
export const jsonText = (value: unknown): string => `${written(value, 0)}\n`;

function written(value: unknown, indent: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const line = onOneLine(value);
  if (indent + line.length <= width) return line;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = " ".repeat(indent + 1);
  const members = Array.isArray(value)
    ? value.map((one) => written(one, indent + 1))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${written(one, indent + 1)}`);
  return `${open}\n${members.map((member) => inner + member).join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${onOneLine(one)}`);
  return members.length === 0 ? "{}" : `{${members.join(",")}}`;
}
