import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { correctPerson, erasePerson, exportPerson } from "../../desk/personal-data.js";
import { type Route, route } from "../http/route.js";
import { civilDate } from "../resources/common.js";
import { mandate, person } from "../resources/directory.js";

const params = z.strictObject({ person: z.string().min(1).max(60) });

const exported = z
  .strictObject({
    person,
    mandates: z.array(mandate),
    preferences: z.array(z.strictObject({ company: z.string(), mails: z.string() })),
    consultations: z.array(z.strictObject({ case: z.string(), number: z.int(), on: civilDate })),
    filings: z.array(z.strictObject({ case: z.string(), on: civilDate })),
    acts: z.array(z.strictObject({ case: z.string(), act: z.string(), on: civilDate })),
  })
  .meta({ id: "PersonalData", description: "All that is kept of a person" });

/** A person's data: exported, corrected, erased. */
export function personalDataRoutes({ register }: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/people/{person}",
        tag: "Directory",
        summary: "All that is kept of a person",
        description: "One's own; anybody's for an operator. Of acts, the first ten thousand.",
        asks: "personal data",
        params,
        replies: { 200: { description: "Their data", schema: exported } },
        problems: [404],
      },
      async ({ principal, params: { person: id } }) => {
        return { status: 200, body: await exportPerson(register, principal, id) };
      },
    ),
    route(
      {
        method: "post",
        path: "/v1/people/{person}",
        tag: "Directory",
        summary: "Put a person's name or address right",
        description: "Operators alone: an address may be what an account gives rights to.",
        asks: "people",
        params,
        body: z.strictObject({
          name: z.string().min(1).max(200).optional(),
          email: z.email().max(320).nullable().optional(),
        }),
        replies: { 200: { description: "The person", schema: person } },
        problems: [404],
      },
      async ({ principal, params: { person: id }, body: { name, email } }) => ({
        status: 200,
        body: await correctPerson(register, principal, id, {
          ...(name !== undefined && { name }),
          ...(email !== undefined && { email }),
        }),
      }),
    ),
    route(
      {
        method: "post",
        path: "/v1/people/{person}/erase",
        tag: "Directory",
        summary: "Erase who a person was",
        description:
          "Operators alone. The directory forgets their name, their address and how an issuer calls them; their mandates end. What they did keeps an id that leads to nobody.",
        asks: "people",
        params,
        replies: { 200: { description: "Erased", schema: z.strictObject({ person: z.string() }) } },
        problems: [404],
      },
      async ({ principal, params: { person: id } }) => {
        await erasePerson(register, principal, id);
        return { status: 200, body: { person: id } };
      },
    ),
  ];
}
