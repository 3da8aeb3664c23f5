import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** Given a process's number before that process may do anything: to tether it and to note it. */
export type Hold = (pid: number) => void;

/** Where a process writes, and perhaps the pipe by which it talks to us; it reads nothing. */
type Outputs = readonly ("ignore" | "pipe" | "ipc" | number)[];

/** A shell that waits for our word and becomes the program, under the same number; without the word, it leaves. */
const waiting = 'read -r word && [ "$word" = go ] && exec "$@" </dev/null';

/**
 * Starts a process that does nothing before `hold` has returned. Whoever is killed between the two leaves no orphan: the
 * pipe closes, and what waits behind it was never the program.
 */
export function born(
  command: string,
  args: readonly string[],
  options: Omit<SpawnOptions, "stdio">,
  outputs: Outputs,
  hold: Hold = () => undefined,
): ChildProcess {
  // Windows has no such shell, and no tether either.
  if (process.platform === "win32") return spawn(command, args, { ...options, stdio: ["ignore", ...outputs] });
  const child = spawn("sh", ["-c", waiting, "guichet-birth", command, ...args], {
    ...options,
    stdio: ["pipe", ...outputs],
  });
  child.stdin?.on("error", () => undefined);
  if (child.pid !== undefined) hold(child.pid);
  child.stdin?.end("go\n");
  return child;
}
