import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "@temporalio/worker";

/** Where the recorded histories are: one JSON file for each ending, as `temporal workflow show --output json` writes it. */
export const historiesFolder = fileURLToPath(new URL("../histories", import.meta.url));

export interface RecordedHistory {
  /** The ending to which it leads. */
  readonly to: string;
  readonly history: { readonly events: Record<string, unknown>[] };
}

export function recordedHistories(): RecordedHistory[] {
  return readdirSync(historiesFolder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({
      to: file.slice(0, -".json".length),
      history: JSON.parse(readFileSync(`${historiesFolder}/${file}`, "utf8")) as RecordedHistory["history"],
    }));
}

/** Lives the histories again with this bundle: what went wrong, by ending; nothing when all is told as it was. */
export async function replayed(code: string, histories: readonly RecordedHistory[]): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  const runs = Worker.runReplayHistories(
    { workflowBundle: { code } },
    histories.map(({ to, history }) => ({ workflowId: idOf(history), history: { ...history, to } })),
  );
  let index = 0;
  for await (const { error } of runs) {
    const to = histories[index++]?.to ?? "";
    if (error !== undefined) faults[to] = error.message;
  }
  return faults;
}

/** A story compares the case's number with its workflow's: the replay bears the same. */
function idOf({ events }: RecordedHistory["history"]): string {
  const started = events[0]?.workflowExecutionStartedEventAttributes as { workflowId?: string } | undefined;
  return started?.workflowId ?? "replayed";
}
