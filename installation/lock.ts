import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Identified, identified, stillLives } from "./process-identity.js";

const holder = z.object({ pid: z.number(), began: z.string().nullable() });

/** The lock of a home: one installation at a time may run on it. */
export interface Lock {
  /** The start that held it and died without letting it go, if that is how it was found. */
  readonly abandonedBy: Identified | null;
  release(): void;
}

/** Somebody else runs on this home. */
export class HomeInUse extends Error {
  override readonly name = "HomeInUse";

  constructor(
    readonly home: string,
    readonly pid: number,
  ) {
    super(
      `Guichet already runs on ${home} (process ${pid}): nothing was touched. Stop it with Ctrl-C where it runs, or ` +
        "start another with its own GUICHET_HOME, PORT and TEMPORAL_UI_PORT.",
    );
  }
}

function read(file: string): Identified | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

const isHere = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === "EEXIST";
const isGone = (fault: unknown): boolean => (fault as NodeJS.ErrnoException).code === "ENOENT";

/**
 * Takes the lock of a home. A second development server would open the same database file without a word, so the lock
 * comes before everything else; the lock of a process that died is taken over.
 *
 * @throws HomeInUse when a living start holds it.
 */
export function lockHome(home: string, self: Identified = identified(process.pid)): Lock {
  mkdirSync(home, { recursive: true });
  const file = join(home, "lock");
  const mine = `${file}.${randomUUID()}`;
  writeFileSync(mine, JSON.stringify(self));
  let abandonedBy: Identified | null = null;
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and only where there is nothing: unlike a file that is being written.
        linkSync(mine, file);
        break;
      } catch (fault) {
        if (!isHere(fault)) throw fault;
      }
      const found = read(file);
      if (found && stillLives(found)) throw new HomeInUse(home, found.pid);
      abandonedBy = found ?? abandonedBy;
      // Two starts may see the same dead lock: whoever moves it away looks at what it really moved.
      const aside = `${file}.${randomUUID()}`;
      try {
        renameSync(file, aside);
      } catch (fault) {
        if (isGone(fault)) continue;
        throw fault;
      }
      const moved = read(aside);
      if (moved && stillLives(moved)) {
        renameSync(aside, file);
        throw new HomeInUse(home, moved.pid);
      }
      rmSync(aside, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    abandonedBy,
    release() {
      if (read(file)?.pid === self.pid) rmSync(file, { force: true });
    },
  };
}
