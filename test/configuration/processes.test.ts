import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a process says, and how it leaves, with this environment. */
const leaves = (file: string, args: readonly string[], env: Record<string, string>) =>
  new Promise<{ code: unknown; said: string }>((answer) => {
    const options = { cwd: root, env: { ...process.env, GUICHET_HOME: "/nowhere/guichet", ...env }, timeout: 60_000 };
    execFile(process.execPath, ["--import", "tsx", file, ...args], options, (fault, out, err) =>
      answer({ code: (fault as { code?: unknown } | null)?.code ?? 0, said: out + err }),
    );
  });

const processes: [string, ...string[]][] = [
  ["api/main.ts"],
  ["worker/main.ts"],
  ["scripts/start.ts"],
  ["scripts/migrate.ts"],
  ["scripts/rebuild.ts"],
  ["scripts/find-temporal.ts"],
  ["scripts/demo.ts"],
  ["scripts/cohort.ts", "acces-precoce-2021-2023", "--record"],
];

describe("a configuration that can't be used", { timeout: 180_000 }, () => {
  it.concurrent.each(processes)("ends %s with the sentences that say why, and no stack", async (file, ...args) => {
    const { code, said } = await leaves(file, args, { PORT: "70000", LOG_LEVEL: "loud" });
    expect(said).toContain('PORT: found "70000"; expected the port of the API');
    expect(said).toContain("LOG_LEVEL: found");
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it.concurrent.each([["api/main.ts"], ["worker/main.ts"], ["scripts/migrate.ts"]])(
    "ends %s that has no servers with what to set",
    async (file) => {
      const { code, said } = await leaves(file, [], { DATABASE_URL: "", TEMPORAL_ADDRESS: "" });
      expect(said).toContain("Set DATABASE_URL (the register) and TEMPORAL_ADDRESS (Temporal), or run `npm start`");
      expect(said).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    },
  );
});
