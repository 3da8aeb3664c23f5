import type { CalendarDeadline } from "../../desk/deadlines.js";
import { addDays } from "../../law/civil-date.js";
import type { Instant } from "../../law/instant.js";

/** A line ends as any reader may understand it, a carriage return alone included. */
const escaped = (text: string): string => text.replace(/([\\;,])/g, "\\$1").replace(/\r\n?|\n/g, "\\n");
const compact = (day: string): string => day.replaceAll("-", "");

/** Lines of more than 75 bytes are folded (RFC 5545, 3.1), never inside a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece].join("\r\n ");
}

/** An instant as RFC 5545 writes it, in UTC: 20260501T220000Z. */
const stampOf = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** Where the procedure reminds nobody: a week before, and the day before. */
const usualReminders = [7, 1];

function alarms({ reminders, label, stands }: CalendarDeadline): string[] {
  if (!stands) return [];
  return (reminders.length === 0 ? usualReminders : reminders).flatMap((days) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(label)}`,
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
    `UID:${escaped(`${id}.${clock}@guichet`)}`,
    `DTSTAMP:${stampOf(movedAt)}`,
    `LAST-MODIFIED:${stampOf(movedAt)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${stands ? "CONFIRMED" : "CANCELLED"}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(`${trial}${id} : ${label}${subject}`)}`,
    `DESCRIPTION:${escaped(`Dernier jour, à la charge de : ${bearerLabel}.${of} Source : ${source}.${why}`)}`,
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
export function calendarFile(deadlines: readonly CalendarDeadline[], publicUrl: string): string {
  const events = deadlines.flatMap((deadline) => eventOf(deadline, publicUrl));
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guichet//Deadlines//FR", ...events, "END:VCALENDAR", ""]
    .map(folded)
    .join("\r\n");
}
