import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts in ticks of ten milliseconds. */
const tickMs = 10;

/** What follows the name in `/proc/PID/stat`, which may hold anything: the state first, then the parent's number. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** CPU of a process and of its children, those that are over too, in milliseconds: user and system. Linux only. */
export function cpuOf(pid: number): number {
  const [user, system, endedUser, endedSystem] = fieldsOf(pid).slice(11, 15).map(Number);
  const own = (user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0);
  return own * tickMs + childrenOf(pid).reduce((sum, child) => sum + cpuOf(child), 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return Number(fieldsOf(Number(name))[1]) === pid ? [Number(name)] : [];
    } catch {
      // Gone since the folder was read.
      return [];
    }
  });
}
