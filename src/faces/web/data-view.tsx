/** Any value as something to read: groups as terms with their values, lists of groups as tables. Labels come from the output's schema (`.meta({ label })`). */
import { DefinitionList } from '../../ui/definition-list/component.tsx';
import { UserText } from '../../ui/link/component.tsx';
import { Table } from '../../ui/table/component.tsx';
import type { Rendered } from '../../platform/screen.ts';
import type { Locale } from '../../platform/words.ts';
import { alternatives, type Schema } from '../fields/json-schema.ts';
import { labelOf } from './generated-form.tsx';
import { words } from './words.ts';

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const columnsOf = (rows: readonly Group[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

function Plain({ value, locale }: { readonly value: unknown; readonly locale: Locale }): Rendered {
  const text = words(locale);
  if (value === undefined || value === null || value === '') return <span>{text.none}</span>;
  if (typeof value === 'boolean') return <span>{value ? text.yes : text.no}</span>;
  return <UserText text={value instanceof Date ? value.toISOString() : String(value)} />;
}

const memberOf = (schema: Schema, key: string): Schema => alternatives(schema).find(({ properties }) => properties?.[key])?.properties?.[key] ?? {};
const itemOf = (schema: Schema): Schema => alternatives(schema).find(({ items }) => items)?.items ?? {};

type Shown = { readonly value: unknown; readonly name: string; readonly locale: Locale; readonly schema?: Schema };

function List({ items, name, locale, schema }: Omit<Shown, 'value' | 'schema'> & { readonly items: readonly unknown[]; readonly schema: Schema }): Rendered {
  const item = itemOf(schema);
  if (items.length === 0) return <span>{words(locale).none}</span>;
  if (!items.every(isGroup)) return <ul>{items.map((one) => <li><DataView value={one} name={name} locale={locale} schema={item} /></li>)}</ul>;
  const columns = columnsOf(items);
  return (
    <Table
      caption={labelOf(name, schema, locale)}
      columns={columns.map((column) => ({ text: labelOf(column, memberOf(item, column), locale) }))}
      rows={items.map((one) => ({ cells: columns.map((column) => <DataView value={one[column]} name={column} locale={locale} schema={memberOf(item, column)} />) }))}
    />
  );
}

/** @param schema of this value; without it names are made readable. */
export function DataView({ value, name, locale, schema = {} }: Shown): Rendered {
  if (Array.isArray(value)) return <List items={value} name={name} locale={locale} schema={schema} />;
  if (!isGroup(value)) return <Plain value={value} locale={locale} />;
  const items = Object.entries(value).map(([key, inside]) => {
    const member = memberOf(schema, key);
    return { term: labelOf(key, member, locale), value: <DataView value={inside} name={key} locale={locale} schema={member} /> };
  });
  return items.length === 0 ? <span>{words(locale).none}</span> : <DefinitionList items={items} />;
}
