import type { Deadline } from "../../desk/deadlines.js";
import { addDays } from "../../law/civil-date.js";

const escaped = (text: string): string => text.replace(/([\\;,])/g, "\\$1").replaceAll("\n", "\\n");
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

/** Deadlines as an iCalendar file: the last day of each, all day. */
export function calendarOf(deadlines: readonly Deadline[], stamp = new Date()): string {
  const stamped = `${stamp.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const events = deadlines.flatMap(({ case: id, clock, label, about, lastDay, source, bearer }) => {
    if (lastDay === null) return [];
    const subject = about === null ? "" : ` (${about})`;
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(`${id}.${clock}@guichet`)}`,
      `DTSTAMP:${stamped}`,
      `DTSTART;VALUE=DATE:${compact(lastDay)}`,
      `DTEND;VALUE=DATE:${compact(addDays(lastDay, 1))}`,
      `SUMMARY:${escaped(`${id} : ${label}${subject}`)}`,
      `DESCRIPTION:${escaped(`Dernier jour, à la charge de ${bearer}. Source : ${source}.`)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guichet//Deadlines//FR", ...events, "END:VCALENDAR", ""]
    .map(folded)
    .join("\r\n");
}
