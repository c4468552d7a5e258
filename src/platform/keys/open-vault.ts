/** The vault on a database, or on one transaction of it. */
import type { Database } from '../context.ts';
import { box, newKey, unbox } from './cipher.ts';
import type { Keys } from './keys.ts';
import { keyIdIn, openText, sealText } from './sealed-text.ts';
import { addDataKeys, addOrganisationKey, type DataKeyRow, dataKeysById, dataKeysInUse, destroyDataKeys, holdOrganisationKey, kekInUse, type NewDataKey, type OrganisationKeyRow } from './store.ts';
import { type Erasure, KeysSealed, type Opened, type Owner, type ToOpen, type ToSeal, type Vault } from './vault.ts';

export const ownerName = (owner: Owner): string => ('person' in owner ? `person/${owner.person}` : `records/${owner.records}`);

type DataKey = { readonly kind: 'there'; readonly id: string; readonly owner: string; readonly bytes: Buffer } | { readonly kind: 'erased'; readonly at: Date } | { readonly kind: 'no-key' };
type There = Extract<DataKey, { kind: 'there' }>;

export const goesWithDataKey = (organisationKey: Pick<OrganisationKeyRow, 'organisation' | 'id'>, key: Pick<DataKeyRow, 'id' | 'owner'>): string =>
  JSON.stringify(['data key', organisationKey.organisation, organisationKey.id, key.id, key.owner]);

async function unwrapped(keys: Keys, row: DataKeyRow): Promise<DataKey> {
  if (row.wrapped === null || row.destroyedAt !== null) return { kind: 'erased', at: row.destroyedAt ?? new Date(0) };
  const above = row.under && (await keys.unwrap(row.under));
  const bytes = above && row.under && unbox(above, row.wrapped, goesWithDataKey(row.under, row));
  return bytes ? { kind: 'there', id: row.id, owner: row.owner, bytes } : { kind: 'no-key' };
}

async function organisationKey(keys: Keys, db: Database, organisation: string): Promise<OrganisationKeyRow> {
  const known = await holdOrganisationKey(db, organisation);
  if (known) return known;
  // As the database says it now: another process may have replaced it.
  const kek = await kekInUse(db);
  if (kek === null) throw new KeysSealed('The keys are not there.');
  await addOrganisationKey(db, await keys.newOrganisationKey(organisation, kek.id), keys.clock.now());
  const added = await holdOrganisationKey(db, organisation);
  if (!added) throw new Error('An organisation’s key was added, and is not there.');
  return added;
}

/** For owners that have none yet. Whoever was first wins; what is in use afterwards is read again. */
async function makeDataKeys(keys: Keys, db: Database, organisation: string, owners: readonly string[]): Promise<void> {
  const under = await organisationKey(keys, db, organisation);
  const above = await keys.unwrap(under);
  if (above === null) throw new Error(`The key ${under.id} of the organisation does not open.`);
  const wrapped = owners.map((owner): NewDataKey => {
    const id = keys.ids.next();
    return { id, owner, wrapped: box(above, newKey(), goesWithDataKey(under, { id, owner })) };
  });
  await addDataKeys(db, under, wrapped, keys.clock.now());
}

const isThere = (key: DataKey): key is There => key.kind === 'there';

async function keysInUse(keys: Keys, db: Database, organisation: string, owners: readonly string[]): Promise<There[]> {
  const rows = await dataKeysInUse(db, organisation, owners);
  const found = await Promise.all(rows.map((row) => unwrapped(keys, row)));
  if (!found.every(isThere)) throw new Error('A data key in use does not open: the keys above it are not those it was wrapped with.');
  return found;
}

/** What one transaction has seen, so that a second value with the same key costs no query. Ends with it. */
type Seen = { readonly byId: Map<string, DataKey>; readonly byOwner: Map<string, There> };
const organised = (organisation: string, name: string): string => `${organisation} ${name}`;

function rememberKeys(seen: Seen, organisation: string, found: readonly There[]): void {
  for (const key of found) {
    seen.byId.set(organised(organisation, key.id), key);
    seen.byOwner.set(organised(organisation, key.owner), key);
  }
}

async function findForSealing(keys: Keys, db: Database, seen: Seen, organisation: string, owners: readonly string[]): Promise<void> {
  const missing = (): string[] => owners.filter((owner) => !seen.byOwner.has(organised(organisation, owner)));
  if (missing().length > 0) rememberKeys(seen, organisation, await keysInUse(keys, db, organisation, missing()));
  if (missing().length === 0) return;
  await makeDataKeys(keys, db, organisation, missing());
  rememberKeys(seen, organisation, await keysInUse(keys, db, organisation, missing()));
}

async function findForOpening(keys: Keys, db: Database, seen: Seen, organisation: string, ids: readonly string[]): Promise<void> {
  const missing = ids.filter((id) => !seen.byId.has(organised(organisation, id)));
  if (missing.length === 0) return;
  for (const id of missing) seen.byId.set(organised(organisation, id), { kind: 'no-key' });
  for (const row of await dataKeysById(db, organisation, missing)) seen.byId.set(organised(organisation, row.id), await unwrapped(keys, row));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
const organisationsOf = (values: readonly { readonly place: { readonly organisation: string } }[]): string[] => unique(values.map(({ place }) => place.organisation));
const of = <Value extends { readonly place: { readonly organisation: string } }>(values: readonly Value[], organisation: string): Value[] => values.filter(({ place }) => place.organisation === organisation);

function openOne(keys: Keys, seen: Seen, { place, sealed }: ToOpen): Opened {
  const id = keyIdIn(sealed);
  const key = id === null ? undefined : seen.byId.get(organised(place.organisation, id));
  if (key?.kind === 'erased') return key;
  const text = key?.kind === 'there' ? openText(place, key, sealed) : null;
  if (text !== null) return { kind: 'open', text };
  const kind = key?.kind === 'no-key' ? 'no-key' : 'tampered';
  keys.log('warn', 'sealed-value-refused', { kind, organisation: place.organisation, table: place.table, column: place.column, key: id });
  return { kind };
}

export function openVault(keys: Keys, db: Database): Vault {
  const seen: Seen = { byId: new Map(), byOwner: new Map() };
  const sealAll = async (values: readonly ToSeal[]): Promise<string[]> => {
    for (const organisation of organisationsOf(values)) await findForSealing(keys, db, seen, organisation, unique(of(values, organisation).map(({ owner }) => ownerName(owner))));
    return values.map(({ place, owner, text }) => sealText(place, seen.byOwner.get(organised(place.organisation, ownerName(owner))) as There, text));
  };
  const openAll = async (values: readonly ToOpen[]): Promise<Opened[]> => {
    for (const organisation of organisationsOf(values)) await findForOpening(keys, db, seen, organisation, unique(of(values, organisation).flatMap(({ sealed }) => keyIdIn(sealed) ?? [])));
    return values.map((value) => openOne(keys, seen, value));
  };
  const erase = async (organisation: string, owner: Owner): Promise<Erasure> => {
    const at = keys.clock.now();
    const gone = await destroyDataKeys(db, organisation, ownerName(owner), at);
    for (const id of gone) seen.byId.set(organised(organisation, id), { kind: 'erased', at });
    seen.byOwner.delete(organised(organisation, ownerName(owner)));
    return { keys: gone, at };
  };
  return {
    sealAll,
    openAll,
    seal: async (place, owner, text) => (await sealAll([{ place, owner, text }]))[0] as string,
    open: async (place, sealed) => (await openAll([{ place, sealed }]))[0] as Opened,
    erase,
  };
}
