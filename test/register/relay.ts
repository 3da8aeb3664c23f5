import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A relay before PostgreSQL, whose connections can be left half open. */
export interface Relay {
  readonly url: string;
  /** What is connected now loses its server and isn't told; what connects later is relayed. */
  fallSilent(): void;
  close(): void;
}

export async function openRelay(databaseUrl: string): Promise<Relay> {
  const behind = new URL(databaseUrl);
  const pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();
  const relay = createServer((client) => {
    const server = connect(Number(behind.port || 5432), behind.hostname);
    const pair = { client, server };
    pairs.add(pair);
    client.pipe(server).pipe(client);
    client.on("error", () => server.destroy());
    server.on("error", () => undefined);
    client.on("close", () => pairs.delete(pair));
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((relay.address() as AddressInfo).port);
  return {
    url: url.href,
    fallSilent() {
      for (const { client, server } of pairs) {
        server.unpipe(client);
        client.unpipe(server);
        client.resume();
        server.destroy();
      }
    },
    close() {
      for (const { client } of pairs) client.destroy();
      relay.close();
    },
  };
}
