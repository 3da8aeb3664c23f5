/** How the console says things: French, dates as a person writes them. */
import type { ClockState } from "../case/view.js";
import type { Principal } from "../desk/principal.js";
import { dateInFrench, weekdayInFrench } from "../law/citation.js";
import { type CivilDate, daysBetween, weekday } from "../law/civil-date.js";
import { epochMs, type Instant, instant } from "../law/instant.js";
import { parisDay, startOfDayMs } from "../law/paris.js";
import { served } from "../procedures/served.js";

/** "vendredi 1er mai 2026". */
export const longDate = (date: CivilDate): string => `${weekdayInFrench(weekday(date))} ${dateInFrench(date)}`;

/** "1er mai 2026". */
export const shortDate = (date: string): string => dateInFrench(date as CivilDate);

/** "1er mai 2026 à 14 h 05", in Paris. */
export function momentInFrench(at: string): string {
  const read = instant(at) as Instant;
  const day = parisDay(read);
  const minutes = Math.floor((epochMs(read) - startOfDayMs(day)) / 60_000);
  return `${dateInFrench(day)} à ${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

export const days = (n: number): string => `${n} ${n > 1 ? "jours" : "jour"}`;

/** What remains until the end of a last day, as it is said on a day. */
export function whatRemains(lastDay: CivilDate, today: CivilDate): string {
  const left = daysBetween(today, lastDay);
  if (left < 0) return `en retard de ${days(-left)}`;
  if (left === 0) return "dernier jour aujourd'hui";
  return left === 1 ? "dernier jour demain" : `reste ${days(left)}`;
}

/** How urgent a last day is: what colour says, words say too. */
export function urgency(lastDay: CivilDate | null, today: CivilDate): "late" | "soon" | "calm" {
  if (lastDay === null) return "calm";
  const left = daysBetween(today, lastDay);
  return left < 0 ? "late" : left <= 7 ? "soon" : "calm";
}

export const clockStates: Readonly<Record<ClockState, string>> = {
  running: "court",
  suspended: "suspendu",
  overdue: "dépassé",
  expired: "écoulé",
  met: "respecté",
  stopped: "clos",
};

const shapeOf = (procedure: string) => served.get(procedure)?.procedure.shape;

export const procedureLabel = (procedure: string): string => shapeOf(procedure)?.title ?? procedure;

/** The label of a party, in whichever procedure knows it. */
export function partyLabel(party: string, procedure?: string): string {
  if (party === "operator") return "Exploitation de Guichet";
  const own = procedure === undefined ? undefined : shapeOf(procedure)?.parties[party]?.label;
  if (own !== undefined) return own;
  for (const { procedure: known } of served.values()) {
    const label = known.shape.parties[party]?.label;
    if (label !== undefined) return label;
  }
  return party;
}

export const phaseLabel = (procedure: string, phase: string | null): string =>
  phase === null ? "Ouverture" : (shapeOf(procedure)?.phases[phase] ?? phase);

export const endingLabel = (procedure: string, ending: string): string =>
  shapeOf(procedure)?.endings[ending]?.label ?? ending;

/** "a, b et c". */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} et ${all.at(-1)}`;

/** Who reads the page, as they are called there. */
export function whoIs({ role, party, organisation }: Principal): string {
  if (role === "developer") return "Poste de développement";
  return organisation === undefined ? partyLabel(party) : `Demandeur, SIRET ${organisation}`;
}

/** What acts are about, as a person says it. */
export const subjects: Readonly<Record<string, string>> = {
  change: "Nom du projet de modification",
  delegation: "Nom de la délégation",
  document: "Pièce",
  indication: "Identifiant de l'indication",
  "information request": "Nom de la demande de renseignements",
  "listing information request": "Nom de la demande de renseignements",
  opinion: "Avis",
  request: "Nom de la demande",
  section: "Rubrique",
  tariff: "Nom du projet de tarif",
};

const roles: Readonly<Record<string, string>> = {
  officer: "agent",
  "legal-representative": "représentant légal",
  manager: "gestionnaire de compte",
  contributor: "contributeur",
  consultant: "consultant mandaté",
  platform: "plateforme",
  operator: "exploitation",
  developer: "développeur",
};

/** As what somebody spoke. */
export const roleLabel = (role: string): string => roles[role] ?? role;
