/** Every delay of a case, or of all those of a product, as a bar from its start to its last day, and the same in a table. */

import type { LineClock } from "../desk/product-line.js";
import {
  addDays,
  addMonths,
  type CivilDate,
  dayNumber,
  daysBetween,
  earliest,
  latest,
  monthOf,
  yearOf,
} from "../law/civil-date.js";
import { Day, Source } from "./parts.js";
import { casePath, clockPath } from "./paths.js";
import { clockStates, days, partyLabel, shortDate } from "./words.js";

/** Whose delays are drawn; those of what is only supposed have no page of their own. */
type Of = "dossier" | "produit" | "hypothèse";

const titles: Readonly<Record<Of, string>> = {
  dossier: "Frise des délais du dossier",
  produit: "Frise des délais du produit",
  hypothèse: "Frise des délais supposés",
};

const WIDTH = 960;
const MARGIN = 12;
const ROW = 46;
const TOP = 46;
const BAR = 12;

const months = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

interface Axis {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly x: (day: CivilDate) => number;
}

/** The first day of the month of a day. */
const monthStart = (day: CivilDate): CivilDate => `${day.slice(0, 7)}-01` as CivilDate;

function axisOf(clocks: readonly LineClock[], filedOn: CivilDate, today: CivilDate): Axis {
  // A delay that is closed doesn't stretch the axis to a last day that nobody waits for any more.
  const ends = clocks.flatMap(({ lastDay, otherReadings, closed }) =>
    closed !== null
      ? [closed.on]
      : [...(lastDay === null ? [] : [lastDay]), ...otherReadings.map((other) => other.lastDay)],
  );
  const starts = clocks.map(({ from }) => from);
  const from = [filedOn, ...starts, ...ends].reduce(earliest);
  const to = addDays([today, ...starts, ...ends].reduce(latest), 1);
  const span = Math.max(14, daysBetween(from, to));
  const x = (day: CivilDate): number => {
    const share = Math.min(1, Math.max(0, daysBetween(from, day) / span));
    return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10;
  };
  return { from, to: addDays(from, span), x };
}

/** Ticks at months, as few as can be read. */
function ticks({ from, to }: Axis): CivilDate[] {
  const all: CivilDate[] = [];
  const wide = daysBetween(from, to) / 30;
  const step = [1, 2, 3, 6, 12, 24, 60].find((n) => wide / n <= 12) ?? 120;
  for (let day = monthStart(from); day <= to; day = addMonths(day, 1))
    if (day >= from && (yearOf(day) * 12 + monthOf(day) - 1) % step === 0) all.push(day);
  return all;
}

export function Timeline(props: {
  readonly of: Of;
  readonly clocks: readonly LineClock[];
  /** The day on which the first case was filed. */
  readonly filedOn: CivilDate;
  readonly today: CivilDate;
}) {
  const { of, filedOn, today } = props;
  const clocks = [...props.clocks].sort((a, b) => dayNumber(a.from) - dayNumber(b.from));
  if (clocks.length === 0) return null;
  const axis = axisOf(clocks, filedOn, today);
  const height = TOP + clocks.length * ROW + 8;
  return (
    <section aria-labelledby="delais">
      <h2 id="delais">Délais</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section class="timeline" aria-label="Frise des délais" tabIndex={0}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby="frise" class="frieze">
          <title id="frise">
            {titles[of]} ; le tableau qui {of === "hypothèse" ? "précède" : "suit"} dit la même chose.
          </title>
          <defs>
            <pattern id="hachures" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" class="hatch-ground" />
              <line x1="0" y1="0" x2="0" y2="6" class="hatch" />
            </pattern>
          </defs>
          {ticks(axis).map((day) => (
            <g key={day} class="tick">
              <line x1={axis.x(day)} x2={axis.x(day)} y1={20} y2={height} />
              <text x={axis.x(day) + 3} y={14}>
                {months[monthOf(day) - 1]} {monthOf(day) === 1 || day === ticks(axis)[0] ? yearOf(day) : ""}
              </text>
            </g>
          ))}
          {clocks.map((clock, i) => (
            <Row key={`${clock.case} ${clock.id}`} of={of} clock={clock} y={TOP + i * ROW} axis={axis} today={today} />
          ))}
          <g class="today">
            <line x1={axis.x(today)} x2={axis.x(today)} y1={TOP - 8} y2={height} />
            <text x={axis.x(today)} y={TOP - 12} text-anchor={anchorAt(axis.x(today))}>
              {of === "hypothèse" ? "ce jour-là" : "aujourd'hui"}
            </text>
          </g>
        </svg>
      </section>
      <ul class="legend">
        <li class="bar">délai</li>
        <li class="hatched">suspendu</li>
        <li class="overdue">dépassé</li>
        <li class="dotted">autre lecture des textes</li>
        <li class="reminder">rappel</li>
      </ul>
      {of !== "hypothèse" && <Twin of={of} clocks={clocks} />}
    </section>
  );
}

