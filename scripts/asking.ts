import { randomUUID } from "node:crypto";
import { configuration, orLeave, runningApi } from "../config/index.js";
import { developmentToken } from "../rig/development-token.js";

const api = orLeave(() => runningApi(configuration()));

let token: Promise<string> | undefined;

/** Asks the API of the Guichet that runs here, as the developer who plays every party; each command under a key of its own. @throws Error with the problem's detail */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  token ??= developmentToken("developer", api);
  const authorization = `Bearer ${await token.catch(notStarted)}`;
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: { authorization, "content-type": "application/json", "idempotency-key": randomUUID() },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => notStarted(new Error(`Nothing answers at ${api}.`)));
  const read = (await answer.json()) as T & { detail?: string };
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${read.detail ?? ""}`);
  return read;
}

function notStarted(fault: Error): never {
  console.error(fault.message);
  process.exit(1);
}
