import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to a database that can be cut, as a cable can: nothing passes, and whoever tries again is turned away. */
export interface CuttableWay {
  /** The database's address, by this way. */
  readonly url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function cuttableWay(databaseUrl: string): Promise<CuttableWay> {
  const there = new URL(databaseUrl);
  const passing = new Set<Socket>();
  let whole = true;
  const server: Server = createServer((coming) => {
    if (!whole) {
      coming.destroy();
      return;
    }
    const going = connect(Number(there.port), there.hostname);
    for (const [one, other] of [
      [coming, going],
      [going, coming],
    ] as const) {
      passing.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        passing.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const here = new URL(databaseUrl);
  here.host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const cut = () => {
    whole = false;
    for (const socket of passing) socket.destroy();
  };
  return {
    url: here.href,
    cut,
    mend() {
      whole = true;
    },
    async close() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}