const anchorAt = (x: number): "start" | "middle" | "end" => (x < 60 ? "start" : x > WIDTH - 60 ? "end" : "middle");

function Row({ of, clock, y, axis, today }: { of: Of; clock: LineClock; y: number; axis: Axis; today: CivilDate }) {
  const { lastDay, from, state, closed, about } = clock;
  const bar = y + 18;
  const end = lastDay ?? latest(today, from);
  const stop = closed === null ? end : earliest(closed.on, end);
  const [left, right] = [axis.x(earliest(from, end)), axis.x(latest(from, end))];
  const late = state === "overdue" ? daysBetween(end, today) : 0;
  const textX = left > WIDTH * 0.6 ? right : left;
  return (
    <g class={`row state-${state}`}>
      <text x={textX} y={y + 12} text-anchor={left > WIDTH * 0.6 ? "end" : "start"} class="label">
        {shortened(
          [...(of === "produit" ? [clock.case] : []), clock.label, ...(about === null ? [] : [about])].join(", "),
        )}
        {late > 0 ? ` : dépassé de ${days(late)}` : ""}
      </text>
      <rect x={left} y={bar} width={Math.max(3, right - left)} height={BAR} rx="2" class="bar">
        <title>
          {`${clock.label} : du ${shortDate(from)} au ${lastDay === null ? "(suspendu)" : shortDate(lastDay)}, ${clockStates[state]}`}
        </title>
      </rect>
      {closed !== null && stop > from && (
        <rect x={left} y={bar} width={Math.max(3, axis.x(stop) - left)} height={BAR} rx="2" class="used" />
      )}
      {clock.suspensions.map(({ from: since, to, label }) => (
        <rect
          key={since}
          x={axis.x(since)}
          y={bar}
          width={Math.max(2, axis.x(to ?? latest(today, since)) - axis.x(since))}
          height={BAR}
          class="suspension"
        >
          <title>{`Suspendu : ${label}, depuis le ${shortDate(since)}${to === null ? "" : `, jusqu'au ${shortDate(to)}`}`}</title>
        </rect>
      ))}
      {late > 0 && <rect x={right} y={bar} width={Math.max(3, axis.x(today) - right)} height={BAR} class="overrun" />}
      {clock.otherReadings.map((other) => (
        <g key={other.lastDay} class="other">
          <line x1={right} x2={axis.x(other.lastDay)} y1={bar + BAR / 2} y2={bar + BAR / 2} />
          <line x1={axis.x(other.lastDay)} x2={axis.x(other.lastDay)} y1={bar - 3} y2={bar + BAR + 3}>
            <title>{`Autre lecture (${other.name}) : ${shortDate(other.lastDay)}`}</title>
          </line>
        </g>
      ))}
      {clock.reminders.map((day) => (
        <circle key={day} cx={axis.x(day)} cy={bar + BAR / 2} r="3" class="reminder">
          <title>{`Rappel le ${shortDate(day)}`}</title>
        </circle>
      ))}
    </g>
  );
}

const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

function Twin({ of, clocks }: { of: Of; clocks: readonly LineClock[] }) {
  return (
    <table class="list clocks">
      <caption class="hidden">{titles[of]}, dans l'ordre de leur début</caption>
      <thead>
        <tr>
          <th scope="col">Délai</th>
          <th scope="col">Depuis</th>
          <th scope="col">Dernier jour</th>
          <th scope="col">État</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => (
          <tr key={`${clock.case} ${clock.id}`} class={clock.state === "overdue" ? "late" : undefined}>
            <td data-label="Délai">
              {clock.label}
              {clock.about !== null && <span class="about"> {clock.about}</span>}
              <p class="minor">
                {of === "produit" && (
                  <>
                    <a href={casePath(clock.case)}>{clock.case}</a> ·{" "}
                  </>
                )}
                {partyLabel(clock.bearer, clock.procedure)} · <Source of={clock.source} />
              </p>
            </td>
            <td data-label="Depuis">
              <time dateTime={clock.from}>{shortDate(clock.from)}</time>
            </td>
            <td data-label="Dernier jour">
              <a href={clockPath(clock.case, clock.id)}>
                {clock.lastDay === null ? "aucun tant que dure la suspension" : <Day date={clock.lastDay} />}
              </a>
              {clock.otherReadings.map((other) => (
                <p key={other.lastDay} class="minor">
                  autre lecture : {shortDate(other.lastDay)} ({other.name})
                </p>
              ))}
            </td>
            <td data-label="État">
              <span class={`left state-${clock.state}`}>{clockStates[clock.state]}</span>
              {clock.closed !== null && <p class="minor">le {shortDate(clock.closed.on)}</p>}
              {clock.suspensions.map(({ from, to, label }) => (
                <p key={from} class="minor">
                  suspendu depuis le {shortDate(from)}
                  {to !== null && `, jusqu'au ${shortDate(to)}`} : {label}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
