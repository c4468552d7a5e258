/** Another password, or a first one beside a passkey. */
import { z } from 'zod';
import type { SignedInContext } from '../../platform/context.ts';
import { invalid, isRefusal, type Refusal } from '../../platform/refusal.ts';
import { forgetDevicesOf } from '../../platform/session/known-device.ts';
import { closeSessionsOf } from '../../platform/session/session.ts';
import { both } from '../../platform/words.ts';
import { newPassword } from './fields.ts';
import { mailChangedPassword } from './letters.ts';
import { passwordFault } from './new-person.ts';
import { provePassword } from './prove-password.ts';
import { hashPassword } from './secrets.ts';
import { findPassword, setPassword } from './store.ts';
import { words } from './words.ts';

export const passwordInput = z.strictObject({ current: z.string().max(200).optional(), password: newPassword });
export const passwordOutput = z.strictObject({ person: z.uuid() });

const wrongCurrent = invalid({ path: 'current', message: both(words, (text) => text.account.wrongCurrent) });

/** Who came in with a passkey or a recovery code has shown more than a password: the one before is not asked, and may be lost. */
const asksCurrent = (at: SignedInContext, stored: string | null): boolean => stored !== null && at.ownSession?.method === 'password';

/** Everywhere else one is signed out, and no browser is known: whoever knew the old password is gone (ASVS 7.4.3). */
export async function changePassword(at: SignedInContext, { current, password }: z.output<typeof passwordInput>): Promise<z.output<typeof passwordOutput> | Refusal> {
  const stored = await findPassword(at.db, at.person.id);
  const known = asksCurrent(at, stored) ? await provePassword(at, current ?? '', wrongCurrent) : true;
  if (isRefusal(known)) return known;
  const fault = passwordFault(password, [at.person.name, at.organisation?.name ?? '']);
  if (fault) return fault;
  await setPassword(at.db, at.person.id, await hashPassword(password));
  await closeSessionsOf(at.db, at.person.id);
  await forgetDevicesOf(at.db, at.person.id);
  await at.session.open({ person: at.person.id, organisation: at.organisation?.id ?? null, method: at.ownSession?.method ?? 'password' });
  if (at.organisation) await mailChangedPassword(at, at.person.id, at.organisation.id);
  return { person: at.person.id };
}

export const loadPassword = async (at: SignedInContext) => ({ extra: { asksCurrent: asksCurrent(at, await findPassword(at.db, at.person.id)) } });
