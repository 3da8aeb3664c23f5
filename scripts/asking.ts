import { randomUUID } from "node:crypto";
import { configuration, orLeave, runningApi } from "../config/index.js";

const api = orLeave(() => runningApi(configuration()));

/** Asks the API of the Guichet that runs here; each command under a key of its own. @throws Error with the problem's detail */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    console.error(`Nothing answers at ${api}: start Guichet first, with \`npm start\`, in another terminal.`);
    process.exit(1);
  });
  const read = (await answer.json()) as T & { detail?: string };
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${read.detail ?? ""}`);
  return read;
}
