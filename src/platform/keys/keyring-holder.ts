/** Holds a keyring that is kept somewhere: in a file, plain or encrypted. */
import type { Clock } from '../clock.ts';
import { HolderFault, type KeyHolder } from './key-holder.ts';
import { type Keyring, publicKeyOf, signWith, unwrapWith, withNewKey, withoutKey, wrapWith } from './keyring.ts';

/** `read` gives null when nothing was kept yet. */
export type KeyringKeeper = {
  readonly kind: 'file' | 'age';
  readonly read: () => Promise<Keyring | null>;
  readonly write: (ring: Keyring) => Promise<void>;
};

const orFault = <Value>(value: Value | null, message: string): Value => {
  if (value === null) throw new HolderFault(message);
  return value;
};

/** Reads again when it meets a key it does not know: another process may have added it. */
export async function keyringHolder(keeper: KeyringKeeper, clock: Clock): Promise<KeyHolder> {
  const reread = async (): Promise<Keyring> => orFault(await keeper.read(), 'The keys are no longer where they were.');
  let ring = await reread();
  const knows = (key: string): boolean => ring.keys.some(({ id }) => id === key);
  const knowing = async (key: string): Promise<Keyring> => (knows(key) ? ring : (ring = await reread()));
  const change = async (to: (from: Keyring) => Keyring): Promise<Keyring> => {
    const changed = to(await reread());
    await keeper.write(changed);
    return (ring = changed);
  };
  return {
    kind: keeper.kind,
    keys: async () => (ring = await reread()).keys.map(({ id }) => id),
    addKey: async () => (await change((from) => withNewKey(from, clock.now()))).keys.at(-1)?.id ?? '',
    destroyKey: async (key) => void (await change((from) => withoutKey(from, key))),
    wrap: async (key, plain, goesWith) => orFault(wrapWith(await knowing(key), key, plain, goesWith), `The key ${key} is not here.`),
    unwrap: async ({ key, bytes }, goesWith) => unwrapWith(await knowing(key), key, bytes, goesWith),
    sign: async (bytes) => signWith(ring, bytes),
    publicKey: async () => publicKeyOf(ring),
    close: async () => undefined,
  };
}
