/** Changes one thing of the landscape from a form: nobody's change is overwritten unseen, and faults lead to the form's fields. */
import { createHash } from 'node:crypto';
import type { Item, ItemKind, Landscape } from '../../core/landscape/document.ts';
import type { Context } from '../../platform/context.ts';
import { invalid, isRefusal, type InputFault, notFound, type Refusal } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { changeLandscape, type Changed } from './change-landscape.ts';
import { idFrom, itemOf, placeOf, putItem } from './edits.ts';
import { takenIds } from './forms/to-document.ts';
import { words } from './words.ts';

/** What a form showed, in few letters. */
export const seenOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown ?? null)).digest('base64url').slice(0, 22);

export const overtaken = invalid({ path: '', message: both(words, (text) => text.conflict) });
const taken = invalid({ path: 'id', message: both(words, (text) => text.taken) });

const dotted = (path: string): string => path.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '');

/** `systems[3].needs[0]` becomes `needs.0`; what lies elsewhere keeps its place in the sentence. */
export function faultsAt(refusal: Refusal, place: string, rename: (path: string) => string = (path) => path): Refusal {
  if (refusal.refused !== 'invalid') return refusal;
  return invalid(...refusal.faults.map((fault): InputFault => {
    if (fault.path === place || fault.path.startsWith(`${place}.`) || fault.path.startsWith(`${place}[`)) return { ...fault, path: rename(dotted(fault.path.slice(place.length))) };
    return { path: '', message: { nl: `${fault.path}: ${fault.message.nl}`, en: `${fault.path}: ${fault.message.en}` } };
  }));
}

type Given = { readonly id?: string | undefined; readonly name?: string | undefined; readonly seen?: string | undefined };
type Named = { readonly id: string };

/** @returns the id under which the thing now stands. */
export async function changeItem<Kind extends ItemKind, Input extends Given>(
  at: Context,
  { kind, isNew, given, toItem, rename }: { kind: Kind; isNew: boolean; given: Input; toItem: (given: Input & Named, before: Item<Kind> | undefined) => Item; rename?: (path: string) => string },
): Promise<(Changed & Named) | Refusal> {
  let [id, place] = ['', ''];
  const answer = await changeLandscape(at, 'form', (landscape: Landscape) => {
    id = given.id || idFrom(given.name ?? kind, takenIds(landscape, kind));
    const before = itemOf(landscape, kind, id);
    if (isNew && takenIds(landscape, kind).has(id)) return taken;
    if (!isNew && before === undefined) return notFound;
    if (!isNew && given.seen !== undefined && given.seen !== seenOf(before)) return overtaken;
    place = `${kind}[${placeOf(landscape, kind, id)}]`;
    return putItem(landscape, kind, toItem({ ...given, id }, before) as Item<Kind>);
  });
  return isRefusal(answer) ? faultsAt(answer, place, rename) : { ...answer, id };
}
