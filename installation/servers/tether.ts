import { spawn } from "node:child_process";

/** Keeps some processes from outliving us. */
export interface Tether {
  /** The process that holds the other end; undefined where there is no shell. */
  readonly pid: number | undefined;
  /** Lets the processes live on, or die by our own hand. */
  release(): void;
}

/**
 * Ties processes to the life of this one, even when it is killed by surprise: a shell holds the other end of a pipe,
 * which closes with us whatever the way we go, and then ends the given processes, one after the other, and removes a
 * folder.
 */
export function tether(pids: readonly number[], folder = ""): Tether {
  // One after the other, in the order given: those who use a server leave before it.
  const script =
    'folder=$1; shift; read -r word; [ "$word" = release ] && exit 0; ' +
    'for pid; do kill -INT "$pid" 2>/dev/null || continue; ' +
    'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do kill -0 "$pid" 2>/dev/null || break; sleep 0.5; done; ' +
    'kill -9 "$pid" 2>/dev/null; done; ' +
    '[ -n "$folder" ] && rm -rf "$folder"; exit 0';
  const holder = spawn("sh", ["-c", script, "guichet-tether", folder, ...pids.map(String)], {
    // Its own group: Ctrl-C reaches us, not the one who cleans after us.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  holder.on("error", () => undefined);
  holder.stdin.on("error", () => undefined);
  holder.unref();
  (holder.stdin as unknown as { unref?: () => void }).unref?.();
  return { pid: holder.pid, release: () => holder.stdin.end("release\n") };
}
