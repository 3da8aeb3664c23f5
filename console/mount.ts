/** The pages, on the HTTP server that the API has: each asks the desk, none asks our own HTTP. */
import { fileURLToPath } from "node:url";
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import { z } from "zod";
import { mostRequestBytes } from "../case/weight.js";
import type { Desk } from "../desk/desk.js";
import type { Principal } from "../desk/principal.js";
import type { Ask } from "../desk/rights-table.js";
import { refuseUnruled } from "../desk/rules.js";
import { watching } from "../desk/standing.js";
import { accountPage } from "./account.js";
import { typedOf } from "./acting/given.js";
import { type Answered, actPage } from "./acting/page.js";
import { calculatorFile, calculatorPage } from "./calculator/page.js";
import { noticePage } from "./case/notice.js";
import { casePage } from "./case/page.js";
import { casesPage } from "./cases.js";
import { clockPage } from "./clock.js";
import { failureOf, failurePage, notFound } from "./failure.js";
import { checkPage, draftPage, removal } from "./filing/draft.js";
import { draftsPage } from "./filing/drafts.js";
import { homePage } from "./home.js";
import { followCase, type Stream } from "./live.js";
import { productPage } from "./product.js";
import { supposingPage } from "./supposing/page.js";

const assets = fileURLToPath(new URL("./assets", import.meta.url));

