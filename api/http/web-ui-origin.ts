import type { Express, NextFunction, Request, Response } from "express";

/** A preflight is asked again after that long, in seconds. */
const maxAge = "600";

/** Lets the pages of Temporal's Web UI, at these origins alone, ask what is below that path, with a token and never with a cookie. */
export function allowWebUi(app: Express, path: string, origins: readonly string[]): void {
  app.use(path, (request: Request, response: Response, next: NextFunction) => {
    response.vary("Origin");
    const origin = request.get("Origin");
    if (origin === undefined || !origins.includes(origin)) return next();
    response.set({ "access-control-allow-origin": origin, "cross-origin-resource-policy": "cross-origin" });
    if (request.method !== "OPTIONS" || request.get("Access-Control-Request-Method") === undefined) return next();
    response.set({
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "authorization, content-type, x-namespace",
      "access-control-max-age": maxAge,
    });
    response.status(204).end();
  });
}
