import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readlinkSync, realpathSync } from "node:fs";

const filesOf = (pid: string): string[] => {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((one) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${one}`)];
      } catch {
        return [];
      }
    });
  } catch {
    // Gone meanwhile, or another user's.
    return [];
  }
};

/** The number of another process that has this file open, as far as this user may see; null when nobody has. */
export function holderOf(file: string): number | null {
  if (!existsSync(file)) return null;
  const path = realpathSync(file);
  if (existsSync("/proc/self/fd")) {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
    const holder = pids.find((pid) => filesOf(pid).includes(path));
    return holder === undefined ? null : Number(holder);
  }
  try {
    const said = execFileSync("lsof", ["-t", "--", path], { encoding: "utf8", timeout: 10_000 });
    return (
      said
        .split("\n")
        .map(Number)
        .find((pid) => pid > 0 && pid !== process.pid) ?? null
    );
  } catch {
    // Nobody, or no `lsof`.
    return null;
  }
}
