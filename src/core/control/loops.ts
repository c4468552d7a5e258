/** The entities above another, grouped into loops of ownership. */
import type { Id } from '../landscape/document.ts';
import type { Ownership } from './ownership.ts';

type Visit = { readonly id: Id; readonly index: number; low: number; onStack: boolean; readonly owners: Iterator<Id> };

/**
 * Strongly connected groups among `entity` and all that hold shares in it, directly or not; what is owned
 * comes before its owners. Tarjan's algorithm with its own stack: chains of ownership can be long.
 */
export const loopsAbove = (ownership: Ownership, entity: Id): readonly (readonly Id[])[] => {
  const visits = new Map<Id, Visit>();
  const stack: Visit[] = [];
  const loops: Id[][] = [];
  const enter = (id: Id): Visit => {
    const visit = { id, index: visits.size, low: visits.size, onStack: true, owners: shareholders(ownership, id) };
    visits.set(id, visit);
    stack.push(visit);
    return visit;
  };
  const path = [enter(entity)];
  for (let visit = path.at(-1); visit; visit = path.at(-1)) {
    const { value: owner, done } = visit.owners.next();
    if (!done) {
      const seen = visits.get(owner);
      if (!seen) path.push(enter(owner));
      else if (seen.onStack) visit.low = Math.min(visit.low, seen.index);
      continue;
    }
    path.pop();
    const below = path.at(-1);
    if (below) below.low = Math.min(below.low, visit.low);
    if (visit.low === visit.index) loops.push(cutLoop(stack, visit));
  }
  return loops.reverse();
};

const shareholders = (ownership: Ownership, id: Id): Iterator<Id> =>
  (ownership.holdersOf.get(id) ?? []).filter(({ share }) => share > 0).map(({ owner }) => owner).values();

const cutLoop = (stack: Visit[], head: Visit): Id[] => {
  const loop = stack.splice(stack.indexOf(head));
  for (const visit of loop) visit.onStack = false;
  return loop.map(({ id }) => id);
};
