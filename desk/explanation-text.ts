import { type Citation, dateInFrench, versionInFrench, weekdayInFrench } from "../law/citation.js";
import { type CivilDate, weekday } from "../law/civil-date.js";
import { delayInFrench } from "../law/delay.js";
import { walkInFrench } from "../law/walk.js";
import type { Explanation, explainClock, FoundClock } from "./explanation.js";

const WIDTH = 100;
const LABEL = 16;

const states = {
  running: "court",
  suspended: "suspendu",
  overdue: "dépassé",
  expired: "écoulé",
  met: "respecté",
  stopped: "clos",
} as const;

const longDate = (day: CivilDate): string => `${weekdayInFrench(weekday(day))} ${dateInFrench(day)}`;

/** An explanation as a page of 100 columns at most, that is printed and put into a file. */
export function explanationInFrench({ explanation: told, found }: Awaited<ReturnType<typeof explainClock>>): string {
  const { clock } = told;
  const title = clock.about === null ? clock.label : `${clock.label} : ${clock.about}`;
  return [
    title,
    "=".repeat(title.length),
    "",
    ...headOf(told, found),
    "",
    "Calcul",
    "------",
    walkInFrench(told.walk),
    ...readingLines(told),
    "",
    "Empreintes",
    "----------",
    ...(told.digests.ruleset === null ? [] : [field("Règles", told.digests.ruleset)].flat()),
    ...field("Calendrier", told.digests.calendar),
    "",
  ].join("\n");
}

function headOf(told: Explanation, { clock: at, procedure, ruleset }: FoundClock): string[] {
  const { clock, delay } = told;
  const { shape, rulesets } = procedure;
  const rules = rulesets.find(({ name, from }) => `${name}@${from}` === ruleset)?.label;
  const open = clock.state === "running" || clock.state === "suspended";
  const left = open && clock.remainingDays !== null ? `, reste ${clock.remainingDays} j` : "";
  const closed = at.closing === null || at.closing.why === "lapsed" ? "" : ` le ${longDate(at.closing.on)}`;
  const last = clock.lastDay;
  return [
    ...field("Dossier", told.case),
    ...field("Règles", `${rules ?? ruleset} (${ruleset})`),
    ...field("Délai", `${delayInFrench(at.rule.length)}${delay.start === null ? "" : ` depuis ${delay.start}`}`),
    ...field("Origine", longDate(clock.from)),
    ...field("Dernier jour", last === null ? "aucun tant que la suspension dure" : longDate(last)),
    ...(last === null || clock.expiresAt === null
      ? []
      : field("Échéance", `${longDate(last)} à 24 h, heure de Paris (${clock.expiresAt})`)),
    ...field("État", `${states[clock.state]}${left}${closed}`),
    ...(clock.suspendedDays === 0 ? [] : field("Suspension", `${clock.suspendedDays} j en tout`)),
    ...field("À la charge de", shape.parties[clock.bearer]?.label ?? clock.bearer),
    ...field("À l'échéance", effectOf(at.spec)),
    ...field("Source", nameOf(delay.source)),
    ...(delay.source.quote === undefined ? [] : field("", `« ${delay.source.quote} »`)),
  ];
}

const effectOf = ({ onExpiry, adverse, informative }: FoundClock["clock"]["spec"]): string => {
  if (informative === true) return "rien : délai montré pour information";
  if (onExpiry === "overrun")
    return "dépassement constaté et signalé, l'acte reste attendu ; le texte n'y attache pas d'effet";
  return adverse === true ? "un effet défavorable au demandeur" : "un effet, sans décision défavorable";
};

const nameOf = (source: Citation): string => {
  const version = versionInFrench(source);
  return version === "" ? source.ref : `${source.ref} (${version})`;
};

function readingLines(told: Explanation): string[] {
  const { readings, remarks, safest, enforces } = told;
  if (readings.length === 1 && remarks.length === 0) return [];
  const dayOf = ({ begun, lastDay }: Explanation["readings"][number]): string =>
    !begun ? "pas encore d'origine" : lastDay === null ? "aucun tant que la suspension dure" : longDate(lastDay);
  const lines = readings.flatMap((one) => {
    const marks = [
      ...(one.name === told.enforced ? ["appliquée"] : []),
      ...(one.name === safest.toAct && readings.length > 1 ? ["la plus sûre pour agir"] : []),
      ...(one.name === safest.toPronounce && readings.length > 1 ? ["la plus sûre pour opposer l'échéance"] : []),
    ];
    const note = one.note === null ? "" : ` (${one.note})`;
    return item(`${one.name}${note} : ${dayOf(one)}${marks.length === 0 ? "" : ` [${marks.join(" ; ")}]`}`);
  });
  return [
    "",
    "Lectures des textes",
    "-------------------",
    ...lines,
    ...remarks.flatMap(({ note, source }) => item(`${source.ref} : ${note}`)),
    ...(enforces === null ? [] : wrapped(`Lecture imposée par les règles du dossier : ${enforces.ref}.`, 0)),
    ...(told.disputed
      ? wrapped(
          "Aujourd'hui, le délai est écoulé selon une lecture et ne l'est pas selon une autre : l'effet d'une échéance reste contestable.",
          0,
        )
      : []),
  ];
}

const item = (text: string): string[] => wrapped(text, 4).map((line, i) => (i === 0 ? `  - ${line.slice(4)}` : line));

const field = (label: string, text: string): string[] =>
  wrapped(text, LABEL).map((line, i) =>
    i === 0 && label !== "" ? `${label.padEnd(LABEL - 2)}: ${line.slice(LABEL)}` : line,
  );

/** In lines of the page's width, each indented. */
function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH - indent) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => " ".repeat(indent) + line);
}
