/** Which outcomes remain possible, exactly, in time linear in the diagram. */
import type { FactSets } from './fact-sets.ts';
import type { FrozenDiagram } from './frozen.ts';

/**
 * A bit mask over ranks. Visits every node at most once, and none whose outcomes have all been found.
 * The scratch space of a diagram is reused by every call; nothing of it outlives one.
 * @param wanted the ranks that are asked about, as a bit mask: the fewer, the sooner it is done.
 */
export const reachableOutcomes = (diagram: FrozenDiagram, sets: FactSets, wanted = ~0): number => {
  if (diagram.root < 0) return (1 << ~diagram.root) & wanted;
  const scratch = scratchOf(diagram);
  const { factOf, first, next, below } = diagram;
  const { seen, stack } = scratch;
  const round = ++scratch.round;
  // What nobody asks about counts as found.
  let found = ~wanted;
  let height = 1;
  stack[0] = diagram.root;
  while (height > 0) {
    const node = stack[--height]!;
    if ((below[node]! & ~found) === 0) continue;
    const set = sets[factOf[node]!]!;
    for (let value = 0, at = first[node]!; value < set.length; value++, at++) {
      if (set[value] === 0) continue;
      const child = next[at]!;
      if (child < 0) found |= 1 << ~child;
      else if (seen[child] !== round && (below[child]! & ~found) !== 0) {
        seen[child] = round;
        stack[height++] = child;
      }
    }
  }
  return found & wanted;
};

type Scratch = { round: number; readonly seen: Float64Array; readonly stack: Int32Array };
const scratches = new WeakMap<FrozenDiagram, Scratch>();

const scratchOf = (diagram: FrozenDiagram): Scratch => {
  const known = scratches.get(diagram);
  if (known) return known;
  const made = { round: 0, seen: new Float64Array(diagram.first.length), stack: new Int32Array(diagram.first.length + 1) };
  scratches.set(diagram, made);
  return made;
};
