/** Rows with columns that are sealed, as a store writes and reads them: one query of the vault for any number of rows. */
import type { SealedValue } from '../export/exported-table.ts';
import { ownerIn, placeIn, type SealedColumn } from './sealed-column.ts';
import type { Vault } from './vault.ts';

type Row = Readonly<Record<string, unknown>>;
type At = { readonly vault: Pick<Vault, 'sealAll' | 'openAll'>; readonly organisation: { readonly id: string } };

/** Rows with these columns as text again; null for what cannot be opened: erased with its person, or refused and told of in the log. */
export type OpenedRow<Given, Columns extends readonly SealedColumn[]> = Omit<Given, Columns[number]['column']> & Readonly<Record<Columns[number]['column'], string | null>>;

const keysOf = (row: Row): Readonly<Record<string, string>> => row as Readonly<Record<string, string>>;

/** Before they are stored. What is null stays so; what is empty is sealed too, for that somebody wrote nothing is theirs as well. */
export async function sealRows<Given extends Row>({ vault, organisation }: At, columns: readonly SealedColumn[], rows: readonly Given[]): Promise<Given[]> {
  const wanted = rows.flatMap((row, at) => columns.flatMap((column) => (row[column.column] === null ? [] : [{ at, column }])));
  const texts = await vault.sealAll(wanted.map(({ at, column }) => ({ place: placeIn(column, organisation.id, keysOf(rows[at] as Row)), owner: ownerIn(column, keysOf(rows[at] as Row)), text: String(rows[at]?.[column.column]) })));
  const sealed: Given[] = rows.map((row) => ({ ...row }));
  for (const [index, { at, column }] of wanted.entries()) (sealed[at] as Record<string, unknown>)[column.column] = texts[index];
  return sealed;
}

/** After they were read. */
export async function openRows<Given extends Row, const Columns extends readonly SealedColumn[]>({ vault, organisation }: At, columns: Columns, rows: readonly Given[]): Promise<OpenedRow<Given, Columns>[]> {
  const wanted = rows.flatMap((row, at) => columns.flatMap((column) => (row[column.column] === null ? [] : [{ at, column }])));
  const opened = await vault.openAll(wanted.map(({ at, column }) => ({ place: placeIn(column, organisation.id, keysOf(rows[at] as Row)), sealed: String(rows[at]?.[column.column]) })));
  const texts = rows.map((row) => ({ ...row }) as Record<string, unknown>);
  for (const [index, { at, column }] of wanted.entries()) {
    const text = opened[index];
    (texts[at] as Record<string, unknown>)[column.column] = text?.kind === 'open' ? text.text : null;
  }
  return texts as OpenedRow<Given, Columns>[];
}

/** How such a column leaves with its organisation: opened, it is the organisation's own. */
export const sealedInExport = (column: SealedColumn): SealedValue => ({
  column: column.column,
  place: (organisation, row) => placeIn(column, organisation, keysOf(row)),
  owner: (row) => ownerIn(column, keysOf(row)),
});
