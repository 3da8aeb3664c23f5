import type { Register, StopListening } from "../register/register.js";
import type { LeftAside } from "./left-aside.js";

/** Who watches the journal of a case. */
export interface Watcher {
  /** A new burst, or some that may have been missed: read on. It hears. */
  grown(): void;
  /** Nothing can be heard any more, until `grown`. */
  deaf(): void;
}

/** Tells whoever watches a case that its journal has grown: one connection, however many watch. */
export interface JournalListener {
  watch(caseId: string, watcher: Watcher): Promise<() => void>;
  close(): Promise<void>;
}

export function listenToJournal(register: Pick<Register, "listen">, leftAside: LeftAside): JournalListener {
  const watchers = new Map<string, Set<Watcher>>();
  let listening: Promise<StopListening> | undefined;
  let hears = true;

  const all = (): Watcher[] => [...watchers.values()].flatMap((those) => [...those]);
  const listen = (): Promise<StopListening> =>
    register.listen({
      onEvent: (event) => {
        for (const watcher of watchers.get(event.case) ?? []) watcher.grown();
      },
      onGap: () => {
        hears = true;
        for (const watcher of all()) watcher.grown();
      },
      onDeaf: () => {
        hears = false;
        for (const watcher of all()) watcher.deaf();
      },
      onLeftAside: (what, why) => leftAside.note("journal-listener", what, why),
    });

  return {
    async watch(caseId, watcher) {
      listening ??= listen();
      try {
        await listening;
      } catch (fault) {
        listening = undefined;
        throw fault;
      }
      const those = watchers.get(caseId) ?? new Set();
      watchers.set(caseId, those.add(watcher));
      if (!hears) watcher.deaf();
      return () => {
        those.delete(watcher);
        if (those.size === 0) watchers.delete(caseId);
      };
    },
    async close() {
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}
