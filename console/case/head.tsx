/** The top of a case: who must do what by when, and what follows otherwise. */
import type { Owed } from "../../case/owed.js";
import type { CaseFile, Otherwise } from "../../desk/case-file.js";
import { Day, LastDay, Source } from "../parts.js";
import { clockPath } from "../paths.js";
import { listed, longDate, partyLabel, phaseLabel } from "../words.js";

/** The most urgent first: what is late, then by last day, then what no text bounds. What two passages await is said once. */
function byUrgency(owed: readonly Owed[]): Owed[] {
  const once = new Map(owed.map((one) => [`${one.party} ${one.names} ${one.about} ${one.lastDay}`, one]));
  return [...once.values()].sort((a, b) => ((a.lastDay ?? "9999") < (b.lastDay ?? "9999") ? -1 : 1));
}

export function Head(file: CaseFile) {
  const { case: shown, today } = file;
  const { ending, procedure } = shown;
  if (ending !== null)
    return (
      <p class="sentence">
        {ending.final ? "Dossier terminé" : "Dossier sur le point de se terminer"} : <strong>{ending.label}</strong>, le{" "}
        <Day date={ending.effectiveOn} /> (<Source of={ending.source} />
        ).
        {!ending.final && " Un acte reçu à temps et enregistré d'ici là peut encore le changer."}
      </p>
    );
  const [first, ...others] = byUrgency(shown.owed);
  if (first === undefined) {
    const suspended = file.clocks.filter(({ state }) => state === "suspended").map(({ label }) => label);
    return (
      <p class="sentence">
        {suspended.length > 0
          ? `Délai suspendu : ${listed(suspended)}.`
          : "Rien n'est attendu de personne aujourd'hui."}
      </p>
    );
  }
  const otherwise = first.clock === null ? undefined : file.otherwise.get(first.clock);
  return (
    <div class={first.lastDay !== null && first.lastDay < today ? "sentence late" : "sentence"}>
      <p>
        <strong>{partyLabel(first.party, procedure)}</strong> doit agir : {first.label}
        {first.about !== null && ` (${first.about})`}
        {first.lastDay === null ? (
          <>
            , depuis le <Day date={first.since} />. Aucun texte ne fixe de dernier jour.
          </>
        ) : (
          <>
            , au plus tard le <LastDay date={first.lastDay} today={today} />.
          </>
        )}
      </p>
      {first.clock !== null && <Why file={file} clock={first.clock} />}
      {otherwise !== undefined && <p>Sinon, {consequence(otherwise, procedure)}</p>}
      {first.overdue && <p>Le délai est dépassé ; aucun texte n'y attache d'effet : l'acte reste attendu.</p>}
      {others.length > 0 && (
        <details>
          <summary>
            {others.length === 1 ? "Une autre chose est attendue" : `${others.length} autres choses sont attendues`}
          </summary>
          <ul>
            {others.map((owed) => (
              <li key={`${owed.party} ${owed.names} ${owed.about} ${owed.lastDay}`}>
                {partyLabel(owed.party, procedure)} : {owed.label}
                {owed.about !== null && ` (${owed.about})`}
                {owed.lastDay !== null && (
                  <>
                    , <LastDay date={owed.lastDay} today={today} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Why({ file, clock: id }: { readonly file: CaseFile; readonly clock: string }) {
  const clock = file.clocks.find((one) => one.id === id);
  if (clock === undefined) return null;
  return (
    <p>
      {clock.label} : <a href={clockPath(file.case.id, id)}>pourquoi cette date</a> (<Source of={clock.source} />
      ).
    </p>
  );
}

/** What the story tells if nobody does anything until the day after. */
function consequence({ on, ending, phase, begins, overrun }: Otherwise, procedure: string): string {
  if (ending !== null) return `le ${longDate(on)} : ${ending.label} (${ending.source}).`;
  if (phase !== null) return `le ${longDate(on)}, le dossier passe à : ${phaseLabel(procedure, phase)}.`;
  if (begins.length > 0)
    return `le ${longDate(on)} commence : ${listed(begins.map(({ label, lastDay }) => (lastDay === null ? label : `${label}, jusqu'au ${longDate(lastDay)}`)))}.`;
  if (overrun) return `le dépassement est constaté le ${longDate(on)} et signalé ; l'acte reste attendu.`;
  return `le délai est écoulé le ${longDate(on)}, sans autre effet sur le dossier.`;
}
