/** A table in CSV (RFC 4180), as spreadsheets write it: `,`, `;` or a tab between cells, with or without a byte order mark. */
import { CsvError, parse } from 'csv-parse/sync';

/** `line` counts from 1, where the row begins. Cells are trimmed; a row with nothing in it is left out. */
export type CsvRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };
export type ReadCsv = { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly CsvRow[] } | { readonly ok: false; readonly line: number; readonly reason: 'not-a-table' | 'no-columns' | 'too-many-columns' | 'column-twice'; readonly column?: string };

const delimiters = [',', ';', '\t'] as const;
/** That which the first line has most of. */
const delimiterOf = (text: string): string => {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  return delimiters.map((delimiter) => [first.split(delimiter).length, delimiter] as const).toSorted((a, b) => b[0] - a[0])[0]?.[1] ?? ',';
};

/** Spreadsheets stop at 16,384. */
const columnsAtMost = 20_000;

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number; readonly bytes: number } };

export function readCsv(text: string): ReadCsv {
  const bare = text.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(bare);
  if ((bare.split(/\r?\n/, 1)[0] ?? '').split(delimiter).length > columnsAtMost) return { ok: false, line: 1, reason: 'too-many-columns' };
  try {
    const parsed = parse(bare, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as unknown as readonly Parsed[];
    const [head, ...body] = parsed;
    const columns = head?.record.map((column) => column.trim()) ?? [];
    if (columns.every((column) => column === '')) return { ok: false, line: 1, reason: 'no-columns' };
    const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) < at);
    if (twice !== undefined) return { ok: false, line: 1, reason: 'column-twice', column: twice };
    const rows = body.filter(({ record }) => record.some((cell) => cell !== '')).map(({ record, info }): CsvRow => {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      return { line: info.lines - breaks, cells: Object.fromEntries(columns.flatMap((column, at) => (column === '' ? [] : [[column, record[at] ?? '']]))) };
    });
    return { ok: true, columns: columns.filter((column) => column !== ''), rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, line: Number(error.lines ?? 1), reason: 'not-a-table' };
  }
}
