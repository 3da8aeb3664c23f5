import { readFileSync } from "node:fs";
import { z } from "zod";
import { ed25519Key } from "./signing-key.js";

/** An optional variable; what was expected is kept beside it, to be told when a value doesn't fit. */
const optional = <Schema extends z.ZodType>(expected: string, schema: Schema) => schema.optional().describe(expected);

const port = (meaning: string) =>
  optional(
    `${meaning}: a whole number from 0 (any free port) to 65535`,
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((value) => value <= 65_535),
  );

const address = (meaning: string, ...schemes: readonly string[]) =>
  optional(
    `${meaning}: an address beginning with ${schemes.map((scheme) => `${scheme}://`).join(" or ")}`,
    z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1))),
  );

const choice = <const Choices extends readonly [string, ...string[]]>(meaning: string, choices: Choices) =>
  optional(`${meaning}: ${choices.join(", ")}`, z.enum(choices));

const text = (expected: string) => optional(expected, z.string());

const shaped = (expected: string, pattern: RegExp) => optional(expected, z.string().regex(pattern));

/** The content of a PEM file that a path names. */
const pemFile = (meaning: string, label: RegExp) =>
  optional(
    `${meaning}: the path of a PEM file`,
    z.string().transform((path, context) => {
      try {
        const content = readFileSync(path);
        if (label.test(content.toString("latin1"))) return content;
      } catch {
        // Told below, as a file that holds something else.
      }
      context.addIssue("no such file");
      return z.NEVER;
    }),
  );

/** Keys of 256 bits. */
const keys = z
  .string()
  .transform((list) => list.split(",").map((one) => Buffer.from(one.trim(), "base64")))
  .refine((all) => all.every((key) => key.length === 32));

const certificate = /-----BEGIN CERTIFICATE-----/;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/**
 * Every variable of the environment that Guichet reads. All are optional. Nothing else in the house reads
 * `process.env`.
 */
export const environmentSchema = z.object({
  GUICHET_ENV: choice("what this installation is for", ["development", "production"]),
  GUICHET_HOME: text("the data folder: a path"),
  HOST: shaped(
    "the network address that the API and the metrics listen on: an address or a name",
    /^[A-Za-z0-9.:_-]+$/,
  ),
  PORT: port("the port of the API"),
  PUBLIC_URL: address("where people reach the API", "http", "https"),
  DATABASE_URL: address("the register's database", "postgres", "postgresql"),
  TEMPORAL_ADDRESS: shaped("Temporal's front end: host:port", /^(\[[0-9a-fA-F:]+\]|[^\s:/@]+):\d{1,5}$/),
  TEMPORAL_NAMESPACE: shaped("Temporal's namespace: letters, digits, dots, dashes", /^[A-Za-z0-9][A-Za-z0-9._-]*$/),
  // Named as in Temporal's own clients and CLI.
  TEMPORAL_TLS: choice("whether the connection to Temporal is encrypted; true with an API key", ["true", "false"]),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: pemFile("what Temporal's certificate is checked against", certificate),
  TEMPORAL_TLS_CLIENT_CERT_PATH: pemFile("the certificate that we show to Temporal", certificate),
  TEMPORAL_TLS_CLIENT_KEY_PATH: pemFile("the key of that certificate", privateKey),
  TEMPORAL_TLS_SERVER_NAME: text("the name that Temporal's certificate bears, when it isn't that of its address"),
  TEMPORAL_API_KEY: shaped("the API key shown to Temporal: letters, digits and signs, no space", /^[\x21-\x7e]+$/),
  TEMPORAL_TASK_QUEUE: text("the task queue that the API and the workers share: a name"),
  TEMPORAL_UI_PORT: port("the port of Temporal's Web UI"),
  TEMPORAL_UI_ORIGIN: shaped(
    "the origin of Temporal's Web UI, whose pages may have payloads decoded: https://host[:port]",
    /^https?:\/\/[^\s/]+$/,
  ),
  TEMPORAL_CLI: text("the Temporal CLI: the path of an executable file"),
  WORKFLOW_BUNDLE: text("a workflow bundle made by `npm run build`: the path of a file"),
  METRICS_PORT: port("the port where a worker shows its metrics"),
  TOKEN_ISSUERS: optional(
    "the issuers whose access tokens machines show: addresses, separated by commas",
    z
      .string()
      .transform((list) => list.split(",").map((one) => one.trim()))
      .refine((list) => list.every((one) => /^https?:\/\/[^\s/]/.test(one) && URL.canParse(one))),
  ),
  TOKEN_AUDIENCE: shaped("the audience that those tokens name; PUBLIC_URL when absent: no space", /^\S+$/),
  SIGN_IN_ISSUER: address("the OpenID provider by which people sign in", "http", "https"),
  SIGN_IN_CLIENT_ID: text("the name that it has given to this installation"),
  SIGN_IN_CLIENT_SECRET: text("the secret that it has given to this installation"),
  SIGN_IN_SCOPE: text('what is asked of it: scopes, separated by spaces; "openid" when absent'),
  SESSION_KEYS: optional(
    "the keys that encrypt sessions: 32 bytes each, in base64, separated by commas; the first encrypts, all are read",
    keys,
  ),
  PAYLOAD_KEYS: optional(
    "the keys that encrypt and seal what goes to Temporal: 32 bytes each, in base64, separated by commas; the first encrypts, all are read",
    keys,
  ),
  CERTIFICATE_KEY: optional(
    "the key that signs certificates: an Ed25519 private key, PKCS#8, as PEM or as the base64 of its DER",
    z.string().refine((value) => ed25519Key(value) !== null),
  ),
  RATE_LIMIT: optional(
    "how many requests a minute one principal may make: a whole number; 600 in production, none elsewhere when absent",
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number),
  ),
  LOG_LEVEL: choice("how much is logged", ["trace", "debug", "info", "warn", "error", "fatal", "silent"]),
  SMTP_URL: address("the mail server", "smtp", "smtps"),
  MAIL_FROM: shaped(
    "the sender of notices: an e-mail address, with a name or without",
    /^([^<>@]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/,
  ),
});

/** The name of a variable that Guichet reads. */
export type Variable = keyof typeof environmentSchema.shape;

/** The names of all the variables that Guichet reads, in the order in which they are documented. */
export const variables = Object.keys(environmentSchema.shape) as readonly Variable[];

/** What a variable means and what it accepts, for messages and documentation. */
export const expected = (variable: Variable): string => environmentSchema.shape[variable].description ?? variable;
