import { randomUUID } from "node:crypto";
import { civilDate } from "../law/civil-date.js";
import { developmentToken } from "./development-token.js";
import { filing } from "./samples/pecan.js";
import { ofOneDay, type Teller } from "./teller.js";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Sends a command until it is done, always under the same key: what any careful client does when the line breaks. */
export async function insist(url: string, body: object, done: number, withinMs = 90_000): Promise<Answer["body"]> {
  const key = randomUUID();
  const limit = Date.now() + withinMs;
  for (let last = ""; Date.now() < limit; await pause(100)) {
    try {
      const { origin } = new URL(url);
      tokens[origin] ??= await developmentToken("developer", origin);
      const response = await fetch(url, {
        method: "POST",
        headers: {
          authorization: `Bearer ${tokens[origin]}`,
          "content-type": "application/json",
          "idempotency-key": key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
      const answer = (await response.json()) as Answer["body"];
      // Filed again under its key, a case is answered 200.
      if (response.status === done || response.status === 200) return answer;
      last = `${response.status} ${JSON.stringify(answer)}`;
      const passing = [202, 429].includes(response.status) || answer.type === "/problems/time-is-moving";
      if (response.status < 500 && !passing) throw new Refused(last);
    } catch (fault) {
      if (fault instanceof Refused) throw fault;
      last = String(fault);
    }
    if (Date.now() + 200 > limit) throw new Error(`${url}: ${last}`);
  }
  throw new Error(`${url} wasn't done in time.`);
}

/** They outlive the processes that gave them. */
const tokens: Record<string, string> = {};

class Refused extends Error {}

/** A case filed through the API, whose parties insist. */
export async function filedThrough(api: string, withinMs?: number): Promise<Teller & { readonly id: string }> {
  const product = { id: `produit-${randomUUID().slice(0, 8)}`, name: "Produit", ceMarked: true };
  const { id, filedOn } = await insist(
    `${api}/v1/cases`,
    { procedure: "pecan", sandbox: true, filing: filing({ product }) },
    201,
    withinMs,
  );
  const act: Teller["act"] = (name, by, body = {}, more = {}) =>
    insist(`${api}/v1/cases/${id}/acts/${name}`, { by, body, ...more }, 200, withinMs);
  return { id: String(id), ...ofOneDay(civilDate(String(filedOn)), act) };
}
