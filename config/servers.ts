import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Configuration } from "./configuration.js";
import { developmentSealKey } from "./seal-key.js";
import type { Encryption, TemporalAccess } from "./temporal-access.js";

/** The servers that a process of Guichet talks to. */
export interface Servers {
  readonly databaseUrl: string;
  readonly temporal: TemporalAccess;
  /** Absent when notices are recorded but no mail server is there to take them. */
  readonly smtpUrl: string | undefined;
  /** Where the API answers, when `npm start` runs it. */
  readonly apiUrl: string | undefined;
  readonly temporalUiUrl: string | undefined;
}

const running = z.object({
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  smtpUrl: z.string().optional(),
  apiUrl: z.string().optional(),
  temporalUiUrl: z.string().optional(),
});

/** Where `npm start` writes, for the other commands of the same home, the addresses of what it runs. */
export const addressesFile = (home: string): string => join(home, "addresses.json");

function addressesOf(home: string): Partial<z.infer<typeof running>> {
  try {
    return running.parse(JSON.parse(readFileSync(addressesFile(home), "utf8")));
  } catch {
    return {};
  }
}

/** Where the API answers on this machine: where `npm start` of the same home says that it does, else at its public address. */
export const runningApi = ({ home, api }: Configuration): string => addressesOf(home).apiUrl ?? api.publicUrl;

/** Where the Temporal Web UI that `npm start` of the same home runs answers; else where it would by default. */
export const runningWebUi = ({ home, temporal }: Configuration): string =>
  addressesOf(home).temporalUiUrl ?? `http://127.0.0.1:${temporal.uiPort}`;

const inClear = (home: string): Encryption =>
  Object.freeze({ keys: [developmentSealKey(home)], required: false, inClear: true });

/**
 * The servers given by the environment, completed by those that `npm start` runs on the same `GUICHET_HOME`.
 *
 * @throws Error saying what to set or run when one is missing.
 */
export function serversOf(configuration: Configuration): Servers {
  const found = addressesOf(configuration.home);
  const databaseUrl = configuration.databaseUrl ?? found.databaseUrl;
  const { namespace, tls, apiKey, encryption } = configuration.temporal;
  const address = configuration.temporal.address ?? found.temporalAddress;
  const missing = [
    ...(databaseUrl ? [] : ["DATABASE_URL (the register)"]),
    ...(address ? [] : ["TEMPORAL_ADDRESS (Temporal)"]),
  ];
  if (!databaseUrl || !address)
    throw new Error(`Set ${missing.join(" and ")}, or run \`npm start\`, which starts its own servers.`);
  return Object.freeze({
    databaseUrl,
    temporal: Object.freeze({ address, namespace, tls, apiKey, encryption: encryption ?? inClear(configuration.home) }),
    smtpUrl: configuration.mail.smtpUrl ?? found.smtpUrl,
    apiUrl: found.apiUrl,
    temporalUiUrl: found.temporalUiUrl,
  });
}
