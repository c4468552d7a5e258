/** Reads every log again, and says whether it is still what was signed. */
import { z } from 'zod';
import { logsOf } from '../../platform/audit/checkpoints.ts';
import { sealOf } from '../../platform/audit/seal.ts';
import { verifyLog } from '../../platform/audit/verify-log.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { VerifiedPage } from './pages/verified.tsx';
import { verifiedOutput } from './verified.ts';
import { words } from './words.ts';

/** More takes longer than somebody waits for a page; the administrator's command has no such limit. */
const entriesAtMost = 100_000;

async function verify(at: Context): Promise<z.output<typeof verifiedOutput> | Refusal> {
  const heads = await logsOf(at.db, at.organisation.id);
  const logs = [];
  for (const head of heads) {
    if ((await sealOf(at.db, { organisation: at.organisation.id, log: head.log }, at.now)).entries > entriesAtMost) return conflict(both(words, (text) => text.tooLarge));
    const { faults, ...verified } = await verifyLog(at.db, at.organisation.id, head);
    logs.push({ ...verified, faults: faults.map((fault) => ({ ...fault, until: fault.until ?? null })) });
  }
  return { logs };
}

export const verifyLogs = defineOperation({
  name: 'traces.verify-log',
  title: (locale) => words(locale).verified.title,
  permission: 'audit:inspect',
  input: z.strictObject({}),
  output: verifiedOutput,
  effect: { kind: 'sensitive-read', trace: () => ({ object: 'log/check' }) },
  handle: verify,
  rest: { method: 'GET', path: '/audit-verification' },
  web: { kind: 'page', path: '/audit/check', render: (view) => <VerifiedPage {...view} /> },
});
