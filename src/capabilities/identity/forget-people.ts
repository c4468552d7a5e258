/** When an organisation is destroyed: its people go too, unless they belong somewhere else as well. Called as the owner of the tables: only so can it be known. */
import type { Database } from '../../platform/context.ts';
import { forgetDevicesOf } from '../../platform/session/known-device.ts';
import { closeSessionsOf } from '../../platform/session/session.ts';
import { forgetWaysIn } from './passkey-store.ts';
import { peopleOnlyIn, removePerson, renameOrganisation } from './store.ts';

/** Found before the memberships go, and forgotten after. */
export async function forgetPeopleOf(db: Database, organisation: string): Promise<{ readonly count: number; readonly forget: () => Promise<void> }> {
  const people = await peopleOnlyIn(db, organisation);
  const forget = async (): Promise<void> => {
    for (const person of people) {
      await closeSessionsOf(db, person);
      await forgetDevicesOf(db, person);
      await forgetWaysIn(db, person);
      await removePerson(db, person);
    }
  };
  return { count: people.length, forget };
}

/** Its id stays, for the log and the certificate; its name does not. */
export const namelessOrganisation = (db: Database, organisation: string): Promise<unknown> => renameOrganisation(db, organisation, '–');
