/**
 * The cheapest choices that force a case into a region, whatever the facts left alone turn out to be.
 *
 * A plan gives some facts a value, at a cost each; every other fact is left as it is and may still have any
 * value of its set. The plan is chosen beforehand, so it is one and the same for all those values. Walking
 * the diagram from the top, the state is therefore not a node but the *conjunction* of the nodes where the
 * facts left alone may have led:
 *
 *   cost(inside) = 0, cost(outside) = ∞
 *   cost(g) = min( cost(AND of g's children over the fact's set)      left alone, free
 *                , cost(fact, v) + cost(child v of g), for each v )   given the value v
 *
 * A conjunction is itself a node of the hash-consed store, so equal states meet and are solved once; a fact
 * that g does not depend on is left alone by skipping its level. Where every fact is known this is the
 * shortest path on the diagram, in time linear in its size. With unknowns it is exact but can take
 * exponential time in theory — the question contains the hitting-set problem (an unknown fact picks the set) —
 * and a handful of states in practice.
 */
import { childOf, combine, isLeaf, type NodeId } from './diagram.ts';
import type { FactSets } from './fact-sets.ts';
import { inside, type Regions } from './region.ts';

/** By fact index and value index. */
export type Choice = { readonly fact: number; readonly value: number };
/** `choices` by fact index, ascending. */
export type Plan = { readonly cost: number; readonly choices: readonly Choice[] };
export type Costs = (fact: number, value: number) => number;

/** Least cost; then fewest choices; then the plan that gives the first fact in id order the first value it can. */
export const cheapestForcing = (regions: Regions, region: NodeId, sets: FactSets, costs: Costs): Plan | undefined => {
  const { store, order } = regions;
  const known = new Map<NodeId, Plan | undefined>();
  const solve = (node: NodeId): Plan | undefined => {
    if (isLeaf(store, node)) return node === inside ? nothing : undefined;
    if (known.has(node)) return known.get(node);
    const fact = order[store.levelOf[node]!]!;
    const leftAlone = solve(conjunction(regions, node, sets[fact]!));
    const given = values(sets[fact]!).map((value) => choose({ fact, value }, costs(fact, value), () => solve(childOf(store, node, value))));
    const best = [leftAlone, ...given].reduce(better);
    known.set(node, best);
    return best;
  };
  return solve(region);
};

const nothing: Plan = { cost: 0, choices: [] };
const values = (set: Uint8Array): readonly number[] => [...set.keys()];

const conjunction = ({ store }: Regions, node: NodeId, set: Uint8Array): NodeId =>
  values(set).filter((value) => set[value]).map((value) => childOf(store, node, value)).reduce((all, child) => combine(store, 'lower', all, child));

const choose = (choice: Choice, cost: number, rest: () => Plan | undefined): Plan | undefined => {
  const plan = cost === Infinity ? undefined : rest();
  return plan && { cost: cost + plan.cost, choices: [choice, ...plan.choices].sort((a, b) => a.fact - b.fact) };
};

const better = (a: Plan | undefined, b: Plan | undefined): Plan | undefined => {
  if (!a || !b) return a ?? b;
  return comparePlans(b, a) < 0 ? b : a;
};

const comparePlans = (a: Plan, b: Plan): number => a.cost - b.cost || a.choices.length - b.choices.length || compareChoices(a.choices, b.choices);

/** Of two plans with as many choices. */
const compareChoices = (a: readonly Choice[], b: readonly Choice[]): number => {
  const at = a.findIndex(({ fact, value }, index) => fact !== b[index]!.fact || value !== b[index]!.value);
  return at < 0 ? 0 : a[at]!.fact - b[at]!.fact || a[at]!.value - b[at]!.value;
};
