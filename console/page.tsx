/** The frame of every page: what is read with a screen reader, printed, or opened on a telephone is the same HTML. */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { mayDraft } from "../desk/drafts.js";
import type { Principal } from "../desk/principal.js";
import { calculatorPath, casesPath, draftsPath, homePath } from "./paths.js";
import { whoIs } from "./words.js";

export interface PageProps {
  readonly title: string;
  /** Who reads it; absent where nobody needs to be known. */
  readonly reader?: Principal | undefined;
  /** Where the page hears that what it shows has moved. */
  readonly live?: string | undefined;
  readonly current?: "home" | "cases" | "drafts" | "calculator" | undefined;
  readonly children: ComponentChildren;
}

const linksOf = (reader: Principal | undefined) =>
  [
    ["home", homePath, "À faire"],
    ["cases", casesPath, "Dossiers"],
    ...(reader !== undefined && mayDraft(reader) ? [["drafts", draftsPath, "Déposer"] as const] : []),
    ["calculator", calculatorPath, "Calculer"],
  ] as const;

function Page({ title, reader, live, current, children }: PageProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Guichet`}</title>
        <link rel="stylesheet" href="/console/console.css" />
        <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
        <script type="module" src="/console/live.js" />
      </head>
      <body data-live={live}>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <header class="top">
          <div class="wide">
            <a class="brand" href={homePath}>
              Guichet
            </a>
            <nav aria-label="Principale">
              <ul>
                {linksOf(reader).map(([name, path, label]) => (
                  <li key={name}>
                    <a href={path} aria-current={current === name ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {reader !== undefined && <p class="who">{whoIs(reader)}</p>}
          </div>
        </header>
        <div id="moved" class="moved" role="status" aria-live="polite" />
        <main id="contenu" tabIndex={-1} class="wide">
          {children}
        </main>
        <footer class="wide foot">
          <p>
            Chaque date est calculée d'après un texte, cité à côté d'elle. <a href="/docs">API</a>
          </p>
        </footer>
      </body>
    </html>
  );
}

/** A whole page, as it is sent. */
export const html = (props: PageProps): string => `<!doctype html>${renderToString(<Page {...props} />)}`;
