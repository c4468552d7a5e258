/** The exit plan: what there is, in which form it leaves and how long that takes, made from what is here now. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type Exported, leaves } from '../../platform/export/exported-table.ts';
import { classifications } from '../../platform/permission.ts';
import { longestNotice, switchingPeriods } from './exit-dates.ts';
import { readShapes } from './shape.ts';
import { findExit, readVolumes } from './store.ts';

const day = z.iso.date();
const text = z.strictObject({ nl: z.string(), en: z.string() });

export const planOutput = z.strictObject({
  tables: z.array(z.strictObject({ table: z.string(), title: text, classification: z.enum(classifications), rows: z.int(), bytes: z.int() })),
  stays: z.array(z.strictObject({ table: z.string(), why: text })),
  documents: z.array(text),
  bytes: z.int(),
  estimatedMinutes: z.int(),
  periods: z.array(z.strictObject({ law: z.string(), id: z.string(), bound: z.enum(['at-most', 'at-least']), amount: z.int(), unit: z.enum(['days', 'working-days', 'months']), article: z.string(), confidence: z.enum(['high', 'medium', 'low']) })),
  longestNotice: day,
  exit: z.strictObject({ announcedAt: z.iso.datetime(), closedAt: z.iso.datetime().nullable(), notice: day, transition: day, retrieval: day, retrievalIsOver: z.boolean() }).nullable(),
});
export type Plan = z.output<typeof planOutput>;

/** On the slowest machine it was measured on: two shared cores (`docs/leaving.md`). */
const bytesPerMinute = 60 * 1024 * 1024;

async function exitOf({ db, organisation, today }: Context): Promise<Plan['exit']> {
  const exit = await findExit(db, organisation.id);
  return exit && { announcedAt: exit.announcedAt.toISOString(), closedAt: exit.closedAt?.toISOString() ?? null, notice: exit.notice, transition: exit.transition, retrieval: exit.retrieval, retrievalIsOver: today > exit.retrieval };
}

export async function makePlan(at: Context, exported: Exported): Promise<Plan> {
  const shapes = await readShapes(at.db, exported);
  const volumes = new Map((await readVolumes(at.db, shapes, at.organisation.id)).map((volume) => [volume.table, volume]));
  const tables = shapes.map(({ declared: { table, title, classification } }) => ({ table, title, classification, rows: volumes.get(table)?.rows ?? 0, bytes: volumes.get(table)?.bytes ?? 0 }));
  const bytes = tables.reduce((total, table) => total + table.bytes, 0);
  const periods = switchingPeriods(at.knowledge);
  return {
    tables,
    stays: exported.tables.flatMap((declared) => (leaves(declared) ? [] : [{ table: declared.table, why: declared.stays }])),
    documents: exported.documents.map(({ title }) => title),
    bytes,
    estimatedMinutes: Math.ceil(bytes / bytesPerMinute) || 1,
    periods: [...periods],
    longestNotice: longestNotice(at.today, periods),
    exit: await exitOf(at),
  };
}
