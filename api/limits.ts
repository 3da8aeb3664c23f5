import type { Request, Response } from "express";
import { rateLimit } from "express-rate-limit";
import { type Principal, principalName } from "../desk/principal.js";
import { Problem } from "./problem.js";

/** How often one may ask: each principal by itself, whichever its address, and each address that fails to say who asks. */
export interface Limits {
  /** @throws Problem `too-many-requests` */
  admit(request: Request, response: Response, principal: Principal): Promise<void>;
  /** A token or a session that isn't believed: after too many from one address, it is told to wait instead. @throws Problem */
  disbelieve(request: Request, response: Response): Promise<void>;
}

const minute = 60_000;
/** Guesses a minute from one address; whoever is believed is never kept waiting by them. */
const mostGuesses = 120;

const seconds = (until: Date | undefined): string =>
  String(Math.max(1, Math.ceil(((until?.getTime() ?? 0) - Date.now()) / 1_000)));

/** @param most requests a minute of one principal; undefined: as many as it likes */
export function openLimits(most: number | undefined): Limits {
  const limiter = (limit: number) =>
    rateLimit({
      windowMs: minute,
      limit,
      standardHeaders: "draft-7",
      legacyHeaders: false,
      validate: false,
      keyGenerator: (_request, response) => (response as Response).locals.limited as string,
      handler(request, _response, next) {
        const { resetTime } = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit ?? {};
        next(
          new Problem(
            "too-many-requests",
            "Nothing was done: ask less often.",
            {},
            { "retry-after": seconds(resetTime) },
          ),
        );
      },
    });
  const [ofPrincipals, ofGuesses] = [limiter(most ?? 1), limiter(mostGuesses)];
  const pass = (limit: typeof ofGuesses, request: Request, response: Response, key: string): Promise<void> => {
    response.locals.limited = key;
    return new Promise((resolve, reject) => {
      void limit(request, response, (fault?: unknown) => (fault === undefined ? resolve() : reject(fault)));
    });
  };
  return {
    async admit(request, response, principal) {
      if (most === undefined || principal.person === "") return;
      await pass(ofPrincipals, request, response, principalName(principal));
    },
    disbelieve: (request, response) => pass(ofGuesses, request, response, request.socket.remoteAddress ?? ""),
  };
}
