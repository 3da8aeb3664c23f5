import { z } from "zod";
import { recordFor } from "../../desk/case-resource.js";
import { noticesAfter } from "../../desk/notice-feed.js";
import { type Principal, seesEverything } from "../../desk/principal.js";
import type { Delivery, StoredNotice } from "../../register/register.js";
import { type Route, route } from "../http/route.js";
import { deliveredNotice, notice } from "../resources/case.js";
import { caseParams, pageQuery } from "../resources/common.js";
import type { Services } from "../services.js";

const shownNotice = (stored: StoredNotice): z.input<typeof notice> => ({
  case: stored.case,
  number: stored.number,
  party: stored.party,
  name: stored.name,
  about: stored.about,
  subject: stored.subject,
  text: stored.text,
  legal: stored.legal,
  corrects: stored.corrects,
  recordedAt: stored.recordedAt,
});

/** An applicant reads what it is told; authorities and operators read everything. */
const readable = (principal: Principal) => (told: { readonly party: string }) =>
  seesEverything(principal) || told.party === principal.party;

function deliveryOf(attempts: readonly Delivery[]): Pick<z.input<typeof deliveredNotice>, "delivery" | "deliveredAt"> {
  const last = attempts.findLast(({ outcome }) => outcome === "delivered") ?? attempts.at(-1);
  return { delivery: last?.outcome ?? "waiting", deliveredAt: last?.outcome === "delivered" ? last.at : null };
}

/** What the parties are told. */
export function noticeRoutes({ desk }: Services): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/notices",
        tag: "Notices",
        summary: "The notices of a case, with their delivery",
        access: "identified",
        params: caseParams,
        replies: { 200: { description: "In order", schema: z.strictObject({ notices: z.array(deliveredNotice) }) } },
        problems: [404],
      },
      async ({ principal, params }) => {
        const record = await recordFor(desk, principal, params.id);
        const [notices, attempts] = await Promise.all([
          desk.register.notices(record.id),
          desk.register.deliveries(record.id),
        ]);
        return {
          status: 200,
          body: {
            notices: notices.filter(readable(principal)).map((one) => ({
              ...shownNotice(one),
              ...deliveryOf(attempts.filter(({ number }) => number === one.number)),
            })),
          },
        };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/notices",
        tag: "Notices",
        summary: "The notices of all cases, in order of recording",
        access: "identified",
        query: z.strictObject({
          limit: pageQuery.limit,
          after: z
            .string()
            .regex(/^\d{1,15}$/, "expected a position")
            .optional()
            .meta({ description: "The `next` of the page before" }),
          party: z.string().max(60).optional(),
          delivery: z
            .enum(["waiting", "abandoned"])
            .optional()
            .meta({ description: "Those not delivered yet, or those that nobody tries to deliver any more" }),
        }),
        replies: {
          200: {
            description: "A page; `next` is where to read on, null when there is nothing more yet",
            schema: z.strictObject({ notices: z.array(notice), next: z.string().nullable() }),
          },
        },
      },
      async ({ principal, query }) => {
        const page = await noticesAfter(desk, principal, {
          after: Number(query.after ?? 0),
          limit: Number(query.limit ?? 50),
          party: query.party,
          delivery: query.delivery,
        });
        return { status: 200, body: { notices: page.notices.map(shownNotice), next: page.next } };
      },
    ),
  ];
}
