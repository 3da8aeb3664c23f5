import type { CalendarDeadline } from "../../desk/deadlines.js";
import { icalDay, icalFile, icalInstant, icalText } from "../../desk/icalendar.js";
import { addDays } from "../../law/civil-date.js";

/** Where the procedure reminds nobody: a week before, and the day before. */
const usualReminders = [7, 1];

function alarms({ reminders, label, stands }: CalendarDeadline): string[] {
  if (!stands) return [];
  return (reminders.length === 0 ? usualReminders : reminders).flatMap((days) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${icalText(label)}`,
    `TRIGGER:-P${days}D`,
    "END:VALARM",
  ]);
}

function eventOf(deadline: CalendarDeadline, publicUrl: string): string[] {
  const { case: id, clock, label, about, day, source, bearerLabel, product, sandbox, stands } = deadline;
  const { sequence, movedAt, state } = deadline;
  const subject = about === null ? "" : ` (${about})`;
  const trial = sandbox ? "[Essai] " : "";
  const why = stands ? "" : state === "suspended" ? " Délai suspendu." : " Délai terminé.";
  const of = product === null ? "" : ` Produit : ${product}.`;
  return [
    "BEGIN:VEVENT",
    `UID:${icalText(`${id}.${clock}@guichet`)}`,
    `DTSTAMP:${icalInstant(movedAt)}`,
    `LAST-MODIFIED:${icalInstant(movedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${stands ? "CONFIRMED" : "CANCELLED"}`,
    `DTSTART;VALUE=DATE:${icalDay(day)}`,
    `DTEND;VALUE=DATE:${icalDay(addDays(day, 1))}`,
    `SUMMARY:${icalText(`${trial}${id} : ${label}${subject}`)}`,
    `DESCRIPTION:${icalText(`Dernier jour, à la charge de : ${bearerLabel}.${of} Source : ${source}.${why}`)}`,
    `URL:${publicUrl}/v1/cases/${encodeURIComponent(id)}`,
    "TRANSP:TRANSPARENT",
    ...alarms(deadline),
    "END:VEVENT",
  ];
}

/**
 * Deadlines as an iCalendar file (RFC 5545): the last day of each, all day. An event changes only when its deadline moves,
 * comes to stand or falls; one that fell is cancelled.
 */
export const calendarFile = (deadlines: readonly CalendarDeadline[], publicUrl: string): string =>
  icalFile(deadlines.map((deadline) => eventOf(deadline, publicUrl)));
