/**
 * Passkeys (WebAuthn level 3): what a device is asked, and whether its answer holds. The device makes sure of its
 * owner (`userVerification`), so that one passkey is two factors: having the device, and knowing or being.
 */
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import type { OpenContext, Person } from '../../platform/context.ts';
import { invalid, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { addPasskey, findPasskey, keepChallenge, type Passkey, passkeysOf, passkeyUsed, takeChallenge } from './passkey-store.ts';
import { words } from './words.ts';

export const askInput = z.strictObject({
  purpose: z.enum(['sign-in', 'register']).meta({ label: { nl: 'Waarvoor', en: 'What for' }, choices: { 'sign-in': { nl: 'aanmelden', en: 'sign in' }, register: { nl: 'een passkey maken', en: 'make a passkey' } } }),
  /** How the device shows whose key it is; for who has no account yet. */
  name: z.string().trim().max(200).optional().meta({ label: { nl: 'Naam', en: 'Name' } }),
  email: z.string().trim().max(254).optional().meta({ label: { nl: 'E-mailadres', en: 'Email address' } }),
});
/** As the browser's own `parseRequestOptionsFromJSON` and `parseCreationOptionsFromJSON` read them. */
export const askOutput = z.strictObject({ options: z.record(z.string(), z.unknown()) });

const answerMinutes = 5;
const placeOf = ({ origin }: OpenContext): string => new URL(origin).hostname;

async function creationOptions(at: OpenContext, { name, email }: z.output<typeof askInput>) {
  const person = at.person?.id ?? at.ids.next();
  const shown = at.person?.name ?? name ?? '';
  const options = await generateRegistrationOptions({
    rpName: 'Regiekompas', rpID: placeOf(at), userID: new TextEncoder().encode(person), userName: email || shown || 'Regiekompas', userDisplayName: shown, attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (await passkeysOf(at.db, person)).map(({ id }) => ({ id })),
  });
  return { person, options };
}

const requestOptions = async (at: OpenContext) => ({ person: null, options: await generateAuthenticationOptions({ rpID: placeOf(at), userVerification: 'required' }) });

export async function askPasskey(at: OpenContext, input: z.output<typeof askInput>): Promise<z.output<typeof askOutput>> {
  const { person, options } = input.purpose === 'register' ? await creationOptions(at, input) : await requestOptions(at);
  await keepChallenge(at.db, options.challenge, person, at.now, new Date(at.now.getTime() + answerMinutes * 60_000));
  return { options: { ...options } };
}

/** What the browser answered, as JSON text in a form field. */
export const passkeyAnswer = z.string().min(2).max(20_000);

const wrongPasskey = invalid({ path: 'passkey', message: both(words, (text) => text.passkeys.wrong) });

/** The library throws for whatever is not right; here that is one answer, which says nothing of what was wrong. */
async function held<Outcome>(checking: () => Promise<Outcome>): Promise<Outcome | null> {
  try {
    return await checking();
  } catch {
    return null;
  }
}

/** A new key, and whose it will be: the person signed in, or the one this browser was told when it asked. */
export async function newPasskey(at: OpenContext, answer: string, name: string): Promise<Passkey | Refusal> {
  let person: string | null = null;
  const verified = await held(() =>
    verifyRegistrationResponse({
      response: JSON.parse(answer), expectedOrigin: at.origin, expectedRPID: placeOf(at), requireUserVerification: true,
      expectedChallenge: async (challenge) => (person = (await takeChallenge(at.db, challenge, at.now))?.person ?? null) !== null,
    }),
  );
  if (!verified?.verified || person === null || (at.person && at.person.id !== person)) return wrongPasskey;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return { id, person, name, publicKey: Buffer.from(publicKey), counter, transports, createdAt: at.now, usedAt: null };
}

/** A key that somebody has is not given to another. */
export async function keepPasskey(at: OpenContext, key: Passkey): Promise<Refusal | null> {
  if (await findPasskey(at.db, key.id)) return wrongPasskey;
  await addPasskey(at.db, key);
  return null;
}

const idOf = (answer: string): string | null => {
  const read = z.object({ id: z.string().max(2000) }).safeParse(JSON.parse(answer));
  return read.success ? read.data.id : null;
};

async function verifiedKey(at: OpenContext, answer: string): Promise<Passkey | null> {
  const key = await findPasskey(at.db, idOf(answer) ?? '');
  if (!key) return null;
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: JSON.parse(answer), expectedOrigin: at.origin, expectedRPID: placeOf(at), requireUserVerification: true,
    expectedChallenge: async (challenge) => (await takeChallenge(at.db, challenge, at.now))?.person === null,
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
  });
  if (!verified) return null;
  await passkeyUsed(at.db, key.id, authenticationInfo.newCounter, at.now);
  return key;
}

/** Whose passkey this is. @param only the person it must be of, where that is known. */
export async function personOfPasskey(at: OpenContext, answer: string, only: Person | null): Promise<string | Refusal> {
  const tried = [{ kind: 'address', value: at.address }] as const;
  const retryAfterSeconds = at.throttle.wait(tried, at.now);
  if (retryAfterSeconds > 0) return { refused: 'too-many', retryAfterSeconds };
  const key = await held(() => verifiedKey(at, answer));
  if (key && (only === null || key.person === only.id)) return key.person;
  at.throttle.failed(tried, at.now);
  return wrongPasskey;
}
