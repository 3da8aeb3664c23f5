/** A server or a program that was started and can leave. */
export interface Running {
  readonly pid: number;
  /** Resolves when it is gone, with a few words about how. */
  readonly gone: Promise<string>;
  stop(): Promise<void>;
}

/** Something that is started again whenever it leaves without being asked. */
export interface Supervised<Part extends Running> {
  readonly now: Part;
  stop(): Promise<void>;
}

/** How supervision speaks and waits. */
export interface Supervision {
  /** Told one sentence when something left, and one for each restart that fails. */
  tell(sentence: string): void;
  /** Called after each restart, when process numbers have changed. */
  restarted?(): void;
  /** Milliseconds before the given attempt; the first is immediate. */
  patience?(attempt: number): number;
}

const doubling = (attempt: number): number => (attempt === 0 ? 0 : Math.min(30_000, 500 * 2 ** (attempt - 1)));

/** A part that lives less than this is failing, not unlucky: waiting grows from one death to the next. */
const soundAfter = 20_000;

/**
 * Starts a part and starts it again each time it leaves without being asked, at once, then more and more patiently.
 * The first start isn't tried again: if it fails, a person must look.
 */
export async function supervise<Part extends Running>(
  name: string,
  start: () => Promise<Part>,
  supervision: Supervision,
): Promise<Supervised<Part>> {
  const patience = supervision.patience ?? doubling;
  let part = await start();
  let stopping = false;
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });

  const wait = async (milliseconds: number): Promise<void> => {
    if (milliseconds === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([interrupted, new Promise((tick) => (timer = setTimeout(tick, milliseconds)))]);
    clearTimeout(timer);
  };

  const watch = async (): Promise<void> => {
    let attempt = 0;
    let began = Date.now();
    while (!stopping) {
      const how = await part.gone;
      if (stopping) return;
      supervision.tell(`${name} left (${how}): starting it again.`);
      if (Date.now() - began > soundAfter) attempt = 0;
      for (;;) {
        await wait(patience(attempt));
        attempt += 1;
        if (stopping) return;
        try {
          part = await start();
          began = Date.now();
          break;
        } catch (fault) {
          if (stopping) return;
          supervision.tell(`${name} doesn't start: ${(fault as Error).message}`);
        }
      }
      // Asked to stop while it was starting: it must not outlive the one who asked.
      if (stopping) return part.stop();
      supervision.restarted?.();
    }
  };

  const watching = watch();
  return {
    get now() {
      return part;
    },
    async stop() {
      stopping = true;
      interrupt();
      await part.stop();
      await watching;
    },
  };
}
