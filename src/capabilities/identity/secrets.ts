/** Passwords and codes: made, hashed and compared so that reading the database makes nobody anybody. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../../platform/refusal.ts';

/** OWASP's minimum for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many at once, and so many waiting: hashing is the dearest thing a stranger can make this server do. */
const atOnce = 2;
const waitingAtMost = 4;
let busy = 0;
const waiting: (() => void)[] = [];

/** The turn passes to who waits longest, or falls free. */
const passOn = (): void => (waiting.shift() ?? (() => void (busy -= 1)))();

/** @throws Refused when the queue is full. */
async function inTurn<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  if (busy < atOnce) busy += 1;
  else if (waiting.length >= waitingAtMost) throw new Refused({ refused: 'too-many', retryAfterSeconds: 1 });
  else await new Promise<void>((resolve) => waiting.push(resolve));
  return work().finally(passOn);
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFC'), cost));

/** Of no password anybody has: whoever is unknown is compared with this, so that it takes the same time. */
const nobodysHash = hash(randomBytes(32).toString('hex'), cost);

export const verifyPassword = async (password: string, passwordHash: string | null): Promise<boolean> =>
  (await inTurn(async () => verify(passwordHash ?? (await nobodysHash), password.normalize('NFC')))) && passwordHash !== null;

/** 256 random bits for a link; short of that nothing is guessed slowly enough. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Without letters and figures that look alike: 31 of them. */
const readable = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 20 letters are 99 bits: a code on paper lives for years. */
export function newCode(length = 20): string {
  const letters = Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

const plain = (secret: string): string => secret.trim().replaceAll(/[\s-]/g, '').toUpperCase();
export const hashCode = (code: string): Buffer => createHash('sha256').update(plain(code)).digest();
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
