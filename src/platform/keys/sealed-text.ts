/**
 * Sealed text as it is stored: `v1.a256gcm.<data key>.<nonce, text and tag>`. The key is named, and what stands
 * above it is not: whoever replaces the keys above need not touch a single value.
 */
import { box, unbox } from './cipher.ts';
import type { Place } from './vault.ts';

const form = /^v1\.a256gcm\.([0-9a-f-]{36})\.([\w-]+)$/;

/** INVARIANT: each part is told from the next, whatever stands in it. */
const goesWith = ({ organisation, table, column, row }: Place, key: string): string => JSON.stringify(['field', organisation, table, column, row, key]);

export const sealText = (place: Place, key: { readonly id: string; readonly bytes: Uint8Array }, text: string): string =>
  `v1.a256gcm.${key.id}.${box(key.bytes, Buffer.from(text), goesWith(place, key.id)).toString('base64url')}`;

/** The data key that is needed; null when this is no sealed text. */
export const keyIdIn = (sealed: string): string | null => form.exec(sealed)?.[1] ?? null;

export function openText(place: Place, key: { readonly id: string; readonly bytes: Uint8Array }, sealed: string): string | null {
  const [, , written = ''] = form.exec(sealed) ?? [];
  const boxed = Buffer.from(written, 'base64url');
  // One way to write it: otherwise its last letter could be another without changing a byte.
  if (boxed.toString('base64url') !== written) return null;
  return unbox(key.bytes, boxed, goesWith(place, key.id))?.toString() ?? null;
}
