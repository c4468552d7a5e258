/** One's own passkeys and recovery codes: made, named, taken away; and confirming that it is still oneself. */
import { z } from 'zod';
import type { SignedInContext } from '../../platform/context.ts';
import { conflict, invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { isLinked } from './federation/store.ts';
import { next } from './fields.ts';
import { keepPasskey, newPasskey, passkeyAnswer, personOfPasskey } from './passkeys.ts';
import { passkeysOf, removePasskey, replaceRecoveryCodes } from './passkey-store.ts';
import { provePassword } from './prove-password.ts';
import { hashCode, newCode } from './secrets.ts';
import { findPassword } from './store.ts';
import { words } from './words.ts';

const keyName = z.string().trim().min(1).max(60);
export const addPasskeyInput = z.strictObject({ name: keyName, passkey: passkeyAnswer });
export const passkeyOutput = z.strictObject({ id: z.string() });

export async function addOwnPasskey(at: SignedInContext, { name, passkey }: z.output<typeof addPasskeyInput>): Promise<z.output<typeof passkeyOutput> | Refusal> {
  const key = await newPasskey(at, passkey, name);
  if (isRefusal(key)) return key;
  return (await keepPasskey(at, key)) ?? { id: key.id };
}

export const removePasskeyInput = z.strictObject({ id: z.string().min(1).max(1500) });
const lastWay = conflict(both(words, (text) => text.passkeys.last));

/** INVARIANT: nobody locks themselves out: one way in stays. */
export async function removeOwnPasskey(at: SignedInContext, { id }: z.output<typeof removePasskeyInput>): Promise<z.output<typeof passkeyOutput> | Refusal> {
  const keys = await passkeysOf(at.db, at.person.id);
  if (!keys.some((key) => key.id === id)) return notFound;
  if (keys.length === 1 && (await findPassword(at.db, at.person.id)) === null) return lastWay;
  await removePasskey(at.db, at.person.id, id);
  return { id };
}

export async function loadPasskey(at: SignedInContext, params: Readonly<Record<string, string>>) {
  const key = (await passkeysOf(at.db, at.person.id)).find(({ id }) => id === params['id']);
  return key ? { values: { id: key.id }, extra: { name: key.name } } : notFound;
}

const codesInAList = 10;
export const codesOutput = z.strictObject({ codes: z.array(z.string()) });

/** Shown once: only their hashes are kept. A new list makes the one before worthless. */
export async function makeRecoveryCodes(at: SignedInContext): Promise<z.output<typeof codesOutput>> {
  const codes = Array.from({ length: codesInAList }, () => newCode());
  await replaceRecoveryCodes(at.db, at.person.id, codes.map(hashCode));
  return { codes };
}

export const confirmInput = z.strictObject({ password: z.string().max(200).optional(), passkey: passkeyAnswer.optional(), next });
export const confirmOutput = z.strictObject({ person: z.uuid() });
const wrongPassword = invalid({ path: 'password', message: both(words, (text) => text.confirm.wrong) });

/** It is still them (ASVS 7.5.1, 7.5.3). */
export async function confirmPerson(at: SignedInContext, { password, passkey }: z.output<typeof confirmInput>): Promise<z.output<typeof confirmOutput> | Refusal> {
  const proven = passkey === undefined ? await provePassword(at, password ?? '', wrongPassword) : await personOfPasskey(at, passkey, at.person);
  if (isRefusal(proven)) return proven;
  await at.session.confirm(passkey === undefined ? 'password' : 'passkey');
  return { person: at.person.id };
}

export async function loadWays(at: SignedInContext) {
  return { extra: { hasPassword: (await findPassword(at.db, at.person.id)) !== null, hasPasskey: (await passkeysOf(at.db, at.person.id)).length > 0, provider: at.provider && (await isLinked(at.db, at.person.id, at.provider.issuer)) ? at.provider.label : null } };
}
