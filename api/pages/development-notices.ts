import type { Router } from "express";
import type { Desk } from "../../desk/desk.js";
import { lastNotices, noticesOf } from "../../desk/notices.js";
import type { StoredNotice } from "../../register/register.js";
import type { Identify } from "../identify.js";
import { escapeHtml } from "./html.js";

function article({ case: id, number, party, subject, text, legal, corrects, recordedAt }: StoredNotice): string {
  const kind = legal ? "notification" : "information";
  const correction = corrects === null ? "" : ` · rectifie le n° ${corrects}`;
  return `<article>
<h2>${escapeHtml(subject)}</h2>
<p class="meta">${escapeHtml(id)} n° ${number} · à <strong>${escapeHtml(party)}</strong> · ${kind}${correction} · <time>${escapeHtml(recordedAt)}</time></p>
<pre>${escapeHtml(text)}</pre>
</article>`;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}
article{border:1px solid #d2d2d7;border-radius:8px;padding:1rem 1.25rem;margin:1rem 0}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:0}
.meta{color:#6e6e73;margin:.25rem 0 .75rem}
pre{white-space:pre-wrap;font:inherit;margin:0}`;

const SHOWN = 100;

/** A page for whoever develops: the notices as their parties read them, the last first. */
export function mountDevelopmentNotices(router: Router, desk: Desk, identify: Identify): void {
  router.get("/dev/notices.css", (_request, response) => {
    response.type("text/css").send(style);
  });
  router.get("/dev/notices", async (request, response) => {
    const wanted = typeof request.query.case === "string" ? request.query.case : undefined;
    if (request.accepts("html") === "html" && (await identify(request, "notices").catch(() => null)) === null)
      return response.redirect(303, `/sign-in?to=${encodeURIComponent(request.originalUrl)}`);
    const principal = await identify(request, "notices");
    const notices =
      wanted === undefined ? await lastNotices(desk, principal, SHOWN) : await noticesOf(desk, principal, wanted);
    const body =
      notices.length === 0 ? "<p>Rien n’a encore été notifié.</p>" : notices.toReversed().map(article).join("\n");
    response.type("html").send(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Notifications</title>
<link rel="stylesheet" href="/dev/notices.css">
</head>
<body>
<h1>Notifications${wanted === undefined ? "" : ` du dossier ${escapeHtml(wanted)}`}</h1>
${body}
</body>
</html>
`);
  });
}
