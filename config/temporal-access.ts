import type { z } from "zod";
import type { Fault } from "./fault.js";
import type { environmentSchema, Variable } from "./schema.js";

type Environment = z.output<typeof environmentSchema>;

/** How a connection to Temporal is encrypted. Certificates and keys are PEM texts, as read from their files. */
export interface Tls {
  /** What the server's certificate is checked against; absent, the certificates that this machine trusts. */
  readonly serverCa: Buffer | undefined;
  /** What we show to a server that wants to know its clients (mTLS). */
  readonly client: { readonly certificate: Buffer; readonly key: Buffer } | undefined;
  /** The name that the server's certificate bears, when it isn't that of its address. */
  readonly serverName: string | undefined;
}

/** How what goes to Temporal is encrypted and sealed. */
export interface Encryption {
  /** 32 bytes each: the first encrypts and seals, all are read. */
  readonly keys: readonly Uint8Array[];
  /** Whether what comes in clear, or unsealed, is refused: in production. */
  readonly required: boolean;
  /** In development without `PAYLOAD_KEYS`: what is sent is sealed, in clear. */
  readonly inClear?: true;
}

/** What it takes to reach a Temporal: a server of one's own, a secured cluster, Temporal Cloud. */
export interface TemporalAccess {
  /** `host:port`. */
  readonly address: string;
  readonly namespace: string;
  /** Absent, the connection is in clear. */
  readonly tls?: Tls | undefined;
  /** Shown with every request; only ever sent encrypted. */
  readonly apiKey?: string | undefined;
  readonly encryption: Encryption;
}

/** Those that make a connection to Temporal a secured one. */
const securing = [
  "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
  "TEMPORAL_TLS_CLIENT_CERT_PATH",
  "TEMPORAL_TLS_CLIENT_KEY_PATH",
  "TEMPORAL_TLS_SERVER_NAME",
  "TEMPORAL_API_KEY",
] as const satisfies readonly Variable[];

/** What would leave a secret in clear, or be silently ignored. */
export function unsecured(present: Partial<Record<string, string>>): Fault[] {
  const given = securing.filter((variable) => present[variable] !== undefined);
  const clear = present.TEMPORAL_TLS === "false" ? given : [];
  const half = [
    ["TEMPORAL_TLS_CLIENT_CERT_PATH", "TEMPORAL_TLS_CLIENT_KEY_PATH"],
    ["TEMPORAL_TLS_CLIENT_KEY_PATH", "TEMPORAL_TLS_CLIENT_CERT_PATH"],
  ].filter(([one, other]) => present[one ?? ""] !== undefined && present[other ?? ""] === undefined);
  const homeless = present.TEMPORAL_ADDRESS === undefined && (given.length > 0 || present.TEMPORAL_TLS === "true");
  return [
    ...clear.map((variable) => ({
      variable,
      found: "TEMPORAL_TLS=false beside it",
      expected: "an encrypted connection, or none of what makes it secure",
    })),
    ...half.map(([one = "", other = ""]) => ({
      variable: other,
      found: "nothing",
      expected: `a file, as ${one} has one`,
    })),
    ...(homeless
      ? [
          {
            variable: "TEMPORAL_ADDRESS",
            found: "nothing",
            expected: "the Temporal that the TEMPORAL_TLS_… and TEMPORAL_API_KEY are for",
          },
        ]
      : []),
  ];
}

/** Undefined when the connection is in clear. */
export function tlsOf(read: Environment): Tls | undefined {
  const { TEMPORAL_TLS_CLIENT_CERT_PATH: certificate, TEMPORAL_TLS_CLIENT_KEY_PATH: key } = read;
  if (read.TEMPORAL_TLS !== "true" && securing.every((variable) => read[variable] === undefined)) return undefined;
  return Object.freeze({
    serverCa: read.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    client: certificate === undefined || key === undefined ? undefined : Object.freeze({ certificate, key }),
    serverName: read.TEMPORAL_TLS_SERVER_NAME,
  });
}
