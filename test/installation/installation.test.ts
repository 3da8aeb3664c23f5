import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configuration } from "../../config/index.js";
import { checkDatabase, checkTemporal } from "../../installation/given-servers.js";
import { prepareHome } from "../../installation/home.js";
import { startInstallation } from "../../installation/installation.js";
import { lockHome } from "../../installation/lock.js";
import { progressOn } from "../../installation/progress.js";

let folder: string;
const progress = progressOn({ write: () => true }, () => 0);
const programs = { worker: "/nowhere", api: "/nowhere", migrate: async () => undefined };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guichet-start-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Somebody else's program, on a port of its own. */
async function somebody(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: (server.address() as AddressInfo).port, server };
}

/** What a start answers that can't succeed. */
async function refusal(env: Record<string, string>): Promise<string> {
  const installation = startInstallation(configuration({ GUICHET_HOME: folder, ...env }), programs, progress);
  const outcome = await installation.ready.then(
    () => "ready",
    (fault: Error) => fault.message,
  );
  await installation.stop();
  return outcome;
}

describe("a start that can't succeed", () => {
  it("says which port is taken, before starting anything", async () => {
    const { port, server } = await somebody();
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} is taken by another program: stop it, or set PORT to a free port.`,
    );
    expect(await refusal({ PORT: "0", TEMPORAL_UI_PORT: String(port) })).toContain("set TEMPORAL_UI_PORT");
    expect(readdirSync(folder)).toEqual([]);
    server.close();
  });

  it("says that another start holds the home, and leaves its files alone", async () => {
    const lock = lockHome(folder);
    writeFileSync(join(folder, "addresses.json"), "{}");
    expect(await refusal({ PORT: "0" })).toContain(`Guichet already runs on ${folder}`);
    expect(readdirSync(folder).sort()).toEqual(["addresses.json", "lock"]);
    lock.release();
  });

  it("says that the data folder can't be used", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(await refusal({ GUICHET_HOME: join(file, "home") })).toContain("can't be used: a file is in the way");
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it.skipIf(process.platform !== "linux")(
    "says that no folder can be made where the system makes them all",
    async () => {
      for (const home of ["/proc/x", "/proc/x/y"])
        expect(await refusal({ GUICHET_HOME: home })).toMatch(
          new RegExp(`^The data folder ${home} can't be used: .*\\. Set GUICHET_HOME to another folder\\.$`),
        );
    },
  );

  it.skipIf(process.getuid?.() === 0)("says that this user may not write there", () => {
    chmodSync(folder, 0o500);
    expect(() => prepareHome(folder)).toThrow("this user may not write there");
    chmodSync(folder, 0o700);
  });

  it("says that the given servers don't answer, and shows no password", async () => {
    const { port, server } = await somebody();
    server.close();
    const database = await checkDatabase(`postgres://clerk:swordfish@127.0.0.1:${port}/guichet`, 0).catch(String);
    expect(database).toContain(`The database of DATABASE_URL (127.0.0.1:${port}) doesn't answer`);
    expect(database).not.toContain("swordfish");
    const temporal = await checkTemporal({ address: `127.0.0.1:${port}`, namespace: "default" }, false, 0).catch(
      String,
    );
    expect(temporal).toContain(`Temporal (TEMPORAL_ADDRESS, 127.0.0.1:${port}) doesn't serve the namespace default`);
  });
});
