/** A keyring in an age file: readable with an identity or a passphrase that is given at the start, and kept elsewhere. */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { readPrivateFile, writePrivateFile } from './key-file.ts';
import { HolderFault } from './key-holder.ts';
import { type Keyring, readKeyring, writeKeyring } from './keyring.ts';
import type { KeyringKeeper } from './keyring-holder.ts';

const isIdentity = (secret: string): boolean => secret.startsWith('AGE-SECRET-KEY-');

/** An identity file may have comments around the key. */
const identityIn = (secret: string): string => secret.split('\n').map((line) => line.trim()).find(isIdentity) ?? secret;

function decrypterFor(secret: string): Decrypter {
  const decrypter = new Decrypter();
  if (isIdentity(secret)) decrypter.addIdentity(secret);
  else decrypter.addPassphrase(secret);
  return decrypter;
}

async function encrypterFor(secret: string): Promise<Encrypter> {
  const encrypter = new Encrypter();
  if (isIdentity(secret)) encrypter.addRecipient(await identityToRecipient(secret));
  else encrypter.setPassphrase(secret);
  return encrypter;
}

async function opened(path: string, secret: string, content: Buffer): Promise<Keyring> {
  const text = await decrypterFor(secret).decrypt(content, 'text').catch(() => null);
  const ring = text === null ? null : readKeyring(text);
  if (ring === null) throw new HolderFault(`${path} does not open with what was given, or is no key file.`);
  return ring;
}

/** @param secret an identity (`AGE-SECRET-KEY-1…`, alone or in the text of an identity file) or a passphrase. */
export function ageFile(path: string, secret: string): KeyringKeeper {
  const identity = identityIn(secret);
  return {
    kind: 'age',
    read: async () => {
      const content = await readPrivateFile(path);
      return content && opened(path, identity, content);
    },
    write: async (ring) => writePrivateFile(path, await (await encrypterFor(identity)).encrypt(writeKeyring(ring))),
  };
}

/** For keeping elsewhere: each of these recipients can open it, alone. @throws HolderFault when one is none. */
export async function escrowFor(ring: Keyring, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch {
    throw new HolderFault('One of the recipients is none: each begins with age1.');
  }
  return encrypter.encrypt(writeKeyring(ring));
}
