/** One contract: its calendar, what it promises clause by clause with the proof, and what law changes meanwhile. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { currentLandscape, itemOf } from '../landscape/public.ts';
import { libraryOf } from '../library/public.ts';
import { shownContract } from './answers.ts';
import { calendarOf } from './contract-calendar.ts';
import { contractClauses, countClauses } from './contract-clauses.ts';
import { namedIn } from './ground.ts';
import { ContractPage } from './pages/contract-page.tsx';
import { statutoryDates } from './statutory-dates.ts';
import { words } from './words.ts';

export const showContract = defineOperation({
  name: 'suppliers.show-contract',
  title: (locale) => words(locale).contract.kicker,
  permission: 'contract:read',
  input: z.strictObject({ id: z.string() }),
  output: shownContract,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/contracts/{id}' },
  handle: async (at, { id }) => {
    const { landscape } = await currentLandscape(at);
    const contract = itemOf(landscape, 'contracts', id);
    if (contract === undefined) return notFound;
    const library = libraryOf(at.knowledge);
    return {
      id,
      provider: namedIn(landscape, 'provider', contract.provider),
      systems: contract.systems.map((system) => namedIn(landscape, 'system', system)),
      calendar: calendarOf(contract, landscape.asOf),
      counts: countClauses(landscape, library, id),
      clauses: contractClauses(landscape, library, contract),
      statutory: statutoryDates(at.knowledge).filter(({ date }) => date >= contract.start && (contract.end === undefined || date <= contract.end)),
    };
  },
  web: { kind: 'page', path: '/contracts/{id}', title: ({ output: { provider }, locale }) => words(locale).contract.title(provider.name), render: (view) => <ContractPage view={view} /> },
});
