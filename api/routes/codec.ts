import { z } from "zod";
import { type Decoding, decodeFor } from "../../desk/decoding.js";
import type { Desk } from "../../desk/desk.js";
import { type Route, route } from "../http/route.js";

/** Where the Web UI and the CLI are told that the codec server is: they add `/decode`. */
export const codecPath = "/codec";

const base64 = z.base64();
/** Temporal's own: its clients may send more of it than is read here (`external_payloads`). */
const payloads = z
  .looseObject({
    payloads: z
      .array(z.looseObject({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() }))
      .max(10_000),
  })
  .meta({ id: "Payloads", description: "As Temporal's Web UI and CLI write them (JSON of the protocol buffer)" });

const bytes = (text: string): Uint8Array => Buffer.from(text, "base64");
const text = (one: Uint8Array): string => Buffer.from(one).toString("base64");
const mapped = <From, To>(record: { readonly [name: string]: From }, change: (one: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, one]) => [name, change(one)]));

/** The codec server of Temporal's Web UI. It decodes; there is no way to have it encode. */
export function codecRoutes(desk: Desk, onDecoded: (decoding: Decoding) => void): Route[] {
  return [
    route(
      {
        method: "post",
        path: `${codecPath}/decode`,
        tag: "Operators",
        summary: "Payloads of Temporal, in clear",
        description:
          "The codec server of Temporal's Web UI and CLI: operators alone, each decode logged. What this installation can't read comes back as it was.",
        asks: "decoding",
        body: payloads,
        replies: { 200: { description: "The same payloads, in their order", schema: payloads } },
        problems: [403],
      },
      async ({ principal, body }) => {
        const asked = body.payloads.map(({ metadata = {}, data = "" }) => ({
          metadata: mapped(metadata, bytes),
          data: bytes(data),
        }));
        const { payloads: decoded, decoding } = await decodeFor(desk, principal, asked);
        onDecoded(decoding);
        const shown = decoded.map(({ metadata, data }) => ({
          metadata: mapped(metadata ?? {}, text),
          data: text(data ?? new Uint8Array()),
        }));
        return { status: 200, body: { payloads: shown }, headers: { "cache-control": "no-store" } };
      },
    ),
  ];
}
