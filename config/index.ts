import { resolve } from "node:path";
import type { Configuration } from "./configuration.js";
import { ConfigurationError, type Fault } from "./fault.js";
import { environmentSchema, expected, type Variable, variables } from "./schema.js";
import { ed25519Key } from "./signing-key.js";
import { tlsOf, unsecured } from "./temporal-access.js";

export type { Configuration } from "./configuration.js";
export { ConfigurationError, type Fault } from "./fault.js";
export { orLeave } from "./or-leave.js";
export { type Variable, variables } from "./schema.js";
export { runningApi, runningWebUi, type Servers, serversOf } from "./servers.js";
export type { Encryption, TemporalAccess, Tls } from "./temporal-access.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** An installation that serves real people can't fall back on what a newcomer's laptop uses. */
const requiredInProduction = ["DATABASE_URL", "TEMPORAL_ADDRESS", "SMTP_URL", "PUBLIC_URL", "PAYLOAD_KEYS"] as const;

/** Hides what a secret could be in: addresses carry passwords. */
function shown(variable: string, value: string): string {
  if (/_(KEYS?|SECRET)$/.test(variable)) return "something that is no such key";
  const masked = value.replace(/\/\/[^/@]*@/, "//…@");
  const unreadable = variable.endsWith("_URL") && masked === value && !URL.canParse(value);
  return unreadable ? "something that is not an address" : JSON.stringify(masked);
}

/** Compose files and CI write `NAME=` for "not set". */
function given(env: Environment): Partial<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()] as const] : [])),
  );
}

function mistyped(present: Partial<Record<string, string>>): Fault[] {
  return Object.keys(present)
    .filter((name) => name.startsWith("GUICHET_") && !variables.includes(name as Variable))
    .map((variable) => ({
      variable,
      found: "a variable that Guichet doesn't know",
      expected: `one of ${variables.filter((name) => name.startsWith("GUICHET_")).join(", ")}`,
    }));
}

function refusedInProduction(present: Partial<Record<string, string>>): Fault[] {
  if (present.GUICHET_ENV !== "production") return [];
  const missing = requiredInProduction
    .filter((variable) => present[variable] === undefined)
    .map((variable) => ({
      variable,
      found: "nothing",
      expected: `${expected(variable)} (production ${variable === "PAYLOAD_KEYS" ? "sends nothing in clear" : "starts no server of its own"})`,
    }));
  const nobody = present.TOKEN_ISSUERS === undefined && present.SIGN_IN_ISSUER === undefined;
  return nobody
    ? [
        ...missing,
        {
          variable: "TOKEN_ISSUERS",
          found: "nothing, nor SIGN_IN_ISSUER",
          expected: `${expected("TOKEN_ISSUERS")}; or ${expected("SIGN_IN_ISSUER")} (in production nobody may choose who they are)`,
        },
      ]
    : missing;
}

/** A sign-in is whole: its provider, the name and the secret that it gave, and a key for the sessions that follow. */
function halfSignIn(present: Partial<Record<string, string>>): Fault[] {
  const parts = ["SIGN_IN_ISSUER", "SIGN_IN_CLIENT_ID", "SIGN_IN_CLIENT_SECRET", "SESSION_KEYS"] as const;
  if (parts.every((part) => present[part] === undefined)) return [];
  return parts
    .filter((part) => present[part] === undefined)
    .map((variable) => ({ variable, found: "nothing", expected: `${expected(variable)} (people sign in here)` }));
}

const localOrigins = (port: number): string[] => ["127.0.0.1", "localhost"].map((host) => `http://${host}:${port}`);

/**
 * Reads the whole environment once and tells every fault at once.
 *
 * @throws ConfigurationError naming each faulty variable, what was found and what was expected.
 */
export function configuration(env: Environment = process.env): Configuration {
  const present = given(env);
  const parsed = environmentSchema.safeParse(present);
  const misfits: Fault[] = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map((issue) => issue.path[0] as Variable))].map((variable) => ({
        variable,
        found: shown(variable, present[variable] ?? ""),
        expected: expected(variable),
      }));
  const faults = [
    ...misfits,
    ...mistyped(present),
    ...unsecured(present),
    ...halfSignIn(present),
    ...refusedInProduction(present),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigurationError(faults);

  const read = parsed.data;
  const environment = read.GUICHET_ENV ?? "development";
  const port = read.PORT ?? 4000;
  const uiPort = read.TEMPORAL_UI_PORT ?? 8233;
  return Object.freeze({
    environment,
    home: resolve(read.GUICHET_HOME ?? ".guichet"),
    host: read.HOST ?? (environment === "production" ? "0.0.0.0" : "127.0.0.1"),
    api: Object.freeze({
      port,
      publicUrl: (read.PUBLIC_URL ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ""),
      rateLimit: read.RATE_LIMIT ?? (environment === "production" ? 600 : undefined),
    }),
    identity: Object.freeze({
      tokenIssuers: read.TOKEN_ISSUERS ?? [],
      tokenAudience: read.TOKEN_AUDIENCE,
      signIn:
        read.SIGN_IN_ISSUER === undefined
          ? undefined
          : Object.freeze({
              issuer: read.SIGN_IN_ISSUER,
              clientId: read.SIGN_IN_CLIENT_ID ?? "",
              clientSecret: read.SIGN_IN_CLIENT_SECRET ?? "",
              scope: read.SIGN_IN_SCOPE ?? "openid",
            }),
      sessionKeys: read.SESSION_KEYS ?? [],
    }),
    databaseUrl: read.DATABASE_URL,
    temporal: Object.freeze({
      address: read.TEMPORAL_ADDRESS,
      namespace: read.TEMPORAL_NAMESPACE ?? "default",
      tls: tlsOf(read),
      apiKey: read.TEMPORAL_API_KEY,
      encryption:
        read.PAYLOAD_KEYS === undefined
          ? undefined
          : Object.freeze({ keys: read.PAYLOAD_KEYS, required: environment === "production" }),
      taskQueue: read.TEMPORAL_TASK_QUEUE ?? "guichet",
      uiPort,
      uiOrigins: read.TEMPORAL_UI_ORIGIN
        ? [read.TEMPORAL_UI_ORIGIN]
        : environment === "production"
          ? []
          : localOrigins(uiPort),
      cli: read.TEMPORAL_CLI,
    }),
    worker: Object.freeze({ workflowBundle: read.WORKFLOW_BUNDLE, metricsPort: read.METRICS_PORT }),
    mail: Object.freeze({ smtpUrl: read.SMTP_URL, from: read.MAIL_FROM ?? "Guichet <guichet@localhost>" }),
    certificates: Object.freeze({
      key: read.CERTIFICATE_KEY === undefined ? undefined : (ed25519Key(read.CERTIFICATE_KEY) ?? undefined),
    }),
    logLevel: read.LOG_LEVEL ?? "info",
  });
}
