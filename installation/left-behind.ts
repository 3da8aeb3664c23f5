import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Identified, identified, stillLives } from "./process-identity.js";
import { end, eventually } from "./servers/exit.js";

const record = z.record(z.string(), z.object({ pid: z.number(), began: z.string().nullable() }));

const fileOf = (home: string): string => join(home, "processes.json");

/** Writes which processes belong to this start, for the next one to recognise should this one be killed. */
export function noteProcesses(home: string, pids: Readonly<Record<string, number | undefined>>): void {
  const noted: Record<string, Identified> = {};
  for (const [name, pid] of Object.entries(pids)) if (pid !== undefined) noted[name] = identified(pid);
  const file = fileOf(home);
  writeFileSync(`${file}.arriving`, JSON.stringify(noted));
  renameSync(`${file}.arriving`, file);
}

/** There is nothing left to recognise. */
export const forgetProcesses = (home: string): void => rmSync(fileOf(home), { force: true });

/**
 * Ends what a killed start has left running: its worker and its API, which would answer on our ports, and its Temporal,
 * which would share our database file. PostgreSQL isn't among them: it is adopted.
 *
 * @returns the names of what was still there.
 */
export async function endLeftBehind(home: string): Promise<string[]> {
  let noted: Record<string, Identified>;
  try {
    noted = record.parse(JSON.parse(readFileSync(fileOf(home), "utf8")));
  } catch {
    return [];
  }
  const { tether, postgres: _adopted, ...others } = noted;
  // The tether is already ending them all, politely: it needs a moment, not help.
  if (tether) await eventually(() => !stillLives(tether), 30_000);
  const living = Object.entries(others).filter(([, process]) => stillLives(process));
  await Promise.all(living.map(([, { pid }]) => end(pid, "SIGTERM", 10_000, "SIGKILL")));
  forgetProcesses(home);
  return living.map(([name]) => name);
}
