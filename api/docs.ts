import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { type Router } from "express";
import { yearOf } from "../law/civil-date.js";
import { fromEpochMs } from "../law/instant.js";
import { parisDay } from "../law/paris.js";
import { openApiDocument } from "./openapi/document.js";
import { exampleKey } from "./openapi/operation.js";
import { Problem } from "./problem.js";
import { problemTypes } from "./problem-types.js";

const assets = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Guichet: API</title>
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="ui"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** What is tried again isn't what was tried before: each time it is sent under a key of its own. */
const start = `const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
const requestInterceptor = (request) => {
  if (request.headers["Idempotency-Key"] === ${JSON.stringify(exampleKey)}) request.headers["Idempotency-Key"] = newKey();
  return request;
};
SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", validatorUrl: null, deepLinking: true, docExpansion: "list", requestInterceptor });
`;

const exampleNumber = /(-S-)2026(-0001)/g;

/** The contract, its page (nothing is fetched from elsewhere), and what each problem means. */
export function mountDocs(router: Router): void {
  let document: string | undefined;
  router.get("/openapi.json", (_request, response) => {
    document ??= JSON.stringify(openApiDocument());
    // The numbers of the examples are those of cases filed now.
    const year = yearOf(parisDay(fromEpochMs(Date.now())));
    response.type("json").send(document.replaceAll(exampleNumber, `$1${year}$2`));
  });
  router.get("/docs", (_request, response) => {
    response.type("html").send(page);
  });
  router.get("/docs/start.js", (_request, response) => {
    response.type("text/javascript").send(start);
  });
  router.use("/docs/assets", express.static(assets, { index: false, maxAge: "1d" }));
  router.get("/problems/:type", (request, response) => {
    const { type } = request.params;
    if (!Object.hasOwn(problemTypes, type)) throw new Problem("not-found", "There is no such problem.");
    const { title, status } = problemTypes[type as keyof typeof problemTypes];
    response.json({ type: `/problems/${type}`, title, status });
  });
}
