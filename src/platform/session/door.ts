/** How an operation begins, moves, confirms or ends the visitor's session; what came of it goes to the cookies. */
import type { Database, Ids, SessionDoor } from '../context.ts';
import { enter } from '../database/scoped-database.ts';
import { notConfirmed, Refused } from '../refusal.ts';
import { isKnownDevice, rememberDevice } from './known-device.ts';
import { closeSession, hashOf, type NewSession, openSession, type Session } from './session.ts';

/** What the face has to do about the visitor's cookies. `device` is there when the browser became known. */
export type SessionChange = { readonly kind: 'opened'; readonly token: string; readonly device: string | null } | { readonly kind: 'closed' } | null;

type Comer = { readonly token: string | null; readonly session: Session | null; readonly device: string | null; readonly browser: string };

export type Door = SessionDoor & { readonly change: () => SessionChange };

/** INVARIANT: whatever changes about a session changes its token, and the one before is worth nothing (ASVS 7.2.4). */
export function doorOf(db: Database, ids: Ids, comer: Comer, now: Date): Door {
  let change: SessionChange = null;
  const close = async (): Promise<void> => {
    if (comer.token !== null) await closeSession(db, comer.token);
    change = { kind: 'closed' };
  };
  const replace = async (session: Omit<NewSession, 'browser'>, device: string | null): Promise<void> => {
    // Across organisations: who proved who they are goes on there, and the session they had ends wherever it was.
    await enter(db, { ...session, shown: comer.token === null ? null : hashOf(comer.token) });
    await close();
    change = { kind: 'opened', token: await openSession(db, ids, { ...session, browser: comer.browser }, now), device };
  };
  const own = (): Session => {
    if (!comer.session) throw new Refused(notConfirmed);
    return comer.session;
  };
  return {
    open: async (session) => replace({ provider: null, ...session, startedAt: now, confirmedAt: now }, await rememberDevice(db, comer.device, session.person, now)),
    moveTo: (organisation) => replace({ ...own(), organisation }, null),
    confirm: (method, provider) => replace({ ...own(), method, confirmedAt: now, provider: provider ?? own().provider }, null),
    close,
    isKnownDevice: async (person) => comer.device !== null && isKnownDevice(db, comer.device, person, now),
    change: () => change,
  };
}
