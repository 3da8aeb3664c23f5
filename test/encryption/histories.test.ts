/** What of a history no codec can encrypt: names, ids, search attributes, what the server itself writes. None of it is anybody's. */
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { visit, walkGetWorkflowExecutionHistoryResponse } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { historyFromJSON, historyToJSON } from "@temporalio/common/lib/proto-utils.js";
import { expect, it } from "vitest";
import { type RecordedHistory, recordedHistories } from "../../rig/recorded-histories.js";

/** The texts in a value that somebody wrote: neither words of the procedures, nor days, nor what is too short to be told apart. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 4 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

interface Sent {
  readonly opening?: {
    readonly ruleset: string;
    readonly filing?: { readonly product?: object; readonly applicant?: object };
  };
}

/** A history without its payloads, and those of its summaries. */
async function partsOf({ history }: RecordedHistory) {
  const read = historyFromJSON(history);
  const summaries = (read.events ?? []).flatMap(({ userMetadata }) =>
    [userMetadata?.summary, userMetadata?.details].flatMap((one) =>
      one ? [defaultPayloadConverter.fromPayload<string>(one)] : [],
    ),
  );
  const input = read.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  const start = defaultPayloadConverter.fromPayload<Sent>(input as Payload);
  const hide = (): Payload => ({ metadata: {}, data: null });
  await visit({ history: read }, walkGetWorkflowExecutionHistoryResponse, {
    transformPayload: async () => hide(),
    transformPayloads: async (several) => several.map(hide),
    skipHeaders: true,
    skipSearchAttributes: true,
  });
  // Search attributes are base64 in it: their texts are looked for as they are written there too.
  const clear = historyToJSON(read).replaceAll(/"data": ?"([^"]*)"/g, (_all, data) =>
    Buffer.from(String(data), "base64").toString("utf8"),
  );
  return { start, clear, summaries: summaries.join("\n") };
}

it("nothing that an applicant filed is in clear in a history, nor in what operators are shown", async () => {
  const seen: string[] = [];
  for (const recorded of recordedHistories()) {
    const { start, clear, summaries } = await partsOf(recorded);
    const { product, applicant } = start.opening?.filing ?? {};
    const marks = textsOf({ product, applicant });
    expect(marks.length, recorded.name).toBeGreaterThan(2);
    for (const mark of marks) {
      if (clear.includes(mark)) seen.push(`${recorded.name}: ${mark} in clear`);
      if (summaries.includes(mark)) seen.push(`${recorded.name}: ${mark} in a summary`);
    }
    // What is looked through holds the search attributes, as their text.
    expect(clear.includes(start.opening?.ruleset ?? "none")).toBe(true);
  }
  expect(seen).toEqual([]);
});
