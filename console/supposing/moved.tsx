/** Every delay, today and with what is supposed. */
import type { DrawnClock } from "../../desk/case-file.js";
import type { Supposed, SupposedAct } from "../../desk/supposing.js";
import { daysBetween } from "../../law/civil-date.js";
import { Day, Source } from "../parts.js";
import { Timeline } from "../timeline.js";
import { clockStates, days, endingLabel, longDate, phaseLabel } from "../words.js";

interface MovedProps {
  readonly result: Supposed;
  readonly acts: readonly SupposedAct[];
  readonly procedure: string;
  readonly id: string;
}

export function Moved({ result: { today, supposed: then }, acts, procedure, id }: MovedProps) {
  const same = acts.length === 0 && then.day === today.day;
  if (same) return null;
  const { ending, phase } = then.view;
  const before = new Map(today.clocks.map((clock) => [clock.id, clock]));
  return (
    <section aria-labelledby="alors">
      <h2 id="alors">Alors, le {longDate(then.day)}</h2>
      <p class="sentence">
        {ending === null ? (
          <>
            Le dossier serait à l'étape « {phaseLabel(procedure, phase)} »
            {phase === today.view.phase ? ", comme aujourd'hui." : "."}
          </>
        ) : (
          <>
            Le dossier aurait pris fin : <strong>{endingLabel(procedure, ending.name)}</strong>.{" "}
            <Source of={ending.source} />
          </>
        )}
      </p>
      <table class="list clocks">
        <caption class="hidden">Chaque délai, aujourd'hui et alors</caption>
        <thead>
          <tr>
            <th scope="col">Délai</th>
            <th scope="col">Aujourd'hui</th>
            <th scope="col">Alors</th>
          </tr>
        </thead>
        <tbody>
          {then.clocks.map((clock) => {
            const was = before.get(clock.id);
            return (
              <tr key={clock.id} class={isSame(was, clock) ? undefined : "moved-clock"}>
                <td data-label="Délai">
                  {clock.label}
                  {clock.about !== null && <span class="about"> {clock.about}</span>}{" "}
                  <p class="minor">
                    <Source of={clock.source} />
                  </p>
                </td>
                <td data-label="Aujourd'hui">{was === undefined ? "pas commencé" : <Standing {...was} />}</td>
                <td data-label="Alors">
                  <Standing {...clock} />
                  <p class="minor">{changeOf(was, clock)}</p>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Timeline
        of="hypothèse"
        clocks={then.clocks.map((clock) => ({ ...clock, case: id, procedure }))}
        filedOn={today.view.filedOn}
        today={then.day}
      />
    </section>
  );
}

const Standing = ({ lastDay, state }: DrawnClock) => (
  <>
    {lastDay === null ? "aucun dernier jour" : <Day date={lastDay} />}{" "}
    <span class={`left state-${state}`}>{clockStates[state]}</span>
  </>
);

const isSame = (was: DrawnClock | undefined, { lastDay, state }: DrawnClock): boolean =>
  was !== undefined && was.lastDay === lastDay && was.state === state;

function changeOf(was: DrawnClock | undefined, clock: DrawnClock): string {
  if (was === undefined) return "commencerait";
  if (was.lastDay === null || clock.lastDay === null || was.lastDay === clock.lastDay)
    return isSame(was, clock) ? "sans changement" : "";
  const moved = daysBetween(was.lastDay, clock.lastDay);
  return moved > 0 ? `${days(moved)} plus tard` : `${days(-moved)} plus tôt`;
}
