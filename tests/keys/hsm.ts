/**
 * KEY-7 on a security module, `npm run test:hsm`: SoftHSM (Debian: softhsm2) with a fresh token. The library to reach it
 * is not ours: `npm install pkcs11js` in some folder, and NODE_PATH to its node_modules.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyHolder } from '../../src/platform/keys/key-holder.ts';
import { pkcs11Holder } from '../../src/platform/keys/pkcs11-holder.ts';
import { holderExam } from '../../src/platform/keys/testing/holder-exam.ts';

const module = process.env['REGIE_TEST_HSM'] ?? '/usr/lib/softhsm/libsofthsm2.so';
const folder = mkdtempSync(join(tmpdir(), 'regie-hsm-'));
mkdirSync(join(folder, 'tokens'));
writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`);
process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
execFileSync('softhsm2-util', ['--init-token', '--free', '--label', 'regie', '--pin', '1234', '--so-pin', '5678'], { env: process.env });

try {
  const holder = await pkcs11Holder({ module, token: 'regie', pin: '1234' });
  await holder.addKey();
  // One process has one session with its module.
  const open = async (): Promise<KeyHolder> => holder;
  for (const { says, check } of holderExam) {
    await check(open);
    process.stdout.write(`KEY-7 softhsm: ${says}\n`);
  }
  const [key = ''] = await holder.keys();
  const begun = performance.now();
  for (let n = 0; n < 2000; n += 1) await holder.unwrap({ key, bytes: await holder.wrap(key, Buffer.alloc(32), 'x') }, 'x');
  process.stdout.write(`KEY-7 softhsm: ${Math.round(2000 / ((performance.now() - begun) / 1000))} keys wrapped and unwrapped a second\n`);
  await holder.close();
} finally {
  rmSync(folder, { recursive: true });
}
