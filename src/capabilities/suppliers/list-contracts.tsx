/** All contracts by the next date that counts, with what is missing in them. */
import type { Contract, Landscape } from '../../core/landscape/document.ts';
import type { Library } from '../../core/library/library.ts';
import { defineOperation } from '../../platform/operation.ts';
import { currentLandscape } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { type contractColumns, contractList, type ContractListInput, contractListInput, type ContractRow } from './answers.ts';
import { calendarGroups, calendarOf, groupOf } from './contract-calendar.ts';
import { countClauses } from './contract-clauses.ts';
import { namedIn, rememberedWith } from './ground.ts';
import { isFound, pageOf, sortOf } from './list.ts';
import { ContractListPage } from './pages/contract-list.tsx';
import { words } from './words.ts';

type Column = (typeof contractColumns)[number];

const rowOf = (landscape: Landscape, library: Library, contract: Contract): ContractRow => {
  const calendar = calendarOf(contract, landscape.asOf);
  return {
    id: contract.id,
    provider: namedIn(landscape, 'provider', contract.provider),
    systems: contract.systems.map((system) => namedIn(landscape, 'system', system)),
    calendar,
    group: groupOf(calendar),
    clauses: countClauses(landscape, library, contract.id),
  };
};

const contractRows = rememberedWith((landscape, library): readonly ContractRow[] => landscape.contracts.map((contract) => rowOf(landscape, library, contract)));

const collator = new Intl.Collator('nl');
/** After every date there is. */
const never = '9999-12-31';
/** Expired ones come first, whichever date comes next for the others: systems may still lean on them. */
const nextOf = ({ group, calendar }: ContractRow): string => (group === 'expired' ? `0 ${calendar.end}` : `1 ${calendar.next?.date ?? never}`);
const keys: Readonly<Record<Column, (row: ContractRow) => string>> = {
  next: nextOf,
  provider: ({ provider }) => provider.name,
  end: ({ calendar }) => calendar.end ?? never,
  gaps: ({ clauses }) => `${clauses.no + 1000} ${clauses.unknown + 1000}`,
};

function sorted(rows: readonly ContractRow[], sort: ContractListInput['sort']): ContractRow[] {
  const { column, direction } = sortOf<Column>(sort);
  const key = keys[column];
  return rows.toSorted((a, b) => direction * collator.compare(key(a), key(b)) || collator.compare(a.provider.name, b.provider.name) || collator.compare(a.id, b.id));
}

export const listContracts = defineOperation({
  name: 'suppliers.list-contracts',
  title: (locale) => words(locale).contracts.title,
  permission: 'contract:read',
  input: contractListInput,
  output: contractList,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/contracts' },
  handle: async (at, { q, group, sort, page }) => {
    const { landscape } = await currentLandscape(at);
    const rows = contractRows(landscape, libraryOf(at.knowledge));
    const asked = rows.filter((row) => (group === undefined || row.group === group) && isFound(q, row.id, row.provider.name, ...row.systems.map(({ name }) => name)));
    return { ...pageOf(sorted(asked, sort), page), all: rows.length, groups: calendarGroups.map((one) => ({ group: one, contracts: rows.filter((row) => row.group === one).length })) };
  },
  web: { kind: 'page', path: '/contracts', nav: { order: 410, label: (locale) => words(locale).contracts.title }, render: (view) => <ContractListPage view={view} /> },
});
