import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createSecureServer, type Http2SecureServer } from "node:http2";
import { type AddressInfo, connect as connectTo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type Server } from "node:tls";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { configuration, serversOf, type TemporalAccess } from "../../config/index.js";
import { openRegister } from "../../register/register.js";
import { connect } from "../../temporal/connection.js";
import { connectNatively } from "../../temporal/native-connection.js";
import { certified } from "./certificate.js";

/** The server's name is none of this machine's: only `TEMPORAL_TLS_SERVER_NAME` makes its certificate fit. */
const server = certified("temporal.guichet.test");
const ours = certified("guichet.test");
const stranger = certified("stranger.test");

let home: string;
const kept = (name: string, content: string): string => {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
};

const listening = async (started: Server | Http2SecureServer): Promise<string> => {
  started.listen(0, "127.0.0.1");
  await once(started, "listening");
  return `localhost:${(started.address() as AddressInfo).port}`;
};

const undo: (() => unknown)[] = [];
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "guichet-tls-"));
  undo.push(() => rmSync(home, { recursive: true }));
});
afterAll(() => {
  for (const step of undo.reverse()) step();
});

/** The run's Temporal, behind a door that only takes who shows our certificate. */
async function securedTemporal(): Promise<string> {
  const { hostname, port } = new URL(`http://${inject("temporalAddress")}`);
  const door = createServer(
    { key: server.key, cert: server.certificate, ca: ours.certificate, requestCert: true, ALPNProtocols: ["h2"] },
    (socket) => {
      const inside = connectTo(Number(port), hostname);
      socket.on("error", () => inside.destroy());
      inside.on("error", () => socket.destroy());
      socket.pipe(inside).pipe(socket);
    },
  );
  undo.push(() => door.close());
  return listening(door);
}

/** Nothing of theirs is heavy. */
const noRegister = openRegister("postgres://none/none");
afterAll(() => noRegister.close());

const accessOf = (env: Readonly<Record<string, string>>): TemporalAccess =>
  serversOf(configuration({ DATABASE_URL: "postgres://none/none", ...env })).temporal;

const systemOf = async (access: TemporalAccess): Promise<unknown> => {
  const client = await connect(access, noRegister);
  try {
    return await client.workflowService.getSystemInfo({});
  } finally {
    await client.connection.close();
  }
};

describe("a secured Temporal", () => {
  it("is reached by clients and by workers with the certificates of the configuration, and by nobody else", async () => {
    const TEMPORAL_ADDRESS = await securedTemporal();
    const secured = {
      TEMPORAL_ADDRESS,
      TEMPORAL_NAMESPACE: inject("temporalNamespace"),
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: kept("server.pem", server.certificate),
      TEMPORAL_TLS_SERVER_NAME: "temporal.guichet.test",
      TEMPORAL_TLS_CLIENT_CERT_PATH: kept("ours.pem", ours.certificate),
      TEMPORAL_TLS_CLIENT_KEY_PATH: kept("ours.key", ours.key),
    };
    expect(await systemOf(accessOf(secured))).toHaveProperty("serverVersion");
    const native = await connectNatively(accessOf(secured));
    await native.close();

    const strange = {
      ...secured,
      TEMPORAL_TLS_CLIENT_CERT_PATH: kept("stranger.pem", stranger.certificate),
      TEMPORAL_TLS_CLIENT_KEY_PATH: kept("stranger.key", stranger.key),
    };
    const elsewhere = { ...secured, TEMPORAL_TLS_SERVER_CA_CERT_PATH: strange.TEMPORAL_TLS_CLIENT_CERT_PATH };
    for (const refused of [accessOf(strange), accessOf(elsewhere), accessOf({ TEMPORAL_ADDRESS })]) {
      await expect(connectNatively(refused)).rejects.toThrow();
    }
  });

  it("is shown the API key with every request, in an encrypted connection", async () => {
    const shown = new Set<unknown>();
    const cloud = createSecureServer({ key: server.key, cert: server.certificate });
    cloud.on("stream", (stream, headers) => {
      shown.add(headers.authorization);
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      // The empty message: five bytes that say how long it is.
      stream.end(Buffer.alloc(5));
    });
    undo.push(() => cloud.close());
    const access = accessOf({
      TEMPORAL_ADDRESS: await listening(cloud),
      TEMPORAL_API_KEY: "swordfish",
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: kept("cloud.pem", server.certificate),
    });
    const client = await connect(access, noRegister);
    await client.connection.close();
    const native = await connectNatively(access);
    await native.close();
    expect([...shown]).toEqual(["Bearer swordfish"]);
  });
});
