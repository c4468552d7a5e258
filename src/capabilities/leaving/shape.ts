/** What the columns of a table hold, from the database's own catalogue, and how that is said to others: JSON Schema and CSVW. */
import { sql } from 'kysely';
import type { Database } from '../../platform/context.ts';
import { listTables, type Table } from '../../platform/backup/catalogue.ts';
import { sha256 } from './manifest.ts';
import { type Exported, type ExportedTable, leaves } from '../../platform/export/exported-table.ts';

export type Column = { readonly name: string; readonly type: string; readonly required: boolean };
/** `table` without the columns that stay. */
export type Shape = { readonly declared: ExportedTable; readonly table: Table; readonly columns: readonly Column[] };

async function readColumns(db: Database): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await sql<Column & { table: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') order by a.attnum`.execute(db);
  return Map.groupBy(rows, ({ table }) => table);
}

/** What is referred to comes before what refers to it. */
export async function readShapes(db: Database, { tables }: Exported): Promise<Shape[]> {
  const columns = await readColumns(db);
  const declared = new Map(tables.filter(leaves).map((one) => [one.table, one]));
  return (await listTables(db)).flatMap((table) => {
    const one = declared.get(table.name);
    if (one === undefined) return [];
    const goes = (name: string): boolean => !one.without?.includes(name);
    return [{ declared: one, table: { ...table, columns: table.columns.filter(goes) }, columns: (columns.get(table.name) ?? []).filter(({ name }) => goes(name)) }];
  });
}

/** Equal where the same columns of the same tables go along. */
export const fingerprintOf = (shapes: readonly Shape[]): string => sha256(JSON.stringify(shapes.map(({ table, columns }) => [table.name, columns.map(({ name, type }) => `${name} ${type}`).toSorted()]).toSorted()));

/** Of all tables, those nobody declared: a table that would be forgotten. */
export async function undeclaredTables(db: Database, { tables }: Exported): Promise<string[]> {
  const known = new Set(['platform_migration', ...tables.map(({ table }) => table)]);
  return [...(await readColumns(db)).keys()].filter((table) => !known.has(table)).toSorted();
}

const jsonTypes: Readonly<Record<string, object>> = {
  uuid: { type: 'string', format: 'uuid' }, text: { type: 'string' }, boolean: { type: 'boolean' }, integer: { type: 'integer' }, bigint: { type: 'integer' }, numeric: { type: 'number' },
  'timestamp with time zone': { type: 'string', format: 'date-time' }, date: { type: 'string', format: 'date' }, 'text[]': { type: 'array', items: { type: ['string', 'null'] } },
  jsonb: {}, bytea: { type: 'string', pattern: '^\\\\x([0-9a-f]{2})*$', description: 'Bytes in hexadecimal after \\x' },
};
const csvTypes: Readonly<Record<string, string>> = { boolean: 'boolean', integer: 'integer', bigint: 'integer', numeric: 'decimal', 'timestamp with time zone': 'dateTime', date: 'date', jsonb: 'json', bytea: 'hexBinary' };

export const isWhole = ({ type }: Column): boolean => type === 'integer' || type === 'bigint';
export const classificationColumn = 'classification';

/** Of somebody who is here no longer only the key is known. */
const isRequired = ({ declared, table }: Shape, { name, required }: Column): boolean => required && (!declared.knowsFormer || table.key.includes(name));
const levels = ['public', 'internal', 'confidential', 'secret'];

export function jsonSchemaOf(shape: Shape): object {
  const { declared, columns } = shape;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:regiekompas:export:1:${declared.table}`,
    title: declared.title.en,
    description: declared.title.nl,
    type: 'object',
    properties: { ...Object.fromEntries(columns.map((column) => [column.name, jsonTypes[column.type] ?? { type: 'string', description: column.type }])), [classificationColumn]: { enum: levels } },
    required: [...columns.filter((column) => isRequired(shape, column)).map(({ name }) => name), classificationColumn],
    additionalProperties: false,
  };
}

export const csvColumns = ({ columns }: Shape): string[] => [...columns.map(({ name }) => name), classificationColumn];

/** CSV on the Web, of one file. */
export const csvwOf = ({ declared, table, columns }: Shape, url: string): object => ({
  url,
  'dc:title': declared.title.en,
  tableSchema: {
    columns: [...columns.map(({ name, type }) => ({ name, titles: name, datatype: csvTypes[type] ?? 'string' })), { name: classificationColumn, titles: classificationColumn, datatype: 'string' }],
    primaryKey: table.key,
    foreignKeys: Object.entries(declared.refers ?? {}).map(([column, to]) => ({ columnReference: column, reference: { resource: `${to.split('.')[0]}.csv`, columnReference: to.split('.')[1] } })),
  },
});
