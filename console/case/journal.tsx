/** The journal: what happened, when it counts, when it was recorded; what no longer holds is struck through, never gone. */
import type { Shape } from "../../case/definition.js";
import type { ShownAuthor, ShownEntry } from "../../desk/journal.js";
import { served } from "../../procedures/served.js";
import { momentInFrench, partyLabel, roleLabel, shortDate } from "../words.js";

/** A line of the journal, in words. */
function said({ kind, name, party, detail }: ShownEntry, { shape }: { readonly shape: Shape | undefined }): string {
  const to = party === null ? "" : partyLabel(party, shape?.name);
  switch (kind) {
    case "filed":
      return "Demande déposée";
    case "act":
      return name === "strike"
        ? "Acte écarté"
        : name === "settle"
          ? "Tâche accomplie"
          : (shape?.acts[name]?.label ?? name);
    case "phase":
      return `Passage à : ${shape?.phases[name] ?? name}`;
    case "clock":
      return `Le délai commence : ${shape?.delays[name]?.label ?? name}`;
    case "suspended":
      return `Suspension : ${shape?.suspensions[name]?.label ?? name}`;
    case "resumed":
      return `Fin de la suspension : ${shape?.suspensions[name]?.label ?? name}`;
    case "lapsed":
      return `Délai écoulé : ${shape?.delays[name]?.label ?? name}`;
    case "overrun":
      return `Délai dépassé : ${shape?.delays[name]?.label ?? name}`;
    case "notice":
      return `Notification à ${to} : ${shape?.notices[name]?.label ?? name}`;
    case "task":
      return `À faire par ${to} : ${shape?.tasks[name]?.label ?? name}`;
    case "ending":
      return `Fin : ${shape?.endings[name]?.label ?? name}`;
    case "rectified":
      return `Rectification : ce qui a été inscrit sous le numéro ${detail?.rectifies} ne vaut plus`;
    case "erased":
      return `Contenu effacé : ${detail?.reason}`;
    case "refused":
      return `Message refusé : ${shape?.acts[name]?.label ?? name}`;
    default:
      return name;
  }
}

const channels: Readonly<Record<string, string>> = { page: "ce site", api: "l'API" };

/** Who did it, as what, for which establishment, and by which door. */
function Author({ of: { name, role, organisation, channel, reference } }: { readonly of: ShownAuthor }) {
  const door = reference === null ? channels[channel] : `une plateforme, sous la référence ${reference}`;
  return (
    <span class="minor">
      {" "}
      ({name !== null && `${name}, `}
      {roleLabel(role)}
      {organisation !== null && `, pour le SIRET ${organisation}`}
      {door !== undefined && `, par ${door}`})
    </span>
  );
}

const loud = new Set(["filed", "act", "lapsed", "overrun", "ending", "rectified", "erased"]);

export function Journal({
  entries,
  procedure,
}: {
  readonly entries: readonly ShownEntry[];
  readonly procedure: string;
}) {
  const shape = served.get(procedure)?.procedure.shape;
  const rectified = new Map(
    entries.filter(({ kind }) => kind === "rectified").map(({ number, detail }) => [Number(detail?.rectifies), number]),
  );
  const lines = (some: readonly ShownEntry[], named: boolean) => (
    <ol class="journal">
      {some.toReversed().map((entry) => {
        const by = rectified.get(entry.number);
        const words = said(entry, { shape });
        const byWhom = entry.kind === "act" && entry.party !== null ? partyLabel(entry.party, procedure) : undefined;
        return (
          <li
            key={entry.number}
            id={named ? `ligne-${entry.number}` : undefined}
            class={loud.has(entry.kind) ? "loud" : undefined}
          >
            <span class="number">{entry.number}</span>
            <div>
              {by === undefined ? words : <del>{words}</del>}
              {entry.about !== null && <span class="about"> {entry.about}</span>}
              {byWhom !== undefined && <span>, par {byWhom}</span>}
              {entry.author !== null && <Author of={entry.author} />}
              {entry.detail?.unverified === true && (
                <strong> · auteur non vérifié : venu sans passer par le guichet</strong>
              )}
              {by !== undefined && (
                <>
                  {" "}
                  <a href={`#ligne-${by}`}>rectifié au n° {by}</a>
                </>
              )}
              {entry.kind === "rectified" && (
                <>
                  {" "}
                  <a href={`#ligne-${Number(entry.detail?.rectifies)}`}>voir la ligne</a>
                </>
              )}
              <p class="minor">
                Compte au {entry.at === null ? shortDate(entry.on) : momentInFrench(entry.at)} · inscrit le{" "}
                {momentInFrench(entry.recordedAt)}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
  return (
    <section aria-labelledby="journal">
      <h2 id="journal">Journal</h2>
      {lines(
        entries.filter(({ kind }) => loud.has(kind)),
        false,
      )}
      <details>
        <summary>Toutes les lignes ({entries.length}) : délais, phases, notifications, tâches</summary>
        {lines(entries, true)}
      </details>
    </section>
  );
}
