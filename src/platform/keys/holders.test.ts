/** KEY-7: one exam for every holder of keys. The security module takes the same one in a drill of its own. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { escrowFor } from './age-file.ts';
import { chooseHolder, keyringKeeper } from './choose-holder.ts';
import type { KeyHolder } from './key-holder.ts';
import { readKeyring } from './keyring.ts';
import { holderExam } from './testing/holder-exam.ts';

const folder = mkdtempSync(join(tmpdir(), 'regie-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
const identity = await generateIdentity();

const noModule = { keysModule: null, keysToken: '' };
const settings = {
  file: { keysAt: join(folder, 'keys.json'), keysSecret: null },
  'age, identity': { keysAt: join(folder, 'identity.age'), keysSecret: `# made by age-keygen\n${identity}\n` },
};

describe.each(Object.entries(settings))('KEY-7: held in a %s', (_, setting) => {
  const said: string[] = [];
  const open = (mayMake = false): Promise<KeyHolder | null> => chooseHolder({ ...setting, ...noModule }, folder, systemClock, (text) => void said.push(text))(mayMake);
  const there = async (): Promise<KeyHolder> => (await open()) as KeyHolder;

  it('is not made where something was sealed before, and made with a word to keep a copy where nothing was', async () => {
    expect(await open(false)).toBeNull();
    expect(await open(true)).not.toBeNull();
    expect(said.join()).toContain('Keep a copy');
    expect(statSync(setting.keysAt).mode & 0o777).toBe(0o600);
  });

  it.each(holderExam)('$says', ({ check }) => check(there));

  it('says what is wrong with a file that is damaged, or that others may read', async () => {
    const whole = readFileSync(setting.keysAt);
    writeFileSync(setting.keysAt, whole.subarray(0, -40));
    await expect(open()).rejects.toThrow(/no key file/);
    writeFileSync(setting.keysAt, whole);
    chmodSync(setting.keysAt, 0o644);
    await expect(open()).rejects.toThrow(/chmod 600/);
    chmodSync(setting.keysAt, 0o600);
  });

  it('can be kept by two officers, each of whom opens it alone', async () => {
    const ring = await keyringKeeper(setting, folder).keeper.read();
    const officers = [await generateIdentity(), await generateIdentity()];
    const escrow = await escrowFor(ring as never, await Promise.all(officers.map(identityToRecipient)));
    for (const officer of officers) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(officer);
      expect(readKeyring(await decrypter.decrypt(escrow, 'text'))).toEqual(ring);
    }
    await expect(escrowFor(ring as never, ['me'])).rejects.toThrow('age1');
  });
});

it('an age file does not open with another identity, and holds no key in the clear', async () => {
  const { keysAt } = settings['age, identity'];
  await expect(chooseHolder({ keysAt, keysSecret: await generateIdentity(), ...noModule }, folder, systemClock, () => undefined)(false)).rejects.toThrow('does not open');
  expect(readFileSync(keysAt, 'latin1')).not.toContain('regiekompas');
});
