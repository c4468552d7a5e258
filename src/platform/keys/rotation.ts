/**
 * Replaces the key above all others, and with it the key of each organisation; data keys are wrapped anew and no
 * sealed value is touched. In small transactions, each of which leaves everything readable: whoever is interrupted
 * goes on where they were.
 *
 * The organisation's key is replaced too, because of backups: a data key that was destroyed is still in them, under
 * the organisation's key of that time, under a key of that time. Once that one is destroyed, it is gone there too.
 */
import type { Database } from '../context.ts';
import type { Scope } from '../database/scoped-database.ts';
import { box, unbox } from './cipher.ts';
import { type Keys, makeProof } from './keys.ts';
import { goesWithDataKey } from './open-vault.ts';
import { isStillUsed, organisationsToRewrap, putDataKeys, removeReplacedKeys, replaceOrganisationKey, retireKeks, type Rewrapping, takeDataKeys } from './rotation-store.ts';
import { addKek, addOrganisationKey, kekInUse, listKeks, organisationKeyInUse, type OrganisationKeyRow } from './store.ts';

export type Rotation = { readonly kek: string; readonly organisations: number; readonly rewrapped: number };

const batch = 500;
/** The key above all others is above those of every organisation. */
const everywhere: Scope = { duty: 'keep-keys' };

/** One that the holder made, and that was never taken into use because somebody was interrupted; or else a new one. */
async function unusedKey(keys: Keys): Promise<string> {
  const known = new Set((await keys.database.read({}, listKeks)).map(({ id }) => id));
  return (await keys.holder().keys()).find((id) => !known.has(id)) ?? keys.holder().addKey();
}

async function takeIntoUse(keys: Keys): Promise<void> {
  const id = await unusedKey(keys);
  const proof = await makeProof(keys.holder(), id);
  await keys.database.change({}, (db) => addKek(db, { id, proof }, keys.clock.now()));
}

async function replaceOne(keys: Keys, organisation: string, kek: string): Promise<void> {
  const fresh = await keys.newOrganisationKey(organisation, kek);
  await keys.database.change({ organisation }, async (db) => {
    if (await replaceOrganisationKey(db, organisation, kek, keys.clock.now())) await addOrganisationKey(db, fresh, keys.clock.now());
  });
}

/** Nothing for one that does not open: it stays as it is, and the key above it with it. */
async function rewrapped(keys: Keys, to: OrganisationKeyRow, above: Buffer, key: Rewrapping): Promise<{ id: string; wrapped: Buffer }[]> {
  const from = { organisation: to.organisation, id: key.underId, kek: key.underKek, wrapped: key.underWrapped };
  const old = await keys.unwrap(from);
  const bytes = old && unbox(old, key.wrapped, goesWithDataKey(from, key));
  if (!bytes) keys.log('warn', 'data-key-does-not-open', { organisation: to.organisation, key: key.id });
  return bytes ? [{ id: key.id, wrapped: box(above, bytes, goesWithDataKey(to, key)) }] : [];
}

/** @returns those that were looked at. */
async function rewrapBatch(keys: Keys, db: Database, to: OrganisationKeyRow, above: Buffer, after: string): Promise<readonly Rewrapping[]> {
  const taken = await takeDataKeys(db, to.organisation, after, batch);
  const wrapped = (await Promise.all(taken.map((key) => rewrapped(keys, to, above, key)))).flat();
  if (wrapped.length > 0) await putDataKeys(db, to.organisation, to.id, wrapped);
  return taken;
}

const first = '00000000-0000-0000-0000-000000000000';

async function removeReplaced(keys: Keys, { organisation, id }: OrganisationKeyRow): Promise<void> {
  await keys.database.change({ organisation }, (db) => removeReplacedKeys(db, organisation, id)).catch((error: unknown) => (isStillUsed(error) ? undefined : Promise.reject(error)));
}

async function rewrapOrganisation(keys: Keys, organisation: string): Promise<number> {
  const to = await keys.database.read({ organisation }, (db) => organisationKeyInUse(db, organisation));
  const above = to && (await keys.unwrap(to));
  if (!to || !above) throw new Error(`The key of the organisation ${organisation} does not open.`);
  let count = 0;
  for (let after: string | undefined = first; after !== undefined; ) {
    const from: string = after;
    const taken = await keys.database.change({ organisation }, (db) => rewrapBatch(keys, db, to, above, from));
    count += taken.length;
    after = taken.length === batch ? taken.at(-1)?.id : undefined;
  }
  await removeReplaced(keys, to);
  return count;
}

/** What a rotation left to do; nothing, most often. */
export async function finishRotation(keys: Keys): Promise<Rotation> {
  const kek = (await keys.database.read({}, kekInUse))?.id ?? '';
  const organisations = await keys.database.read(everywhere, (db) => organisationsToRewrap(db, kek));
  let count = 0;
  for (const organisation of organisations) {
    await replaceOne(keys, organisation, kek);
    count += await rewrapOrganisation(keys, organisation);
  }
  return { kek, organisations: organisations.length, rewrapped: count };
}

/** One that was interrupted is finished; otherwise a new key is made and everything goes under it. */
export async function rotateKeys(keys: Keys): Promise<Rotation> {
  const left = await finishRotation(keys);
  if (left.organisations > 0) return left;
  await takeIntoUse(keys);
  return finishRotation(keys);
}

/**
 * Destroys keys that were replaced longer ago than backups are kept, and that nothing is under. With them goes what
 * older backups hold of erased persons. INVARIANT: marked before it is destroyed, so that none counts as usable that is not.
 */
export async function retireReplacedKeys(keys: Keys, keptDays: number): Promise<readonly string[]> {
  const now = keys.clock.now();
  await keys.database.change(everywhere, (db) => retireKeks(db, new Date(now.getTime() - keptDays * 86_400_000), now));
  const held = new Set(await keys.holder().keys());
  const gone = (await keys.database.read({}, listKeks)).filter(({ id, destroyedAt }) => destroyedAt !== null && held.has(id)).map(({ id }) => id);
  for (const id of gone) await keys.holder().destroyKey(id);
  return gone;
}
