/** Whoever comes in for the first time chooses how they will come in from now on: with a passkey, or with a password. */
import type { Method, OpenContext } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { isCommonPassword } from './common-passwords.ts';
import { newPassword } from './fields.ts';
import { keepPasskey, newPasskey, passkeyAnswer } from './passkeys.ts';
import { hashPassword } from './secrets.ts';
import { addPerson } from './store.ts';
import { words } from './words.ts';

export const wayIn = { password: newPassword.optional(), passkey: passkeyAnswer.optional() };

type Way = { readonly password?: string | undefined; readonly passkey?: string | undefined };
type Newcomer = { readonly name: string; readonly email: string; readonly organisation: string; readonly organisationName: string };

const noWay = invalid({ path: 'password', message: both(words, (text) => text.password.none) });
const tooCommon = invalid({ path: 'password', message: both(words, (text) => text.password.common) });

/** Null when it may be used. NIST SP 800-63B: compared with what guessers try first, and with the names around it. */
export const passwordFault = (password: string, names: readonly string[]): Refusal | null => (isCommonPassword(password, names) ? tooCommon : null);

/** Across organisations: from here on there is somebody, who sees the organisation they come into. */
async function add(at: OpenContext, { name, email, organisation }: Newcomer, person: string, passwordHash: string | null): Promise<void> {
  await enter(at.db, { organisation, person });
  await addPerson(at.db, { id: person, name, email, passwordHash }, at.now);
}

async function withPasskey(at: OpenContext, newcomer: Newcomer, answer: string): Promise<string | Refusal> {
  const key = await newPasskey(at, answer, at.browser || 'Passkey');
  if (isRefusal(key)) return key;
  await add(at, newcomer, key.person, null);
  return (await keepPasskey(at, key)) ?? key.person;
}

async function withPassword(at: OpenContext, newcomer: Newcomer, password: string): Promise<string | Refusal> {
  const fault = passwordFault(password, [newcomer.name, newcomer.email, newcomer.organisationName]);
  if (fault) return fault;
  const id = at.ids.next();
  await add(at, newcomer, id, await hashPassword(password));
  return id;
}

/** @returns who they are from now on, and how they were recognised just now. */
export async function admit(at: OpenContext, newcomer: Newcomer, { passkey, password }: Way): Promise<{ readonly person: string; readonly method: Method } | Refusal> {
  if (passkey === undefined && password === undefined) return noWay;
  const person = passkey === undefined ? await withPassword(at, newcomer, password ?? '') : await withPasskey(at, newcomer, passkey);
  return isRefusal(person) ? person : { person, method: passkey === undefined ? 'password' : 'passkey' };
}
