/** For an organisation that came from elsewhere: its people have no way in here yet. Whoever administers it gets a code that works once. */
import type { Database } from '../../platform/context.ts';
import { replaceRecoveryCodes } from './passkey-store.ts';
import { hashCode, newCode } from './secrets.ts';
import { addressesOfAdministrators } from './store.ts';

/** Who has a password here already, of another organisation, needs none. */
export async function waysInAgain(db: Database, organisation: string): Promise<{ readonly email: string; readonly code: string }[]> {
  const ways: { email: string; code: string }[] = [];
  for (const { id, email } of await addressesOfAdministrators(db, organisation)) {
    const code = newCode();
    await replaceRecoveryCodes(db, id, [hashCode(code)]);
    ways.push({ email, code });
  }
  return ways;
}
