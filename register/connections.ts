import pg from "pg";
import { maySetRole, writerRole } from "./writer-role.js";

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const BIGINT = 20;

/**
 * How columns are read: civil days stay `YYYY-MM-DD` texts (a JavaScript `Date` would give them a time zone), instants come
 * as ISO texts in UTC, and `bigint` as numbers (positions and milliseconds, far under 2^53).
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") => {
    if (oid === DATE) return (day: string) => day;
    if (oid === TIMESTAMPTZ) return (instant: string) => new Date(instant).toISOString();
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** A worker's local activity gives up after two seconds: a connection that takes longer helps nobody. */
const usualPatienceMs = 2_000;

/** Settings of every connection of the register. @param patienceMs how long one may take to be had */
export function connectionSettings(
  databaseUrl: string,
  applicationName: string,
  patienceMs = usualPatienceMs,
): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: applicationName,
    connectionTimeoutMillis: patienceMs,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    // The server's own timeouts say nothing when it's the network or the whole server that hangs.
    query_timeout: 12_000,
    keepAlive: true,
    types,
  };
}

/**
 * Makes a fresh connection the writer's: the role that owns nothing when it exists, commits that wait for the disk whatever
 * the server's default is (an answered act is never lost), and dates in the form that we parse.
 */
export const sessionPreparation = `
  select set_config('synchronous_commit', 'on', false), set_config('DateStyle', 'ISO, YMD', false),
    (select set_config('role', rolname, false) from pg_roles
     where rolname = '${writerRole}' and ${maySetRole("session_user")})`;

/** Connections of one process at once: what it asks beyond that waits its turn. */
const mostConnections = 10;

/** A pool of connections that write as the writer role. */
export function openPool(databaseUrl: string, applicationName: string, patienceMs?: number): pg.Pool {
  const pool = new pg.Pool({
    ...connectionSettings(databaseUrl, applicationName, patienceMs),
    max: mostConnections,
    idleTimeoutMillis: 30_000,
    verify: (client, done) => {
      client.query(sessionPreparation).then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // An idle connection that dies (a restarted server) isn't a fault: the pool has dropped it, the next query opens another.
  pool.on("error", () => undefined);
  // Nor is one that dies while it is lent out: the query that was under way fails, and says so to whoever asked.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
