/** The rows of one table as they leave: opened, each with its classification, as JSON Lines and the same as CSV, in parts of a few megabytes. */
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { writeCsv } from '../../formats/csv/write.ts';
import { readLines } from '../../platform/backup/rows.ts';
import type { Database } from '../../platform/context.ts';
import type { RowOf } from '../../platform/export/exported-table.ts';
import type { Vault } from '../../platform/keys/vault.ts';
import { readExact, writeExact } from './exact-json.ts';
import type { TableSum } from './manifest.ts';
import { classificationColumn, csvColumns, isWhole, type Shape } from './shape.ts';

/** `organisation` null: of all of them. `vault` null: what is sealed stays so. */
export type Leaving = { readonly db: Database; readonly vault: Vault | null; readonly organisation: string | null; readonly person: string | null };
export type Part = { readonly lines: string; readonly csv: string };

const partCharacters = 4 * 1024 * 1024;

/** Which rows of `t`. Null where somebody's export has nothing of this table. */
function rowsOf({ declared, table }: Shape, { organisation, person }: Leaving): RawBuilder<boolean> | null {
  if (person !== null && declared.person === undefined && table.columns.includes('organisation_id')) return null;
  const mine = person === null || declared.person === undefined ? sql<boolean>`true` : sql<boolean>`t.${sql.ref(declared.person)} = ${person}`;
  if (organisation === null) return mine;
  const ours = declared.ofOrganisation?.(organisation) ?? sql<boolean>`t.organisation_id = ${organisation}`;
  return sql<boolean>`${ours} and ${mine}`;
}

type Row = Record<string, unknown>;

/** What the row is opened with, where its id was replaced. */
const trueId = 'hidden_from_export';

/** A uuid that leads to nobody (version 8), the same for the same person in one export and never in two. One that is such already stays. */
const hidden = (column: string, salt: string): RawBuilder<unknown> =>
  sql`case when substr(${sql.ref(column)}::text, 15, 1) = '8' then ${sql.ref(column)} else overlay(substr(encode(sha256(convert_to(${salt} || ${sql.ref(column)}::text, 'UTF8')), 'hex'), 1, 32) placing '8' from 13 for 1)::uuid end`;

function sourceOf({ declared, table }: Shape, { person }: Leaving): RawBuilder<unknown> {
  const { hides } = declared;
  if (hides === undefined || person !== null) return sql.table(table.name);
  const columns = table.columns.map((column) => (column === hides ? sql`${hidden(column, randomUUID())} as ${sql.ref(column)}` : sql.ref(column)));
  return sql`(select ${sql.join(columns)}, ${sql.ref(hides)} as ${sql.ref(trueId)} from ${sql.table(table.name)})`;
}

const asSealed = ({ declared: { hides } }: Shape, row: Row): Row => (hides !== undefined && row[trueId] !== undefined ? { ...row, [hides]: row[trueId] } : row);

async function opened(shape: Shape, { vault, organisation }: Leaving, rows: readonly Row[]): Promise<readonly Row[]> {
  const { declared } = shape;
  if (vault === null || declared.sealed === undefined) return rows;
  const asked = rows.flatMap((row) => (declared.sealed ?? []).filter(({ column }) => row[column] !== undefined).map(({ column, place }) => ({ row, column, place: place(organisation ?? (row['organisation_id'] as string), asSealed(shape, row)), sealed: row[column] as string })));
  const answers = await vault.openAll(asked);
  for (const [at, { row, column }] of asked.entries()) {
    const answer = answers[at];
    // What was erased, or does not open, is not there; the rest of the row is.
    if (answer?.kind === 'open') row[column] = answer.text;
    else delete row[column];
  }
  return rows;
}

function inOrder({ declared, columns }: Shape, row: RowOf): Row {
  const there = columns.filter(({ name }) => row[name] !== undefined).map(({ name }): [string, unknown] => [name, row[name]]);
  return { ...Object.fromEntries(there), [classificationColumn]: declared.classification };
}

const cell = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : writeExact(value));

/** People of whom only the id is known: named by a row, and here no longer. */
async function former(shape: Shape, others: readonly Shape[], leaving: Leaving, known: ReadonlySet<unknown>): Promise<Row[]> {
  if (!shape.declared.knowsFormer || leaving.organisation === null) return [];
  const [key = 'id'] = shape.table.key;
  const ids = new Set<string>();
  for (const other of others) {
    const only = rowsOf(other, leaving);
    const naming = Object.entries(other.declared.refers ?? {}).filter(([, to]) => to === `${shape.table.name}.${key}`).map(([column]) => column);
    for (const column of only === null ? [] : naming) {
      const { rows } = await sql<{ id: string }>`select distinct t.${sql.ref(column)} as id from ${sql.table(other.table.name)} t where ${only} and t.${sql.ref(column)} is not null`.execute(leaving.db);
      for (const { id } of rows) ids.add(id);
    }
  }
  return [...ids].filter((id) => !known.has(id)).toSorted().map((id) => ({ [key]: id }));
}

async function* batches(shape: Shape, others: readonly Shape[], leaving: Leaving): AsyncGenerator<readonly Row[]> {
  const only = rowsOf(shape, leaving);
  if (only === null) return;
  const known = new Set<unknown>();
  const [key = 'id'] = shape.table.key;
  for await (const lines of readLines(leaving.db, shape.table, only, sourceOf(shape, leaving))) {
    const rows = lines.map(readExact);
    if (shape.declared.knowsFormer) for (const row of rows) known.add(row[key]);
    yield await opened(shape, leaving, rows);
  }
  yield await former(shape, others, leaving, known);
}

const partOf = (shape: Shape, rows: readonly Row[], lines: string): Part =>
  ({ lines, csv: writeCsv({ columns: csvColumns(shape), rows: rows.map((row) => csvColumns(shape).map((name) => cell(row[name]))) }, ',') });

/** Counted on the way. */
export class Count {
  rows = 0;
  readonly #sums = new Map<string, bigint>();
  add(shape: Shape, row: RowOf): void {
    this.rows += 1;
    for (const { name } of shape.columns.filter(isWhole)) if (row[name] !== undefined) this.#sums.set(name, (this.#sums.get(name) ?? 0n) + BigInt(writeExact(row[name])));
  }
  of({ declared, table }: Shape): TableSum {
    const references = Object.entries(declared.refers ?? {}).map(([column, to]) => ({ column, table: to.split('.')[0] as string, to: to.split('.')[1] as string }));
    return { name: table.name, rows: this.rows, sums: Object.fromEntries([...this.#sums].toSorted().map(([name, sum]) => [name, String(sum)])), references };
  }
}

/** At least one part, so that there is a file for every table. Memory holds one. */
export async function* exportRows(shape: Shape, others: readonly Shape[], leaving: Leaving, count: Count): AsyncGenerator<Part> {
  let [rows, lines]: [Row[], string] = [[], ''];
  for await (const batch of batches(shape, others, leaving)) {
    for (const row of batch.map((one) => inOrder(shape, one))) {
      count.add(shape, row);
      rows.push(row);
      lines += `${writeExact(row)}\n`;
    }
    if (lines.length < partCharacters) continue;
    yield partOf(shape, rows, lines);
    [rows, lines] = [[], ''];
  }
  if (count.rows === 0 || lines !== '') yield partOf(shape, rows, lines);
}
