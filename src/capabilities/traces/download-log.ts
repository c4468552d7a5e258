/** The whole log of a year as one file, for an auditor to check elsewhere. */
import { z } from 'zod';
import { logsOf } from '../../platform/audit/checkpoints.ts';
import { type ExportedFile, exportLog } from '../../platform/audit/export-log.ts';
import { sealOf } from '../../platform/audit/seal.ts';
import { tarOf } from '../../platform/audit/tar.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { words } from './words.ts';

/** What is fetched at once is held in memory; a larger log is exported by the administrator. */
const entriesAtMost = 100_000;
const output = z.strictObject({ log: z.string(), tar: z.base64() });

async function download(at: Context, { log }: { readonly log: string }): Promise<z.output<typeof output> | Refusal> {
  const head = (await logsOf(at.db, at.organisation.id)).find((one) => one.log === log);
  if (head === undefined) return notFound;
  if ((await sealOf(at.db, { organisation: at.organisation.id, log }, at.now)).entries > entriesAtMost) return conflict(both(words, (text) => text.tooLarge));
  const files: ExportedFile[] = [];
  for await (const file of exportLog(at.db, at.organisation.id, head)) files.push(file);
  return { log, tar: Buffer.from(tarOf(files.map(({ path, bytes }) => ({ path: `log-${log}/${path}`, bytes })))).toString('base64') };
}

export const downloadLog = defineOperation({
  name: 'traces.download-log',
  title: (locale) => words(locale).titles.log,
  permission: 'audit:inspect',
  input: z.strictObject({ log: z.string().max(20) }),
  output,
  effect: { kind: 'sensitive-read', trace: ({ log }) => ({ object: `log/${log}` }) },
  handle: download,
  rest: { method: 'GET', path: '/audit-logs/{log}' },
  web: { kind: 'download', path: '/audit/logs/{log}', file: ({ log, tar }) => ({ name: `log-${log}.tar`, mediaType: 'application/x-tar', body: new Uint8Array(Buffer.from(tar, 'base64')) }) },
});
