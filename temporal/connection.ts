/** Connecting to Temporal: here, and for workers in `native-connection.ts`; nowhere else. */
import { Client, Connection, type ConnectionOptions } from "@temporalio/client";
import type { TemporalAccess } from "../config/index.js";
import type { Register } from "../register/register.js";
import { dataConverter } from "./data-converter.js";

/** What both kinds of connection are given. */
export function optionsOf({ address, tls, apiKey }: Omit<TemporalAccess, "namespace" | "encryption">) {
  return {
    address,
    ...(tls !== undefined && {
      tls: {
        ...(tls.serverCa !== undefined && { serverRootCACertificate: tls.serverCa }),
        ...(tls.client !== undefined && { clientCertPair: { crt: tls.client.certificate, key: tls.client.key } }),
        ...(tls.serverName !== undefined && { serverNameOverride: tls.serverName }),
      },
    }),
    ...(apiKey !== undefined && { apiKey }),
  } satisfies ConnectionOptions;
}

/**
 * A client of a Temporal that answers, and of the register where what is heavy waits; whoever asked for it closes its
 * `connection`. @throws Error when no Temporal answers.
 */
export async function connect(access: TemporalAccess, register: Register): Promise<Client> {
  const connection = await Connection.connect(optionsOf(access));
  return new Client({
    connection,
    namespace: access.namespace,
    dataConverter: dataConverter(register, access.encryption),
  });
}

/** Whether Temporal answers within that long. @throws Error saying how it doesn't */
export async function ask(client: Client, withinMs: number): Promise<void> {
  await client.withDeadline(Date.now() + withinMs, () => client.workflowService.getSystemInfo({}));
}

/** A connection made at its first request, within that long: to ask a server whether it is there yet, and what it knows. */
export function lazyConnection(access: Omit<TemporalAccess, "namespace" | "encryption">, withinMs: number): Connection {
  return Connection.lazy({ ...optionsOf(access), connectTimeout: withinMs });
}
