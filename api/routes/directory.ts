import { z } from "zod";
import type { Desk } from "../../desk/desk.js";
import { endMandate, giveMandate, mandatesFor, onBehalfHeader } from "../../desk/directory.js";
import { givenDay } from "../../desk/given.js";
import { operator, type Principal, platforms, roles } from "../../desk/principal.js";
import { type Route, route } from "../http/route.js";
import { Problem } from "../problem.js";
import { mandate, person, speaker } from "../resources/directory.js";

const role = z.enum(roles);
const id = z.string().min(1).max(60);
const siret = z.string().regex(/^\d{14}$/);

const personRequest = z
  .strictObject({
    issuer: z.string().min(1).max(500),
    subject: z.string().min(1).max(255),
    name: z.string().min(1).max(200),
    email: z.email().max(320).optional(),
  })
  .meta({ id: "PersonRequest" });

const mandateRequest = z
  .strictObject({
    role,
    party: z.string().min(1).max(60),
    organisation: siret.optional(),
    platform: z.enum(platforms).optional(),
    from: givenDay.optional().meta({ description: "First day; today when absent" }),
    until: givenDay.optional().meta({ description: "Last day" }),
  })
  .meta({ id: "MandateRequest" });

const speakerOf = ({ person: who, role: as, party, organisation, platform }: Principal) => ({
  person: who,
  role: as,
  party,
  organisation: organisation ?? null,
  platform: platform ?? null,
});

/** Who may speak for whom: people, and their mandates. Every change is journaled and names who made it. */
export function directoryRoutes(desk: Desk): Route[] {
  return [
    route(
      {
        method: "get",
        path: "/v1/me",
        tag: "Directory",
        summary: "Who you are here, and for whom you speak",
        description: `With several mandates, \`${onBehalfHeader}\` says by which.`,
        asks: "self",
        replies: { 200: { description: "You", schema: speaker } },
        problems: [403],
      },
      ({ principal }) => ({ status: 200, body: speakerOf(principal) }),
    ),
    route(
      {
        method: "post",
        path: "/v1/people",
        tag: "Directory",
        summary: "Enter a person or a machine that an issuer identifies",
        description: "Operators alone. Somebody who is there already is answered as they are.",
        asks: "people",
        body: personRequest,
        examples: {
          person: { issuer: "https://sign-in.example.org", subject: "camille.martin", name: "Camille Martin" },
        },
        replies: { 200: { description: "The person", schema: person } },
        problems: [403],
      },
      async ({ principal, body }) => {
        if (principal.party !== operator) throw new Problem("not-allowed", "Operators enter people.");
        const entered = await desk.register.directory.enter({ ...body, email: body.email ?? null }, principal.person);
        return { status: 200, body: entered };
      },
    ),
    route(
      {
        method: "get",
        path: "/v1/mandates",
        tag: "Directory",
        summary: "The mandates that you administer, the last given first; your own when you administer none",
        asks: "mandates",
        replies: { 200: { description: "Mandates", schema: z.strictObject({ mandates: z.array(mandate) }) } },
        problems: [403],
      },
      async ({ principal }) => {
        const mandates = await mandatesFor(desk.register, principal);
        return { status: 200, body: { mandates } };
      },
    ),
    route(
      {
        method: "post",
        path: "/v1/people/{person}/mandates",
        tag: "Directory",
        summary: "Give somebody a mandate",
        description:
          "Operators give all; a legal representative those of their company; its account managers its contributors'.",
        asks: "giving mandates",
        params: z.strictObject({ person: id }),
        body: mandateRequest,
        examples: { officer: { role: "officer", party: "HAS" } },
        replies: { 201: { description: "The mandate", schema: mandate } },
        problems: [403, 404],
      },
      async ({ principal, params, body }) => {
        const given = await giveMandate(desk.register, principal, params.person, {
          role: body.role,
          party: body.party,
          organisation: body.organisation ?? null,
          platform: body.platform ?? null,
          from: body.from,
          until: body.until ?? null,
        });
        return { status: 201, body: given };
      },
    ),
    route(
      {
        method: "post",
        path: "/v1/mandates/{mandate}/end",
        tag: "Directory",
        summary: "End a mandate at once",
        description: "By whoever may give it, or by whom it was given to.",
        asks: "mandates",
        params: z.strictObject({ mandate: id }),
        replies: { 200: { description: "The mandate", schema: mandate } },
        problems: [403, 404],
      },
      async ({ principal, params }) => ({
        status: 200,
        body: await endMandate(desk.register, principal, params.mandate),
      }),
    ),
  ];
}
