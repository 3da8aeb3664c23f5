import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isAlive } from "./servers/exit.js";

/**
 * What tells a process from a later one that was given the same number: when it began. Null when it isn't there.
 */
export function processIdentity(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    // After the name, which may hold spaces and parentheses, the twentieth field is the start time; the first, the state.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    try {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    } catch {
      return null;
    }
  }
}

/** A process and when it began, as it is written in a file. */
export interface Identified {
  readonly pid: number;
  readonly began: string | null;
}

/** Names a living process so that it can be recognised later. */
export const identified = (pid: number): Identified => ({ pid, began: processIdentity(pid) });

/** Whether that very process still lives. */
export const stillLives = ({ pid, began }: Identified): boolean => began !== null && processIdentity(pid) === began;
