import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { type Router } from "express";
import { openApiDocument } from "./openapi/document.js";
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

const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#ui", validatorUrl: null, deepLinking: true, docExpansion: "list", tagsSorter: undefined });
`;

/** The contract, its page (nothing is fetched from elsewhere), and what each problem means. */
export function mountDocs(router: Router): void {
  let document: object | undefined;
  router.get("/openapi.json", (_request, response) => {
    document ??= openApiDocument();
    response.json(document);
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
