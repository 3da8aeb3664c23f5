import type { KeyObject } from "node:crypto";
import type { Encryption, Tls } from "./temporal-access.js";

/** How this installation is configured. Frozen; absent servers are the ones that `npm start` starts by itself. */
export interface Configuration {
  readonly environment: "development" | "production";
  /** The data folder, absolute. */
  readonly home: string;
  /** The network address that the API and the worker's metrics listen on: this machine alone, unless in production. */
  readonly host: string;
  readonly api: {
    readonly port: number;
    /** Where people reach the API; links in notices begin with it. No slash at the end. */
    readonly publicUrl: string;
    /** Requests a minute of one principal; as many as it likes when absent. */
    readonly rateLimit: number | undefined;
  };
  readonly identity: {
    /** The issuers whose access tokens are believed. Without one, and without a sign-in, a development installation has its own. */
    readonly tokenIssuers: readonly string[];
    /** The audience that tokens name; the public address when absent. */
    readonly tokenAudience: string | undefined;
    /** The OpenID provider by which people sign in. */
    readonly signIn:
      | { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly scope: string }
      | undefined;
    /** 32 bytes each: the first encrypts sessions, all are read. */
    readonly sessionKeys: readonly Uint8Array[];
  };
  /** The register, when it is given; else `npm start` starts its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly temporal: {
    /** `host:port`, when it is given; else `npm start` starts its own server. */
    readonly address: string | undefined;
    readonly namespace: string;
    readonly tls: Tls | undefined;
    readonly apiKey: string | undefined;
    /** Absent in development alone, where all that goes to Temporal is then in clear, sealed with a key of this home. */
    readonly encryption: Encryption | undefined;
    readonly taskQueue: string;
    readonly uiPort: number;
    /** Origins of the Web UI: their pages may ask to decode. */
    readonly uiOrigins: readonly string[];
    /** The Temporal CLI to use, when it is imposed. */
    readonly cli: string | undefined;
  };
  readonly worker: {
    /** A bundle built beforehand; else the worker bundles the workflows itself. */
    readonly workflowBundle: string | undefined;
    /** Where Prometheus reads the worker's metrics; not exported when absent. */
    readonly metricsPort: number | undefined;
  };
  readonly mail: {
    /** The mail server, when it is given; else `npm start` starts a local catcher. */
    readonly smtpUrl: string | undefined;
    readonly from: string;
  };
  readonly certificates: {
    /** The Ed25519 private key that signs; absent in development, where a key of this home signs and says so. */
    readonly key: KeyObject | undefined;
  };
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
}
