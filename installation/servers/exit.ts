import type { ChildProcess } from "node:child_process";

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // EPERM: it is there and belongs to somebody else.
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Waits, without holding a resource, until a condition holds; false when time is over first. */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  within: number,
  every = 25,
): Promise<boolean> {
  const until = Date.now() + within;
  for (;;) {
    if (await holds()) return true;
    if (Date.now() >= until) return false;
    await new Promise((tick) => setTimeout(tick, every));
  }
}

const signalTo = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
};

/** Ends a process politely, then firmly. */
export async function end(pid: number, polite: NodeJS.Signals, patience: number, firm: NodeJS.Signals): Promise<void> {
  signalTo(pid, polite);
  if (await eventually(() => !isAlive(pid), patience)) return;
  signalTo(pid, firm);
  await eventually(() => !isAlive(pid), 5_000);
}

/** Ends a process at once, even one that was stopped. */
export const kill = (pid: number): void => signalTo(pid, "SIGKILL");

/** Waits a minute at most until a server just started answers: null once it does, else why it doesn't, in a few words. */
export async function faultOfStart(gone: Promise<string>, answers: () => Promise<boolean>): Promise<string | null> {
  let left: string | null = null;
  void gone.then((how) => {
    left = how;
  });
  const answering = await eventually(async () => left !== null || (await answers()), 60_000);
  return left ?? (answering ? null : "no answer within a minute");
}

/** Resolves when a child has left, with a few words about how. */
export const leaving = (child: ChildProcess): Promise<string> =>
  new Promise((left) => {
    child.once("error", (fault) => left(fault.message));
    child.once("exit", (code, signal) => left(signal ? `killed by ${signal}` : `exit code ${code}`));
  });
