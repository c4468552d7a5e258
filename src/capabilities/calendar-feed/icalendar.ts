/** Writes a calendar of whole days, by RFC 5545. */
export type CalendarDay = { readonly uid: string; /** `YYYY-MM-DD` */ readonly day: string; readonly summary: string; readonly description: string; readonly url: string };

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll(/\r?\n/g, String.raw`\n`);

/** Lines of at most 75 bytes, never broken within a character (§3.1). */
function folded(line: string): string {
  const lines = [''];
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 74) {
      lines.push('');
      bytes = 0;
    }
    lines[lines.length - 1] += character;
    bytes += size;
  }
  return lines.join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const eventLines = (now: Date) => ({ uid, day, summary, description, url }: CalendarDay): string[] => [
  'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp(now)}`, `DTSTART;VALUE=DATE:${compact(day)}`, `SUMMARY:${escaped(summary)}`, `DESCRIPTION:${escaped(description)}`, `URL:${url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
];

export function iCalendar(name: string, days: readonly CalendarDay[], now: Date): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Regiekompas//Regiekompas//NL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:P1D'];
  return `${[...head, ...days.flatMap(eventLines(now)), 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`;
}
