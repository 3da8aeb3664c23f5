import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { type DeliveredNotice, noticesAfter, openNotices } from "../../desk/notices.js";
import type { StoredNotice } from "../../register/register.js";
import { type Route, route } from "../http/route.js";
import { deliveredNotice, notice } from "../resources/case.js";
import { caseParams, pageQuery, sandboxOf, sandboxQuery } from "../resources/common.js";
import { partyName } from "../resources/names.js";

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

const shownDelivered = (one: DeliveredNotice): z.input<typeof deliveredNotice> => ({
  ...shownNotice(one),
  delivery: one.delivery,
  deliveredAt: one.deliveredAt,
  consultedOn: one.consultedOn,
  consultedAt: one.consultedAt,
});

const opens = "Whoever reads those of their own party opens them: the first day is kept.";

/** What the parties are notified of. */
export function noticeRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/notices",
        tag: "Notices",
        summary: "The notices of a case, with their delivery",
        description: opens,
        asks: "notices",
        params: caseParams,
        replies: { 200: { description: "In order", schema: z.strictObject({ notices: z.array(deliveredNotice) }) } },
        problems: [404],
      },
      async ({ principal, params }) => ({
        status: 200,
        body: { notices: (await openNotices(desk, principal, params.id)).map(shownDelivered) },
      }),
    ),
    route(
      {
        method: "get",
        path: "/v1/cases/{id}/notices/{number}",
        tag: "Notices",
        summary: "One notice",
        description: opens,
        asks: "notices",
        params: caseParams.extend({ number: z.string().regex(/^[1-9]\d{0,8}$/, "expected a number") }),
        replies: { 200: { description: "The notice", schema: deliveredNotice } },
        problems: [404],
      },
      async ({ principal, params }) => {
        const [one] = await openNotices(desk, principal, params.id, Number(params.number));
        return { status: 200, body: shownDelivered(one!) };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/notices",
        tag: "Notices",
        summary: "The notices of all cases, in order of recording",
        description: opens,
        asks: "notices",
        query: z.strictObject({
          limit: pageQuery.limit,
          after: z
            .string()
            .regex(/^\d{1,15}$/, "expected a position")
            .optional()
            .meta({ description: "The `next` of the page before" }),
          party: partyName.optional(),
          sandbox: sandboxQuery,
          delivery: z.enum(["waiting", "abandoned", "unaddressed"]).optional().meta({
            description:
              "Those not delivered yet, that nobody tries to deliver any more, or that go to nobody: no address",
          }),
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
          sandbox: sandboxOf(query.sandbox),
          delivery: query.delivery,
        });
        return { status: 200, body: { notices: page.notices.map(shownNotice), next: page.next } };
      },
    ),
  ];
}
