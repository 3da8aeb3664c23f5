import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts in ticks of ten milliseconds. */
const tickMs = 10;

/** What follows the name in `/proc/PID/stat`, which may hold anything: the state first, then the parent's number. Undefined once it is over. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/**
 * CPU of a process and of its children, those that are over too, in milliseconds: user and system. Linux only.
 * @throws Error when there is no such process
 */
export function cpuOf(pid: number): number {
  const spent = spentBy(pid);
  if (spent === undefined) throw new Error(`Process ${pid} is over, or isn't on this Linux.`);
  return spent;
}

/** A child that ends meanwhile is counted by its parent, once it has noticed. */
function spentBy(pid: number): number | undefined {
  const fields = fieldsOf(pid);
  if (fields === undefined) return undefined;
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
  return childrenOf(pid).reduce((sum, child) => sum + (spentBy(child) ?? 0), own * tickMs);
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(fieldsOf(Number(name))?.[1]) === pid)
    .map(Number);
}
