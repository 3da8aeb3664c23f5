import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { addDays, civilDate, daysBetween } from "../../law/civil-date.js";
import { testApi } from "./open.js";

const api = testApi({ worker: true });

/** The case by hand of the README, as somebody would paste it. */
const pasted = (token: string): string => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const block = /## A case by hand[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(block).toContain("api=localhost:4000/v1");
  // The issuer of a test is another: its token is what is pasted.
  expect(block).toContain("$(npm run --silent token)");
  return block.replace("localhost:4000", new URL(api.url).host).replace("$(npm run --silent token)", token);
};

it("the README's case by hand ends on a deadline that moved, the second time as the first", async () => {
  for (const _time of [1, 2]) {
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", pasted(await api.tokenFor("developer"))], {
      timeout: 50_000,
    });
    expect(stderr).toBe("");
    const [first = "", state, now, last = "", ...explanation] = stdout.split("\n");
    expect(state).toBe("suspended");
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT/);
    const moved = daysBetween(civilDate(first), civilDate(last));
    expect([10, 11], "eleven where Paris is a day ahead of the advance").toContain(moved);
    expect(addDays(civilDate(first), moved)).toBe(last);
    expect(explanation.join("\n")).toContain("Suspension");
  }
});
