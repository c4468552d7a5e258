/** The holder that the settings ask for. */
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { ageFile } from './age-file.ts';
import { keyFile } from './key-file.ts';
import { keyringHolder, type KeyringKeeper } from './keyring-holder.ts';
import { newKeyring } from './keyring.ts';
import type { OpenHolder } from './keys.ts';
import { pkcs11Holder } from './pkcs11-holder.ts';

export type KeyringSettings = { readonly keysAt: string | null; readonly keysSecret: string | null };
export type HolderSettings = KeyringSettings & { readonly keysModule?: string | null; readonly keysToken?: string };

/** INVARIANT: a new key is made only where nothing was sealed before; otherwise a lost key would be replaced by one that opens nothing. */
const openKeyring =
  (keeper: KeyringKeeper, made: () => void, clock: Clock): OpenHolder =>
  async (mayMake) => {
    const isThere = (await keeper.read()) !== null;
    if (!isThere && !mayMake) return null;
    if (!isThere) {
      await keeper.write(newKeyring(clock.now()));
      made();
    }
    return keyringHolder(keeper, clock);
  };

const keepACopy = (path: string): string =>
  `Made the keys that seal what is confidential: ${path}. Keep a copy of this file in a safe place, apart from the backups: without it nobody can read that data again.`;

/** @param dataFolder where the keys are when the settings do not say, beside the embedded database and not in it. */
export function keyringKeeper({ keysAt, keysSecret }: KeyringSettings, dataFolder: string): { readonly keeper: KeyringKeeper; readonly path: string } {
  const path = keysAt ?? join(dataFolder, keysSecret === null ? 'keys.json' : 'keys.age');
  return { path, keeper: keysSecret === null ? keyFile(path) : ageFile(path, keysSecret) };
}

export function chooseHolder(settings: HolderSettings, dataFolder: string, clock: Clock, say: (text: string) => void): OpenHolder {
  const { keysModule = null, keysToken = '', keysSecret } = settings;
  if (keysModule !== null) return () => pkcs11Holder({ module: keysModule, token: keysToken, pin: keysSecret ?? '' });
  const { keeper, path } = keyringKeeper(settings, dataFolder);
  return openKeyring(keeper, () => say(keepACopy(path)), clock);
}
