/** Keys for tests: the same for the same database, kept in memory. */
import { keyringHolder } from '../keyring-holder.ts';
import { type Keyring, newKeyring } from '../keyring.ts';
import { type Keys, keysOf, type KeysWorld } from '../keys.ts';

const kept = new WeakMap<object, Keyring>();

export const memoryKeys = (world: KeysWorld, database: object): Keys =>
  keysOf(world, () => {
    if (!kept.has(database)) kept.set(database, newKeyring(world.clock.now()));
    const write = async (ring: Keyring): Promise<void> => void kept.set(database, ring);
    return keyringHolder({ kind: 'file', read: async () => kept.get(database) ?? null, write }, world.clock);
  });
