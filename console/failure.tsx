/** What a person reads when a page can't be given. */
import type { RefusalKind } from "../desk/refusal.js";
import { refusalOf } from "../desk/refusal.js";
import { html } from "./page.js";
import { casesPath } from "./paths.js";

interface Failure {
  readonly status: number;
  readonly title: string;
  readonly words: string;
}

const internal: Failure = {
  status: 500,
  title: "Une erreur est survenue",
  words: "Elle est consignée. Rien de ce que vous aviez envoyé n'a pu être fait deux fois : vous pouvez recommencer.",
};

const notFound: Failure = {
  status: 404,
  title: "Page introuvable",
  words: "Rien n'existe à cette adresse, ou rien que vous puissiez voir.",
};

const unavailable: Failure = {
  status: 503,
  title: "Indisponible pour un instant",
  words: "Le registre ou le moteur ne répond pas. Attendez un moment, puis rechargez la page.",
};

const failures: Partial<Record<RefusalKind, Failure>> = {
  "not-found": notFound,
  unknown: notFound,
  unavailable,
  "too-many": { ...unavailable, status: 429, words: "Trop de demandes attendent. Recommencez dans quelques secondes." },
  "not-allowed": { status: 403, title: "Accès refusé", words: "Cette page ou cet acte n'est pas pour vous." },
  erased: {
    status: 410,
    title: "Contenu effacé",
    words:
      "Ce qui avait été déposé, envoyé et notifié dans ce dossier, clos, a été effacé. Son journal dit quand et pourquoi.",
  },
  ambiguous: {
    status: 400,
    title: "Plusieurs entreprises ont ce produit",
    words: "Ouvrez-le depuis l'un de ses dossiers : l'adresse dira de quelle entreprise il s'agit.",
  },
  malformed: {
    status: 400,
    title: "Cette demande ne peut pas être comprise",
    words: "Une valeur de l'adresse n'est pas de celles que la page attend, ou va trop loin.",
  },
  "unknown-cursor": { status: 400, title: "Cette page n'existe plus", words: "Reprenez la liste depuis le début." },
};

/** What a fault is for whoever asked for the page; only what we say ourselves is shown. */
export function failureOf(fault: unknown): Failure {
  const refusal = refusalOf(fault);
  return (refusal && failures[refusal.kind]) ?? internal;
}

export const failurePage = ({ title, words }: Failure): string =>
  html({
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p class="sentence">{words}</p>
        <p>
          <a href="/">Ce que vous avez à faire</a> · <a href={casesPath}>Chercher un dossier</a>
        </p>
      </>
    ),
  });

export { notFound };
