/** Writes work down, to be done soon after the transaction it stands in. */
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Work } from './job.ts';
import { addJob, placeOfInput } from './store.ts';

/** The transaction must be one of this organisation. */
export type Asking = Pick<Context, 'db' | 'vault' | 'ids' | 'now'> & { readonly organisation: string };

/** @returns its id, which is also what an errand goes under. */
export async function enqueue<Asked extends Work>({ db, vault, ids, now, organisation }: Asking, work: Asked, input: z.input<Asked['input']>): Promise<string> {
  const id = ids.next();
  const sealed = await vault.seal(placeOfInput(organisation, id), { records: 'job' }, JSON.stringify(input));
  await addJob(db, { organisation, id, kind: work.name, title: work.title, sealed, dueAt: now }, now);
  return id;
}
