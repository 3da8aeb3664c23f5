import type { Router } from "express";
import type { DevelopmentIssuer } from "../../identity/development/issuer.js";
import { developmentIssuerPath, signInPagePath } from "../../identity/development/names.js";
import { developmentPeople } from "../../identity/development/people.js";
import { Problem } from "../problem.js";
import { escapeHtml } from "./html.js";

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1d1d1f}
button{display:block;width:100%;font:inherit;text-align:left;padding:.6rem 1rem;margin:.4rem 0;border:1px solid #d2d2d7;border-radius:8px;background:#fff;cursor:pointer}
button:hover,button:focus-visible{border-color:#06c}`;

/** The issuer of development, and the page on which one says who one is. */
export function mountDevelopmentIssuer(router: Router, { provider }: DevelopmentIssuer): void {
  router.use(developmentIssuerPath, provider.callback());
  router.get("/dev/sign-in.css", (_request, response) => {
    response.type("text/css").send(style);
  });
  router.get(`${signInPagePath}/:uid`, async (request, response) => {
    // A sign-in that isn't this browser's has no page.
    await provider.interactionDetails(request, response).catch(() => gone());
    const buttons = developmentPeople
      .map(({ name }) => `<button name="person" value="${escapeHtml(name)}">${escapeHtml(name)}</button>`)
      .join("\n");
    response.type("html").send(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Se connecter (développement)</title>
<link rel="stylesheet" href="/dev/sign-in.css">
</head>
<body>
<h1>Se connecter en tant que</h1>
<p>Installation de développement : chacun dit qui il est. « developer » joue toutes les parties, sur des dossiers d’essai.</p>
<form method="post">
${buttons}
</form>
</body>
</html>
`);
  });
  router.post(`${signInPagePath}/:uid`, async (request, response) => {
    const body = await formOf(request);
    const accountId = body.get("person") ?? "";
    if (!developmentPeople.some(({ name }) => name === accountId))
      throw new Problem("bad-request", "Nobody is called so.");
    await provider.interactionFinished(request, response, { login: { accountId } }).catch(() => gone());
  });
}

function gone(): never {
  throw new Problem("not-found", "This sign-in is over, or isn't this browser's: begin again.");
}

const mostFormLength = 1_000;

async function formOf(request: AsyncIterable<Buffer>): Promise<URLSearchParams> {
  let text = "";
  for await (const part of request) {
    text += part.toString("utf8");
    if (text.length > mostFormLength) throw new Problem("too-large", "This form is short.");
  }
  return new URLSearchParams(text);
}
