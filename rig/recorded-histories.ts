import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "@temporalio/worker";

/** Where the recorded histories are: a JSON file for each run, in its procedure's folder, as `temporal workflow show` writes it. */
export const historiesFolder = fileURLToPath(new URL("../test/histories", import.meta.url));

export interface RecordedHistory {
  /** Its procedure and its way: `pecan/listed`. */
  readonly name: string;
  readonly history: { readonly events: Record<string, unknown>[] };
}

export function recordedHistories(): RecordedHistory[] {
  return readdirSync(historiesFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({
      name: file.slice(0, -".json".length),
      history: JSON.parse(readFileSync(join(historiesFolder, file), "utf8")) as RecordedHistory["history"],
    }));
}

/** Lives the histories again with this bundle: what went wrong, by name; nothing when all is derived as it was. */
export async function replayed(code: string, histories: readonly RecordedHistory[]): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  const runs = Worker.runReplayHistories(
    { workflowBundle: { code } },
    histories.map(({ history }) => ({ workflowId: idOf(history), history })),
  );
  let index = 0;
  for await (const { error } of runs) {
    const name = histories[index++]?.name ?? "";
    if (error !== undefined) faults[name] = error.message;
  }
  return faults;
}

/** A story compares the case's number with its workflow's: the replay bears the same. */
function idOf({ events }: RecordedHistory["history"]): string {
  const started = events[0]?.workflowExecutionStartedEventAttributes as { workflowId?: string } | undefined;
  return started?.workflowId ?? "replayed";
}
