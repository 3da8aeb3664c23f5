/** The frame of every page: what is read with a screen reader, printed, or opened on a telephone is the same HTML. */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { casesPath, homePath } from "./paths.js";

export interface PageProps {
  readonly title: string;
  /** Who reads it, in words; absent where nobody needs to be known. */
  readonly who?: string | undefined;
  /** Where the page hears that what it shows has moved. */
  readonly live?: string | undefined;
  readonly current?: "home" | "cases" | undefined;
  readonly children: ComponentChildren;
}

const links = [
  ["home", homePath, "À faire"],
  ["cases", casesPath, "Dossiers"],
] as const;

function Page({ title, who, live, current, children }: PageProps) {
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
                {links.map(([name, path, label]) => (
                  <li key={name}>
                    <a href={path} aria-current={current === name ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {who !== undefined && <p class="who">{who}</p>}
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
