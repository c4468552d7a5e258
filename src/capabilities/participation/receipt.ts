/** The receipt of who speaks up without a name: the only way back, for them alone. */
import { randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** Without letters and figures that look alike: 31 of them. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** 24 letters are 118 bits; the bar is 80 (R13). */
const length = 24;

export const newReceipt = (): string => Array.from({ length }, () => letters[randomInt(letters.length)]).join('').replaceAll(/(.{4})(?=.)/g, '$1-');

/** As it was read aloud, with spaces or small letters. */
const plain = (receipt: string): string => receipt.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** The receipt itself is the chance in it; a salt for each could not be looked up. */
const salt = Buffer.from('regiekompas:idea', 'utf8');

/** Slow on purpose: what is in the database tells nobody a receipt. OWASP's minimum for argon2id. */
export const hashOfReceipt = (receipt: string): Promise<Buffer> => hashRaw(plain(receipt), { salt, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
