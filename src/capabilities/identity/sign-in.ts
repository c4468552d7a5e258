/** Signing in with a passkey, a password or a recovery code; out again; and on to another place one belongs to. */
import { z } from 'zod';
import type { Method, OpenContext, ProviderVisit, SignedInContext } from '../../platform/context.ts';
import { enter } from '../../platform/database/scoped-database.ts';
import { invalid, isRefusal, notFound, type Refusal } from '../../platform/refusal.ts';
import type { Tried } from '../../platform/session/throttle.ts';
import { both } from '../../platform/words.ts';
import { email, next } from './fields.ts';
import { mailNewSignIn } from './letters.ts';
import { takeRecoveryCode } from './passkey-store.ts';
import { passkeyAnswer, personOfPasskey } from './passkeys.ts';
import { hashCode, verifyPassword } from './secrets.ts';
import { findAccount, findMembership, findPlatformAdministrator, membershipsOf, normalEmail } from './store.ts';
import { words } from './words.ts';

/** `organisation` is null for who looks after the platform and belongs to none. */
export const signInOutput = z.strictObject({ person: z.uuid(), organisation: z.uuid().nullable() });
export type Place = z.output<typeof signInOutput>;

/** Where somebody comes in: the organisation they have been in longest, or else the platform they look after. */
async function placeOf(at: OpenContext, person: string): Promise<Place | null> {
  const [first] = await membershipsOf(at.db, person);
  if (first) return { person, organisation: first.organisation.id };
  return (await findPlatformAdministrator(at.db, person)) ? { person, organisation: null } : null;
}

export async function letIn(at: OpenContext, person: string, method: Method, provider?: ProviderVisit): Promise<Place | null> {
  // Across organisations: they proved who they are, and see where they belong.
  await enter(at.db, { person });
  const place = await placeOf(at, person);
  const isNew = !(await at.session.isKnownDevice(person));
  if (place) await at.session.open({ ...place, method, ...(provider ? { provider } : {}) });
  if (isNew && place?.organisation) await mailNewSignIn(at, person, place.organisation);
  return place;
}

/** Guessing elsewhere slows nobody down in a browser they signed in with before. */
async function triedBy(at: OpenContext, person: string | null, address: string): Promise<readonly Tried[]> {
  if (person !== null && (await at.session.isKnownDevice(person))) return [{ kind: 'device', value: person }];
  return [{ kind: 'account', value: address }, { kind: 'address', value: at.address }, { kind: 'organisation', value: address.split('@')[1] ?? '' }];
}

type Given = { readonly email: string; readonly method: Method; readonly wrong: Refusal; readonly isRight: (account: { readonly id: string; readonly passwordHash: string | null } | null) => Promise<boolean> };

/** INVARIANT: who is unknown and who is wrong get the same answer after the same work; only who is right is looked up further. */
async function signInWith(at: OpenContext, given: Given): Promise<Place | Refusal> {
  const account = await findAccount(at.db, given.email);
  const tried = await triedBy(at, account?.id ?? null, normalEmail(given.email));
  const retryAfterSeconds = at.throttle.wait(tried, at.now);
  if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
  at.throttle.failed(tried, at.now);
  const place = (await given.isRight(account)) && account ? await letIn(at, account.id, given.method) : null;
  if (!place) return given.wrong;
  at.throttle.succeeded(tried);
  return place;
}

export const signInInput = z.strictObject({ email, password: z.string().min(1).max(200), next });

/** The same for a wrong password, an unknown person, one without a password and one without an organisation. */
const wrong = invalid({ path: 'password', message: both(words, (text) => text.wrongPassword) });

export const signIn = (at: OpenContext, { email: address, password }: z.output<typeof signInInput>): Promise<Place | Refusal> =>
  signInWith(at, { email: address, method: 'password', wrong, isRight: (account) => verifyPassword(password, account?.passwordHash ?? null) });

export const recoverInput = z.strictObject({ email, code: z.string().min(1).max(60) });
const wrongCode = invalid({ path: 'code', message: both(words, (text) => text.recovery.wrong) });

export const recover = (at: OpenContext, { email: address, code }: z.output<typeof recoverInput>): Promise<Place | Refusal> =>
  signInWith(at, { email: address, method: 'recovery-code', wrong: wrongCode, isRight: async (account) => takeRecoveryCode(at.db, account?.id ?? at.ids.next(), hashCode(code)) });

export const signInPasskeyInput = z.strictObject({ passkey: passkeyAnswer, next });
const nowhere = invalid({ path: 'passkey', message: both(words, (text) => text.passkeys.wrong) });

export async function signInPasskey(at: OpenContext, { passkey }: z.output<typeof signInPasskeyInput>): Promise<Place | Refusal> {
  const person = await personOfPasskey(at, passkey, null);
  if (isRefusal(person)) return person;
  return (await letIn(at, person, 'passkey')) ?? nowhere;
}

export const nothing = z.strictObject({});

export const signOutOutput = z.strictObject({ atProvider: z.boolean() });

/** Says whether they came from their organisation's provider, and so may still be in there. */
export async function signOut(at: SignedInContext): Promise<z.output<typeof signOutOutput>> {
  await at.session.close();
  return { atProvider: at.ownSession?.provider?.issuer !== undefined };
}

/** Null: to the platform, for who looks after it. */
export const switchInput = z.strictObject({ organisation: z.uuid().nullable() });

export async function switchOrganisation(at: SignedInContext, { organisation }: z.output<typeof switchInput>): Promise<z.output<typeof switchInput> | Refusal> {
  const belongs = organisation === null ? await findPlatformAdministrator(at.db, at.person.id) : await findMembership(at.db, organisation, at.person.id);
  if (!belongs) return notFound;
  await at.session.moveTo(organisation);
  return { organisation };
}

/** Everywhere this person can go. */
export async function loadPlaces(at: SignedInContext) {
  const memberships = await membershipsOf(at.db, at.person.id);
  const platform = (await findPlatformAdministrator(at.db, at.person.id)) !== null;
  return { extra: { organisations: memberships.map(({ organisation }) => organisation), platform, here: at.organisation?.id ?? null } };
}
