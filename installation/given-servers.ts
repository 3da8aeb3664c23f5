import pg from "pg";
import type { TemporalAccess } from "../config/index.js";
import { lazyConnection } from "../temporal/connection.js";
import { eventually } from "./servers/exit.js";
import { searchAttributeTypes } from "./servers/temporal.js";

const because = (fault: unknown): string => {
  const { details, message } = fault as { details?: string; message?: string };
  return details || message || String(fault);
};

/** Temporal's `IndexedValueType`, whose enumeration @temporalio/proto exports to CommonJS only. */
const valueTypes = { Keyword: 2, KeywordList: 7 } as const;

/** They may be starting beside us. */
const patience = 10_000;

const hostOf = (url: string): string => new URL(url).host;

/**
 * Makes sure that the database given by the environment answers.
 *
 * @throws Error with one sentence for a person.
 */
export async function checkDatabase(databaseUrl: string, within = patience): Promise<void> {
  let last: unknown;
  const answers = async () => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("select 1");
      return true;
    } catch (fault) {
      last = fault;
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  if (await eventually(answers, within, 500)) return;
  throw new Error(`The database of DATABASE_URL (${hostOf(databaseUrl)}) doesn't answer: ${because(last)}.`);
}

/**
 * Makes sure that the Temporal given by the environment knows our namespace and search attributes.
 *
 * @param complete whether missing search attributes may be created: not in production, where that is an operator's act.
 * @throws Error with one sentence for a person.
 */
export async function checkTemporal(
  access: Omit<TemporalAccess, "encryption">,
  complete: boolean,
  within = patience,
): Promise<void> {
  const { address, namespace } = access;
  const connection = lazyConnection(access, 3_000);
  let last: unknown;
  const knowsNamespace = async () => {
    try {
      await connection.withDeadline(Date.now() + 3_000, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
      return true;
    } catch (fault) {
      last = fault;
      return false;
    }
  };
  try {
    if (!(await eventually(knowsNamespace, within, 500)))
      throw new Error(
        `Temporal (TEMPORAL_ADDRESS, ${address}) doesn't serve the namespace ${namespace}: ${because(last)}.`,
      );
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(searchAttributeTypes).filter(([name]) => !(name in (customAttributes ?? {})));
    if (missing.length === 0) return;
    if (!complete)
      throw new Error(
        `Temporal lacks search attributes. An operator creates them: temporal operator search-attribute create --address ${address} ` +
          `--namespace ${namespace} ${missing.map(([name, type]) => `--name ${name} --type ${type}`).join(" ")}`,
      );
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, type]) => [name, valueTypes[type]])),
    });
  } finally {
    await connection.close().catch(() => undefined);
  }
}
