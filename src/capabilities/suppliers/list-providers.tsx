/** All providers: where they are from, who decides over them, which foreign law reaches them, what falls with them. */
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { type providerColumns, type ProviderListInput, providerList, providerListInput } from './answers.ts';
import { rankingOf } from './ground.ts';
import { isFound, pageOf, sortOf } from './list.ts';
import { ProviderListPage } from './pages/provider-list.tsx';
import { type ProviderRow, providerRows } from './provider-rows.ts';
import { words } from './words.ts';

type Column = (typeof providerColumns)[number];

const keys: Readonly<Record<Column, (row: ProviderRow) => string | number>> = { name: (row) => row.name, country: (row) => row.country, systems: (row) => row.systems, breaches: (row) => row.breaches };
const collator = new Intl.Collator('nl');
const compare = (a: string | number, b: string | number): number => (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));

function sorted(rows: readonly ProviderRow[], sort: ProviderListInput['sort']): ProviderRow[] {
  const { column, direction } = sortOf<Column>(sort);
  const key = keys[column];
  // Of those that break as many promises, the one that stops more services comes first.
  return rows.toSorted((a, b) => direction * compare(key(a), key(b)) || b.services - a.services || b.systems - a.systems || collator.compare(a.name, b.name));
}

const countriesOf = (rows: readonly ProviderRow[]) => {
  const counts = new Map<string, number>();
  for (const { country } of rows.flatMap(({ foreign }) => foreign)) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].map(([country, providers]) => ({ country, providers })).sort((a, b) => b.providers - a.providers || compare(a.country, b.country));
};

const isAsked = ({ q, country }: ProviderListInput, row: ProviderRow): boolean =>
  isFound(q, row.name, row.id, ...row.controllers.map(({ name }) => name)) && (country === undefined || row.foreign.some((each) => each.country === country));

export const listProviders = defineOperation({
  name: 'suppliers.list-providers',
  title: (locale) => words(locale).providers.title,
  permission: 'landscape:read',
  input: providerListInput,
  output: providerList,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/providers' },
  handle: async (at, asked) => {
    const { landscape } = await currentLandscape(at);
    const rows = providerRows(landscape, libraryOf(at.knowledge), asked.reading);
    return {
      ...pageOf(sorted(rows.filter((row) => isAsked(asked, row)), asked.sort), asked.page),
      all: rows.length,
      reached: rows.filter(({ foreign }) => foreign.some(({ instruments }) => instruments.length > 0)).length,
      ownersUnknown: rows.filter(({ ownerUnknown }) => ownerUnknown).length,
      countries: countriesOf(rows),
      unknownOperator: rankingOf(landscape).unknown,
    };
  },
  web: { kind: 'page', path: '/providers', nav: { order: 400, label: (locale) => words(locale).providers.title }, render: (view) => <ProviderListPage view={view} /> },
});
