/** Which facts can change the outcome: two completions that differ in that fact alone have different outcomes. */
import type { FactSets } from './fact-sets.ts';
import type { FrozenDiagram } from './frozen.ts';

/**
 * Reduces the diagram again over the values still possible: a fact can change the outcome exactly when it
 * is still asked in the result. By fact index, ascending. Linear in the part of the diagram still in reach.
 *
 * Nodes that have become equal form one *class*, a number found by walking a trie: from the fact along the
 * classes of the possible children. INVARIANT: all nodes of one fact have equally many, so no walk is a part of another.
 */
export const essentialFacts = (diagram: FrozenDiagram, sets: FactSets): readonly number[] => {
  const { factOf, first, next } = diagram;
  const classes = new Int32Array(factOf.length).fill(unvisited);
  const trie = createTrie(sets.length);
  const asked = new Set<number>();
  const classOf = (node: number): number => {
    if (node < 0) return node;
    const known = classes[node]!;
    if (known !== unvisited) return known;
    const fact = factOf[node]!;
    const set = sets[fact]!;
    const start = first[node]!;
    const one = classOf(next[start + set.indexOf(1)]!);
    let equal = true;
    for (let value = 0; value < set.length; value++) if (set[value] === 1) equal = classOf(next[start + value]!) === one && equal;
    if (equal) return (classes[node] = one);
    asked.add(fact);
    let at = fact;
    for (let value = 0; value < set.length; value++) if (set[value] === 1) at = trie.step(at, classOf(next[start + value]!));
    return (classes[node] = at);
  };
  classOf(diagram.root);
  return [...asked].sort((a, b) => a - b);
};

/** Far below every leaf, which are the only negative classes. */
const unvisited = -(2 ** 31);

type Trie = { readonly step: (from: number, along: number) => number };

/** Numbers from `first` upwards, one for every different walk. Leaves are negative, hence the shift. */
const createTrie = (first: number): Trie => {
  const steps = new Map<number, number>();
  return {
    step: (from, along) => {
      const key = from * 2 ** 26 + along + 32;
      const known = steps.get(key);
      if (known !== undefined) return known;
      steps.set(key, first + steps.size);
      return first + steps.size - 1;
    },
  };
};
