import { z } from "zod";
import { giveMailbox, mailboxesFor, prefer, preferenceOf } from "../../desk/addresses.js";
import type { Desk } from "../../desk/desk.js";
import { type Route, route } from "../http/route.js";
import { partyName } from "../resources/names.js";

const mails = z.enum(["all", "legal", "none"]).meta({
  description: "`legal`: no mail that only tells of a change of status",
});

const preference = z
  .strictObject({ mails: mails.nullable().meta({ description: "Null while nothing was chosen" }) })
  .meta({ id: "MailPreference" });

const mailbox = z.strictObject({ party: partyName, address: z.email().max(320).nullable() }).meta({ id: "Mailbox" });

/** Where notices go. */
export function addressRoutes({ register }: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/mailboxes",
        tag: "Directory",
        summary: "The mailboxes of the authorities, to which their notices go",
        description: "Operators alone.",
        asks: "mailboxes",
        replies: { 200: { description: "Mailboxes", schema: z.strictObject({ mailboxes: z.array(mailbox) }) } },
        problems: [403],
      },
      async ({ principal }) => ({ status: 200, body: { mailboxes: await mailboxesFor(register, principal) } }),
    ),
    route(
      {
        method: "post",
        path: "/v1/mailboxes/{party}",
        tag: "Directory",
        summary: "Give an authority its mailbox, or take it away (null)",
        description: "Operators alone. What has a legal effect and waited for it leaves by itself.",
        asks: "mailboxes",
        params: z.strictObject({ party: partyName.meta({ example: "HAS" }) }),
        body: mailbox.pick({ address: true }),
        examples: { example: { address: "notices@example.org" } },
        replies: { 200: { description: "The mailbox", schema: mailbox } },
        problems: [403],
      },
      async ({ principal, params, body }) => {
        await giveMailbox(register, principal, params.party, body.address);
        return { status: 200, body: { party: params.party, address: body.address } };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/me/mails",
        tag: "Directory",
        summary: "Which mails you receive of the company for which you speak",
        description:
          "Until one has chosen: all, for a legal representative and an account manager; for a contributor and a consultant, of what they filed. A consultant never receives more.",
        asks: "own mails",
        replies: { 200: { description: "What you chose", schema: preference } },
        problems: [403],
      },
      async ({ principal }) => ({ status: 200, body: { mails: await preferenceOf(register, principal) } }),
    ),
    route(
      {
        method: "post",
        path: "/v1/me/mails",
        tag: "Directory",
        summary: "Choose which mails you receive of the company for which you speak",
        asks: "own mails",
        body: z.strictObject({ mails }),
        examples: { example: { mails: "all" } },
        replies: { 200: { description: "What you chose", schema: preference } },
        problems: [403],
      },
      async ({ principal, body }) => {
        await prefer(register, principal, body.mails);
        return { status: 200, body };
      },
    ),
  ];
}
