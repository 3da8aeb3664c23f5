import pg from "pg";
import { connectionSettings } from "./connections.js";

/** A burst was committed: the case, and the number of its last entry. */
export interface JournalEvent {
  case: string;
  entry: number;
}

/** Stops listening. */
export type StopListening = () => Promise<void>;

/** Who listens to the journal. What one of these throws is nobody else's fault: it is left aside, and logged. */
export interface Listener {
  onEvent(event: JournalEvent): void;
  /** It hears again, after a time in which it may have missed some: the journal is to be read again from where one was. */
  onGap?(): void;
  /** It can't hear any more, until `onGap`. */
  onDeaf?(): void;
  /** What was left aside: a notification that isn't a journal event, or an event at which the listener failed. */
  onLeftAside?(what: string, why: unknown): void;
}

const RETRY_MS = 500;
/** A connection may be half open: nothing comes, and nothing says so. With the patience of a query, heard of in half a minute. */
const ASK_EVERY_MS = 20_000;
const QUERY_TIMEOUT_MS = 5_000;

/**
 * Hears of every committed burst, on a connection of its own that is opened again when it is lost, or when it doesn't answer any
 * more. Notifications sent in between are lost with it: `onGap` then says so. Resolves once it hears.
 */
export async function listenToJournal(
  databaseUrl: string,
  applicationName: string,
  listener: Listener,
  { askEveryMs = ASK_EVERY_MS }: { askEveryMs?: number } = {},
): Promise<StopListening> {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const telling = (what: string, tell: () => void): void => {
    try {
      tell();
    } catch (fault) {
      listener.onLeftAside?.(what, fault);
    }
  };
  const onNotification = (payload = ""): void => {
    const event = eventOf(payload);
    if (event === null) listener.onLeftAside?.(payload.slice(0, 100), "not a journal event");
    else telling(`${event.case}, ${event.entry}`, () => listener.onEvent(event));
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({
      ...connectionSettings(databaseUrl, applicationName),
      query_timeout: QUERY_TIMEOUT_MS,
    });
    fresh.on("notification", ({ payload }) => onNotification(payload));
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
    // One that doesn't answer is cut; its end does the rest.
    let asking: NodeJS.Timeout;
    const askLater = (): void => {
      asking = setTimeout(() => {
        fresh.query("select 1").then(askLater, () => fresh.connection.stream.destroy());
      }, askEveryMs);
    };
    askLater();
    fresh.once("end", () => {
      clearTimeout(asking);
      client = undefined;
      if (stopped) return;
      telling("deaf", () => listener.onDeaf?.());
      connectLater();
    });
  };
  const connectLater = (): void => {
    if (stopped) return;
    const hearAgain = (): void => telling("gap", () => listener.onGap?.());
    retry = setTimeout(() => void connect().then(hearAgain, connectLater), RETRY_MS);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}

/** The event that a notification tells; null when it tells none: any role that may connect may notify. */
function eventOf(payload: string): JournalEvent | null {
  try {
    const { case: id, entry } = JSON.parse(payload) as Partial<Record<keyof JournalEvent, unknown>>;
    return typeof id === "string" && typeof entry === "number" ? { case: id, entry } : null;
  } catch {
    return null;
  }
}
