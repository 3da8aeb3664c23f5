import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { dirname } from "node:path";

/** What a first start writes, with room for a few thousand cases. */
const neededMegabytes = 300;

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this user may not write there",
  EPERM: "this user may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file is in the way",
  ENOENT: "no folder can be made there",
  EEXIST: "a file is in the way",
};

/** The folder itself, or the nearest one above it that exists. */
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

/** Makes a folder and those above it, one by one: under /proc, which takes none, a recursive mkdir of Node never ends. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  mkdirSync(folder);
}

/**
 * Makes the data folder and says early, in one sentence, when nothing can be kept there.
 *
 * @throws Error saying why and what to set.
 */
export function prepareHome(home: string): void {
  try {
    // Asked first: on a read-only disk a mkdir answers "no such file or directory".
    accessSync(nearest(home), constants.W_OK);
    make(home);
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException;
    throw new Error(
      `The data folder ${home} can't be used: ${reasons[code ?? ""] ?? message}. Set GUICHET_HOME to another folder.`,
    );
  }
  const { bavail, bsize } = statfsSync(home);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < neededMegabytes)
    throw new Error(
      `Only ${free} MB are free on the disk of ${home}, and Guichet needs ${neededMegabytes}: make room, or set GUICHET_HOME to another disk.`,
    );
}
