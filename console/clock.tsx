/** Why that date: the walk step by step, the other readings of the texts, the certificate. */
import type { Desk } from "../desk/desk.js";
import { type Explanation, explainClock } from "../desk/explanation.js";
import type { Principal } from "../desk/principal.js";
import { delayInFrench } from "../law/delay.js";
import type { Walk } from "../law/walk.js";
import { html } from "./page.js";
import { Day, Source } from "./parts.js";
import { casePath } from "./paths.js";
import { clockStates, days, partyLabel, shortDate } from "./words.js";

/** The page at `/dossiers/{id}/delais/{clock}`. @throws DeskRefusal `not-found` */
export async function clockPage(desk: Desk, principal: Principal, id: string, clockId: string): Promise<string> {
  const { explanation: told, rule, found } = await explainClock(desk, principal, id, clockId);
  const { clock, delay } = told;
  const { procedure } = found;
  return html({
    title: `${clock.label}, ${told.case}`,
    reader: principal,
    children: (
      <article>
        <p class="kicker">
          <a href={casePath(told.case)}>{told.case}</a>
        </p>
        <h1>{clock.label}</h1>
        <p class="sentence">
          {clock.lastDay === null ? (
            "Aucun dernier jour tant que dure la suspension."
          ) : (
            <>
              Dernier jour :{" "}
              <strong>
                <Day date={clock.lastDay} />
              </strong>
              , jusqu'à minuit, heure de Paris.
            </>
          )}
        </p>
        <dl class="facts">
          <dt>Délai</dt>
          <dd>
            {delayInFrench(rule.length)}
            {delay.start !== null && ` depuis ${delay.start}`}
          </dd>
          <dt>À la charge de</dt>
          <dd>{partyLabel(clock.bearer, procedure.shape.name)}</dd>
          <dt>État</dt>
          <dd>
            {clockStates[clock.state]}
            {clock.suspendedDays > 0 && `, ${days(clock.suspendedDays)} de suspension`}
          </dd>
          <dt>Source</dt>
          <dd>
            <Source of={delay.source} />
            {delay.source.quote !== undefined && <q>{delay.source.quote}</q>}
          </dd>
        </dl>
        <h2>Le calcul, pas à pas</h2>
        <Steps walk={told.walk} />
        <Readings {...told} />
        <h2>Preuve</h2>
        <p>
          Le <a href={`/v1${clockPathOfApi(told.case, clock.id)}/certificate`}>certificat signé</a> de cette date se
          vérifie sans nous. Ouvert au {shortDate(clock.from)} sous les règles {told.ruleset}.
        </p>
      </article>
    ),
  });
}

const clockPathOfApi = (id: string, clock: string): string =>
  `/cases/${encodeURIComponent(id)}/clocks/${encodeURIComponent(clock)}`;

export function Steps({ walk }: { readonly walk: Walk }) {
  return (
    <ol class="walk">
      {walk
        .filter(({ kind }) => kind !== "calendar")
        .map((step, i) => (
          <li key={i}>
            {step.sentence} <Source of={step.source} />
            {step.skipped !== undefined && step.skipped.length > 0 && (
              <ul class="minor">
                {step.skipped.map(({ on, why }) => (
                  <li key={on}>
                    {shortDate(on)} : {why}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
    </ol>
  );
}

function Readings({ readings, enforced, safest, disputed, remarks, enforces }: Explanation) {
  if (readings.length === 1 && remarks.length === 0) return null;
  return (
    <section>
      <h2>Ce que disent les autres textes</h2>
      {disputed && (
        <p class="sentence late">
          Aujourd'hui le délai est écoulé selon une lecture et ne l'est pas selon une autre : l'effet d'une échéance
          reste contestable.
        </p>
      )}
      <ul class="readings">
        {readings.map((one) => (
          <li key={one.name}>
            <Source of={one.source} />
            {one.note !== null && ` (${one.note})`} :{" "}
            {!one.begun ? (
              "pas encore d'origine"
            ) : one.lastDay === null ? (
              "aucun dernier jour tant que dure la suspension"
            ) : (
              <Day date={one.lastDay} />
            )}
            {one.name === enforced && <strong> · appliquée</strong>}
            {one.name === safest.toAct && readings.length > 1 && " · la plus sûre pour agir"}
            {one.name === safest.toPronounce && readings.length > 1 && " · la plus sûre pour opposer l'échéance"}
          </li>
        ))}
        {remarks.map(({ note, source }) => (
          <li key={source.ref + note}>
            <Source of={source} /> : {note}
          </li>
        ))}
      </ul>
      {enforces !== null && (
        <p>
          Lecture imposée par les règles du dossier : <Source of={enforces} />
        </p>
      )}
    </section>
  );
}
