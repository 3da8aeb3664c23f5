/** A server or a program that was started and can leave. */
export interface Running {
  readonly pid: number;
  /** Resolves when it is gone, with a few words about how. */
  readonly gone: Promise<string>;
  /** Whether it does its work: false, or no answer at all, from one that hangs. */
  answers(): Promise<boolean>;
  stop(): Promise<void>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** Something that is started again whenever it leaves, or hangs, without being asked to stop. */
export interface Supervised<Part extends Running> {
  readonly now: Part;
  stop(): Promise<void>;
}

/** How often a part is asked whether it works. One that is silent for `times` questions in a row hangs. */
export interface Asking {
  readonly everyMs: number;
  readonly withinMs: number;
  readonly times: number;
}

/** How supervision speaks and waits. */
export interface Supervision {
  /** Given one sentence when something left or hung, and one for each restart that fails. */
  say(sentence: string): void;
  /** Called after each restart. */
  restarted?(): void;
  /** Milliseconds before the given attempt; the first is immediate. */
  patience?(attempt: number): number;
  readonly asking?: Asking;
}

const doubling = (attempt: number): number => (attempt === 0 ? 0 : Math.min(30_000, 500 * 2 ** (attempt - 1)));

/** A part that lives less than this is failing, not unlucky: waiting grows from one death to the next. */
const soundAfter = 20_000;

/** Half a minute without one answer: a machine that works hard, or wakes up, answers sooner. */
const usual: Asking = { everyMs: 5_000, withinMs: 5_000, times: 3 };

/** A pause that holds nobody back from leaving. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/**
 * Starts a part and starts it again each time it leaves or hangs without being asked to stop, at once, then more and more
 * patiently. The first start isn't tried again: if it fails, a person must look.
 */
export async function supervise<Part extends Running>(
  name: string,
  start: () => Promise<Part>,
  supervision: Supervision,
): Promise<Supervised<Part>> {
  const patience = supervision.patience ?? doubling;
  const asking = supervision.asking ?? usual;
  let part = await start();
  let stopping = false;
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve;
  });

  const wait = async (milliseconds: number): Promise<void> => {
    if (milliseconds > 0) await Promise.race([interrupted, pause(milliseconds)]);
  };

  /** Resolves when the part has left by itself, or was killed because it hung; with a few words about how. */
  const left = async (running: Part): Promise<string> => {
    let hasLeft = false;
    const leaving = running.gone.then(() => {
      hasLeft = true;
    });
    for (let silent = 0; silent < asking.times; ) {
      await Promise.race([leaving, wait(asking.everyMs)]);
      if (hasLeft || stopping) return running.gone;
      const answered = running.answers().catch(() => false);
      const working = await Promise.race([
        answered,
        leaving.then(() => true),
        pause(asking.withinMs).then(() => false),
      ]);
      if (hasLeft || stopping) return running.gone;
      silent = working ? 0 : silent + 1;
    }
    running.kill();
    await running.gone;
    return "it no longer answered";
  };

  const watch = async (): Promise<void> => {
    let attempt = 0;
    let began = Date.now();
    while (!stopping) {
      const how = await left(part);
      if (stopping) return;
      supervision.say(`${name} left (${how}): starting it again.`);
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
          supervision.say(`${name} doesn't start: ${(fault as Error).message}`);
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
