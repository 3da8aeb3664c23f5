import type { z } from "zod";
import type { Principal } from "../../desk/principal.js";
import type { Ask } from "../../desk/rights-table.js";

/** What a route may answer with under one status. */
export interface ReplySpec {
  readonly description: string;
  /** The body's schema; without one, `type` says what the text is. */
  readonly schema?: z.ZodType;
  /** Further content types, answered as text. */
  readonly texts?: readonly string[];
}

/** One route: what feeds the validation, the checking of replies in tests, and the document. */
export interface RouteSpec<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  readonly method: "get" | "post";
  /** As OpenAPI writes it: `/v1/cases/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What it asks for: the table of rights says who may. */
  readonly asks: Ask;
  /** A command needs an Idempotency-Key, unless it is a dry run. */
  readonly command?: boolean;
  readonly params?: Params;
  /** Unchecked queries are read by the route itself. */
  readonly query?: Query;
  readonly uncheckedQuery?: boolean;
  readonly body?: Body;
  /** Bodies that may be sent as they are, by name: what the document's page fills in. */
  readonly examples?: Readonly<Record<string, object>>;
  readonly replies: Readonly<Record<number, ReplySpec>>;
  /** Statuses of the problems that are this route's own. */
  readonly problems?: readonly number[];
}

/** What a route works with, already validated. */
export interface Asked<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly principal: Principal;
  /** Empty for what isn't a command. */
  readonly idempotencyKey: string;
  /** The query's pairs as they were written. */
  readonly search: URLSearchParams;
  header(name: string): string | undefined;
  accepts(...types: string[]): string | false;
}

type Headers = Readonly<Record<string, string>>;

/** What a route answers. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Headers }
  | { readonly status: number; readonly text: string; readonly type: string; readonly headers?: Headers }
  | { readonly stream: (out: EventStream) => Promise<() => void> };

/** A reply that lasts: server-sent events. */
export interface EventStream {
  send(event: { readonly id?: string; readonly event: string; readonly data: unknown }): void;
  comment(text: string): void;
}

/** A route whose types have done their work. */
export interface Route {
  readonly spec: RouteSpec;
  run(asked: Asked<never, never, never>): Promise<Answer> | Answer;
}

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;

/** Binds a route's spec to what it does, its parameters typed by their schemas. */
export function route<
  Params extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Query extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
>(
  spec: RouteSpec<Params, Query, Body>,
  run: (asked: Asked<Read<Params>, Read<Query>, Read<Body>>) => Promise<Answer> | Answer,
): Route {
  return { spec, run: run as Route["run"] };
}
