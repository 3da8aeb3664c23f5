import pg from "pg";
import { connectionSettings } from "./connections.js";

/** A burst was committed: the case, and the number of its last entry. */
export interface JournalEvent {
  case: string;
  entry: number;
}

/** Stops listening. */
export type StopListening = () => Promise<void>;

const RETRY_MS = 500;

/**
 * Hears of every committed burst, on a connection of its own that is opened again when it is lost. Notifications sent in
 * between are lost with it: `onGap` then says to read the journal again from where one was. Resolves once it hears.
 */
export async function listenToJournal(
  databaseUrl: string,
  applicationName: string,
  onEvent: (event: JournalEvent) => void,
  onGap: () => void = () => undefined,
): Promise<StopListening> {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...connectionSettings(databaseUrl, applicationName), query_timeout: 5_000 });
    fresh.on("notification", ({ payload }) => {
      if (payload !== undefined) onEvent(JSON.parse(payload) as JournalEvent);
    });
    // An error on an idle connection is followed by its end, which is what we act upon.
    fresh.on("error", () => undefined);
    try {
      await fresh.connect();
      await fresh.query("listen guichet_journal");
    } catch (error) {
      await fresh.end().catch(() => undefined);
      throw error;
    }
    if (stopped) return fresh.end();
    client = fresh;
    fresh.once("end", reconnectLater);
  };
  const reconnectLater = (): void => {
    client = undefined;
    if (!stopped) retry = setTimeout(() => void connect().then(onGap, reconnectLater), RETRY_MS);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
