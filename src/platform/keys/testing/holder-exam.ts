/** KEY-7: one exam for every holder of keys: a file, an age file (`holders.test.ts`), a security module (`npm run test:hsm`). */
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import type { KeyHolder } from '../key-holder.ts';

type Question = { readonly says: string; readonly check: (open: () => Promise<KeyHolder>) => Promise<void> };

async function wraps(open: () => Promise<KeyHolder>): Promise<void> {
  const holder = await open();
  const [key = ''] = await holder.keys();
  const wrapped = await holder.wrap(key, Buffer.from('a key'), 'goes with');
  assert.equal((await (await open()).unwrap({ key, bytes: wrapped }, 'goes with'))?.toString(), 'a key');
  assert.equal(await holder.unwrap({ key, bytes: wrapped }, 'another'), null);
  assert.equal(await holder.unwrap({ key: 'kek-0000000000000000', bytes: wrapped }, 'goes with'), null);
  for (const at of [0, 12, wrapped.length - 1]) {
    const changed = Buffer.from(wrapped);
    changed[at] = (changed[at] as number) ^ 1;
    assert.equal(await holder.unwrap({ key, bytes: changed }, 'goes with'), null);
  }
}

async function replaces(open: () => Promise<KeyHolder>): Promise<void> {
  const [first, second] = [await open(), await open()];
  const [old = ''] = await first.keys();
  const wrapped = await first.wrap(old, Buffer.from('a key'), 'x');
  const added = await first.addKey();
  const under = await first.wrap(added, Buffer.from('another'), 'x');
  assert.equal((await second.unwrap({ key: added, bytes: under }, 'x'))?.toString(), 'another');
  await first.destroyKey(old);
  assert.equal(await (await open()).unwrap({ key: old, bytes: wrapped }, 'x'), null);
  assert.deepEqual(await (await open()).keys(), [added]);
}

async function signs(open: () => Promise<KeyHolder>): Promise<void> {
  const [holder, again] = [await open(), await open()];
  assert.deepEqual(await again.publicKey(), await holder.publicKey());
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), await holder.publicKey()]);
  assert.ok(verify(null, Buffer.from('text'), createPublicKey({ key: der, format: 'der', type: 'spki' }), await holder.sign(Buffer.from('text'))));
}

export const holderExam: readonly Question[] = [
  { says: 'wraps and unwraps, also when opened anew; refuses what was changed, goes with something else or is under another key', check: wraps },
  { says: 'makes another key, which a holder that was open sees; a destroyed one opens nothing again', check: replaces },
  { says: 'signs with a key that stays the same', check: signs },
];
