/** The writing of an iCalendar file (RFC 5545), whatever its events tell. */
import type { CivilDate } from "../law/civil-date.js";
import type { Instant } from "../law/instant.js";

/** A text of a property. A line ends as any reader may understand it, a carriage return alone included. */
export const icalText = (text: string): string => text.replace(/([\\;,])/g, "\\$1").replace(/\r\n?|\n/g, "\\n");

/** A day: 20260501. */
export const icalDay = (day: CivilDate): string => day.replaceAll("-", "");

/** An instant, in UTC: 20260501T220000Z. */
export const icalInstant = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** Lines of more than 75 bytes are folded (3.1), never inside a character. */
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

/** The file that holds these events, each the lines of its own. */
export const icalFile = (events: readonly (readonly string[])[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guichet//Deadlines//FR", ...events.flat(), "END:VCALENDAR", ""]
    .map(folded)
    .join("\r\n");