/** Nothing from elsewhere, nothing written into the page. */
const policy = [
  "default-src 'none'",
  ...["style", "script", "img", "connect"].map((kind) => `${kind}-src 'self'`),
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The most that a form may hold: what an act may weigh, and some hundreds of fields. */
const mostFormBytes = mostRequestBytes;
const mostFields = 2_000;

export interface ConsoleOptions {
  /** Who asks, from what the request shows; undefined for who hasn't signed in. */
  readonly principalOf: (request: Request, ask: Ask) => Promise<Principal | undefined>;
  /** Hears of a fault that isn't the reader's. */
  readonly onFault: (fault: unknown, request: Request) => void;
  /** Answers with what lasts, until the reader leaves or the server stops. */
  readonly stream: (response: Response, begin: (out: Stream) => Promise<() => void>) => Promise<void>;
}

const searchQuery = z.object({
  mots: z.string().max(200).optional().catch(undefined),
  procedure: z.string().max(60).optional().catch(undefined),
  etat: z.enum(["open", "concluded"]).optional().catch(undefined),
  apres: z.string().max(300).optional().catch(undefined),
});

const homeQuery = searchQuery.pick({ procedure: true, apres: true });

/** What an empty field of a form leaves in an address is nothing. */
const given = (query: Request["query"]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

const one = (value: unknown): string => (typeof value === "string" ? value : "");

/** Mounts the console. What isn't a page of its own is left to whatever is mounted next. */
export function mountConsole(router: Router, desk: Desk, { principalOf, onFault, stream }: ConsoleOptions): void {
  const watched = watching(desk);
  const pages = express.Router();

  const page = (path: string, ask: Ask, write: (principal: Principal, request: Request) => Promise<string>): void => {
    refuseUnruled(path, ask);
    pages.get(path, async (request, response) => {
      const principal = await principalOf(request, ask);
      if (principal === undefined) response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
      else send(response, 200, await write(principal, request));
    });
  };

  pages.use("/console", express.static(assets, { index: false, maxAge: "1h" }));
  page("/", "cases", (principal, { query }) => homePage(desk, principal, homeQuery.parse(given(query)), watched));
  page("/dossiers", "cases", (principal, { query }) => casesPage(desk, principal, searchQuery.parse(given(query))));
  page("/dossiers/:id", "cases", (principal, { params }) => casePage(desk, principal, one(params.id)));
  page("/dossiers/:id/delais/:clock", "cases", (principal, { params }) =>
    clockPage(desk, principal, one(params.id), one(params.clock)),
  );
  page("/dossiers/:id/notifications/:number", "notices", (principal, { params }) =>
    noticePage(desk, principal, one(params.id), Number(one(params.number))),
  );
  const fields = express.urlencoded({ extended: false, limit: mostFormBytes, parameterLimit: mostFields });
  /** A page that may be sent to: what a GET shows, and what a POST leads to. */
  const form = (
    path: string,
    ask: Ask,
    answer: (principal: Principal, request: Request) => Promise<Answered>,
  ): void => {
    refuseUnruled(path, ask);
    pages.route(path).all(fields, async (request, response, next) => {
      if (request.method !== "GET" && request.method !== "POST") return next();
      const principal = await principalOf(request, ask);
      if (principal === undefined)
        return response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
      const answered = await answer(principal, request);
      if ("to" in answered) response.redirect(303, answered.to);
      else send(response, answered.status, answered.page);
    });
  };
  const sentIn = ({ method, body }: Request) => (method === "POST" ? typedOf(body) : undefined);
  form("/dossiers/:id/actes/:act", "act", (principal, { params, query, body }) => {
    const about = one(query.sujet) || undefined;
    return actPage(desk, principal, { id: one(params.id), act: one(params.act), about, typed: typedOf(body) });
  });
  form("/compte", "self", (principal, request) => accountPage(desk, principal, sentIn(request)));
  form("/depots", "filing", (principal, request) =>
    draftsPage(desk, principal, sentIn(request), one(request.query.produit) || undefined),
  );
  form("/depots/:id/verification", "filing", (principal, { method, params }) =>
    checkPage(desk, principal, one(params.id), method === "POST"),
  );
  form("/depots/:id/suppression", "filing", (principal, { method, params }) =>
    method === "POST" ? removal(desk, principal, one(params.id)) : draftsPage(desk, principal, undefined),
  );
  form("/depots/:id/:number", "filing", (principal, request) => {
    const { params, query } = request;
    const number = /^[1-9]\d?$/.test(one(params.number)) ? Number(params.number) : 0;
    const check = query.controle === "oui";
    return draftPage(desk, principal, { id: one(params.id), number, sent: sentIn(request), check });
  });
  form("/dossiers/:id/et-si", "cases", (principal, request) =>
    supposingPage(desk, principal, one(request.params.id), typedOf(request.query)),
  );
  const asked = ({ query }: Request) => typedOf(query);
  pages.get("/calcul", async (request, response) => {
    const reader = await principalOf(request, "self").catch(() => undefined);
    const { page: answered, status } = calculatorPage(asked(request), reader);
    send(response, status, answered);
  });
  pages.get("/calcul.ics", (request, response) => {
    response
      .type("text/calendar")
      .attachment("delai.ics")
      .send(calculatorFile(asked(request)));
  });
  page("/produits/:id", "cases", (principal, { params, query }) =>
    productPage(desk, principal, one(params.id), one(query.entreprise) || undefined),
  );
  pages.get("/dossiers/:id/suivi", async (request, response) => {
    const principal = await principalOf(request, "cases");
    if (principal === undefined) {
      response.status(401).end();
      return;
    }
    const after = Number(request.get("last-event-id") ?? request.query.apres);
    const follow = await followCase(desk, principal, one(request.params.id), Number.isSafeInteger(after) ? after : 0);
    await stream(response, follow);
  });

  pages.use(/^\/(dossiers|depots|produits|console)(\/|$)/, (_request: Request, response: Response) =>
    send(response, 404, failurePage(notFound)),
  );
  pages.use((fault: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(fault);
    const failure = failureOf(fault);
    if (failure.status >= 500) onFault(fault, request);
    send(response, failure.status, failurePage(failure));
  });
  router.use(pages);
}

function send(response: Response, status: number, page: string): void {
  response
    .status(status)
    .set({ "content-security-policy": policy, "cache-control": "no-store" })
    .type("html")
    .send(page);
}
