/** Whether somebody who is in knows their password. Guessing is slowed down as at signing in. */
import type { SignedInContext } from '../../platform/context.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { verifyPassword } from './secrets.ts';
import { findPassword } from './store.ts';

/** @param wrong what to answer when they do not. */
export async function provePassword(at: SignedInContext, password: string, wrong: Refusal): Promise<true | Refusal> {
  const tried = [{ kind: 'account', value: at.person.id }] as const;
  const retryAfterSeconds = at.throttle.wait(tried, at.now);
  if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
  at.throttle.failed(tried, at.now);
  if (!(await verifyPassword(password, await findPassword(at.db, at.person.id)))) return wrong;
  at.throttle.succeeded(tried);
  return true;
}
