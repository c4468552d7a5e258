/** One's own account: who one is here, how one comes in, and where one is signed in. */
import { z } from 'zod';
import type { SignedInContext } from '../../platform/context.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { closeOneSession, closeSessionsOf, sessionsOf } from '../../platform/session/session.ts';
import { isLinked } from './federation/store.ts';
import { partNames } from './parts/store.ts';
import { passkeysOf, recoveryCodesLeft } from './passkey-store.ts';
import { findMembership, findPassword } from './store.ts';

const moment = z.iso.datetime();
const shownPasskey = z.strictObject({ id: z.string(), name: z.string(), createdAt: moment, usedAt: moment.nullable() });
const shownSession = z.strictObject({ id: z.uuid(), browser: z.string(), method: z.enum(['passkey', 'password', 'recovery-code', 'organisation']), startedAt: moment, seenAt: moment, own: z.boolean() });

export const accountOutput = z.strictObject({
  person: z.uuid(), name: z.string(), organisation: z.string().nullable(), roles: z.array(z.string()), /** The names of the parts that roles are held in. */ parts: z.record(z.string(), z.string()), elsewhere: z.boolean(),
  passkeys: z.array(shownPasskey), hasPassword: z.boolean(), recoveryCodes: z.number(), provider: z.strictObject({ label: z.string(), connected: z.boolean() }).nullable(), sessions: z.array(shownSession),
});

/** How one comes in, and where one is in now. */
async function waysOf(at: SignedInContext) {
  const [keys, password, recoveryCodes, sessions] = [await passkeysOf(at.db, at.person.id), await findPassword(at.db, at.person.id), await recoveryCodesLeft(at.db, at.person.id), await sessionsOf(at.db, at.person.id, at.now)];
  return {
    passkeys: keys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt: createdAt.toISOString(), usedAt: usedAt?.toISOString() ?? null })),
    hasPassword: password !== null,
    recoveryCodes,
    provider: at.provider && { label: at.provider.label, connected: await isLinked(at.db, at.person.id, at.provider.issuer) },
    sessions: sessions.map(({ id, browser, method, startedAt, seenAt }) => ({ id, browser, method, startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), own: id === at.ownSession?.id })),
  };
}

export async function showAccount(at: SignedInContext): Promise<z.output<typeof accountOutput> | Refusal> {
  const who = { person: at.person.id, name: at.person.name };
  if (!at.organisation) return { ...who, organisation: null, roles: at.rights.grants.map(({ role }) => role), parts: {}, elsewhere: true, ...(await waysOf(at)) };
  const found = await findMembership(at.db, at.organisation.id, at.person.id);
  return found ? { ...who, organisation: found.organisation.name, roles: [...found.roles], parts: await partNames(at.db, at.organisation.id), elsewhere: found.elsewhere, ...(await waysOf(at)) } : notFound;
}

export const sessionInput = z.strictObject({ id: z.uuid() });

export async function endSession(at: SignedInContext, { id }: z.output<typeof sessionInput>): Promise<z.output<typeof sessionInput> | Refusal> {
  return (await closeOneSession(at.db, at.person.id, id)) ? { id } : notFound;
}

/** Everywhere but here; here it goes on under another token. */
export async function endOtherSessions(at: SignedInContext): Promise<Record<string, never>> {
  await closeSessionsOf(at.db, at.person.id);
  await at.session.moveTo(at.organisation?.id ?? null);
  return {};
}
