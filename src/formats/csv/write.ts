/**
 * A table as CSV (RFC 4180), for a spreadsheet: it starts with a byte order mark, or the spreadsheet takes accents for
 * something else.
 * INVARIANT: no cell is run as a formula. What begins like one gets an apostrophe before it, as a spreadsheet writes it.
 */
export type CsvTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The wide forms too: some spreadsheets read them as the narrow ones. */
const safe = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);

/** @param separator what the reader's spreadsheet expects: `;` where the comma is in numbers, `,` elsewhere. */
export function writeCsv({ columns, rows }: CsvTable, separator: ',' | ';'): string {
  const breaks = new RegExp(`["\\r\\n${separator}]`);
  const quoted = (text: string): string => (breaks.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `\uFEFF${[columns, ...rows].map((row) => row.map((cell) => quoted(safe(cell))).join(separator)).join('\r\n')}\r\n`;
}
