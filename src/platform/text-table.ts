/** Rows as text for a terminal: each column as wide as what is in it, two spaces between, nothing at the end of a line. */

/** In code points; a terminal may draw some of them wider. */
const widthOf = (text: string): number => [...text].length;

/** @param rows of as many cells each as the first has. @returns a line for each row. */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths = (rows[0] ?? []).map((_, at) => rows.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? '')), 0));
  return rows.map((row) => `${indent}${row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd());
}
