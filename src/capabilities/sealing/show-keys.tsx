/** For who answers for security: what is sealed, under which key, since when, and what was erased. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { countDataKeys, listErased, organisationKeySince, sealedSince } from '../../platform/keys/store.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import type { SealedColumn } from '../../platform/keys/sealed-column.ts';
import { KeysPage } from './pages/keys-page.tsx';
import { type ShownKeys, shownKeys } from './shown-keys.ts';
import { words } from './words.ts';

const erasedAtMost = 50;

async function inUse({ db, organisation }: Context): Promise<ShownKeys['inUse']> {
  const key = await organisationKeySince(db, organisation.id);
  if (key === null) return null;
  const counts = await countDataKeys(db, organisation.id);
  const count = (isOfPerson: boolean): number => counts.filter((one) => one.isOfPerson === isOfPerson).reduce((sum, one) => sum + one.inUse + one.replaced, 0);
  return { key: key.kek, keySince: key.kekSince.toISOString(), ownSince: key.since.toISOString(), persons: count(true), records: count(false) };
}

async function columnsOf(sealed: readonly SealedColumn[], { db }: Context): Promise<ShownKeys['columns']> {
  const since = await sealedSince(db);
  return sealed.map(({ table, column, what }) => ({ what, since: since.get(`${table}.${column}`)?.toISOString() ?? null }));
}

async function erased({ db, organisation }: Context): Promise<ShownKeys['erased']> {
  const found = await listErased(db, organisation.id, erasedAtMost);
  return found.map(({ at, owner, keys }) => ({ at: at.toISOString(), of: owner.startsWith('person/') ? 'person' : 'records', keys }));
}

export const showKeys = (sealed: readonly SealedColumn[]): Operation => defineOperation({
  name: 'keys.show-keys',
  title: (locale) => words(locale).title,
  permission: 'key:inspect',
  input: z.strictObject({}),
  output: shownKeys,
  effect: { kind: 'read' },
  handle: async (at) => ({ inUse: await inUse(at), columns: await columnsOf(sealed, at), erased: await erased(at) }),
  rest: { method: 'GET', path: '/keys' },
  web: { kind: 'page', path: '/keys', nav: { order: 942, label: (locale) => words(locale).title }, render: (view) => <KeysPage view={view} /> },
});
