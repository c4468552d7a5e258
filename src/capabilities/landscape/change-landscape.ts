/**
 * The one road along which a landscape changes (decision 0002): take it, edit it, read the result by the rules
 * of the file format, keep the difference. Forms, imports and undoing all come through here.
 */
import { type Difference, differenceBetween, isEmpty } from '../../core/landscape/difference.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { Context } from '../../platform/context.ts';
import { isRefusal, type Refusal } from '../../platform/refusal.ts';
import { currentLandscape } from './current-landscape.ts';
import { readCandidate } from './read-document.ts';
import { createLandscape, lockLandscape, writeChange, type Cause } from './store.ts';

export type Changed = { readonly revision: number; readonly difference: Difference };

/** An edit gets a valid landscape, with its revision, and gives a candidate that may be wrong, or refuses. Nothing changes underneath it. */
export type Edit = (landscape: Landscape, revision: number) => Landscape | Refusal;

/**
 * INVARIANT: what is stored has passed `readLandscape`; a refused candidate leaves nothing behind.
 * @returns the revision after the change; the same one as before when nothing differs.
 */
export async function changeLandscape(at: Context, cause: Cause, edit: Edit, undoes?: number): Promise<Changed | Refusal> {
  await lockLandscape(at.db, at.organisation.id);
  const { revision, landscape } = await currentLandscape(at);
  const candidate = edit(landscape, revision);
  if (isRefusal(candidate)) return candidate;
  const after = readCandidate(candidate, at);
  if (isRefusal(after)) return after;
  const difference = differenceBetween(landscape, after);
  if (revision > 0 && isEmpty(difference)) return { revision, difference };
  if (revision === 0) await createLandscape(at.db, at.organisation.id, after.organisation);
  const change = { revision: revision + 1, at: at.now, personId: at.person.id, cause, difference, undoes: undoes ?? null };
  await writeChange(at.db, at.organisation.id, change, after);
  return { revision: revision + 1, difference };
}
