import type { JournalEvent, Register, StopListening } from "../register/register.js";

/** Tells whoever watches a case that its journal has grown: one connection, however many watch. */
export interface JournalListener {
  /** Calls back at each new burst of the case, and whenever one may have been missed. */
  watch(caseId: string, grown: () => void): Promise<() => void>;
  close(): Promise<void>;
}

export function listenToJournal(register: Pick<Register, "listen">): JournalListener {
  const watchers = new Map<string, Set<() => void>>();
  let listening: Promise<StopListening> | undefined;

  const onEvent = (event: JournalEvent): void => {
    for (const grown of watchers.get(event.case) ?? []) grown();
  };
  const onGap = (): void => {
    for (const those of watchers.values()) for (const grown of those) grown();
  };

  return {
    async watch(caseId, grown) {
      listening ??= register.listen({ onEvent, onGap });
      try {
        await listening;
      } catch (fault) {
        listening = undefined;
        throw fault;
      }
      const those = watchers.get(caseId) ?? new Set();
      watchers.set(caseId, those.add(grown));
      return () => {
        those.delete(grown);
        if (those.size === 0) watchers.delete(caseId);
      };
    },
    async close() {
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}
