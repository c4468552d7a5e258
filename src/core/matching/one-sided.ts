/**
 * Pairs within one circle of people, each in one pair at most (engine.md §10). First as many pairs as possible; then
 * the worst pair as good as possible; then the total; then the list of pairs that comes first. Each exact, each proven.
 */
import { byCodePoint } from '../order.ts';
import { type Edge, heaviestMatching, type Heaviest } from './blossom.ts';
import { capacityOf, type Pair, type Problem, unitsOf } from './problem.ts';

/** Prices that prove a matching of these weights to be the heaviest (`blossom.ts`). */
export type Proof = { readonly prices: Readonly<Record<string, number>>; readonly oddSets: readonly { readonly members: readonly string[]; readonly worth: number }[] };

export type OneSidedCertificate = {
  readonly sided: 'one';
  readonly units: number;
  /** What one more pair counts for in `total`: more than all scores together. */
  readonly weight: number;
  /** All pairs weigh 1: there cannot be more pairs. */
  readonly most: Proof;
  /** Pairs above the floor weigh 1: with them alone there are fewer. */
  readonly above: Proof;
  /** Pairs from the floor on weigh `weight` and their score. */
  readonly total: Proof;
};

export type OneSided = {
  readonly pairs: readonly Pair[];
  readonly unmatched: readonly string[];
  readonly lowest: number | null;
  readonly total: number;
  /** How many pairs, the lowest, the total. */
  readonly objective: readonly [number, number, number];
  readonly certificate: OneSidedCertificate;
};

type Numbered = { readonly people: readonly string[]; readonly units: number; readonly edges: readonly (Edge & { readonly pair: Pair })[] };

/** A pair is the same whichever of the two is named first; the lower id is then. */
const inOrder = ({ a, b, score }: Pair): Pair => (byCodePoint(a, b) <= 0 ? { a, b, score } : { a: b, b: a, score });

function numbered(problem: Problem): Numbered {
  const pairs = problem.pairs.filter(({ a, b }) => capacityOf(problem, a) > 0 && capacityOf(problem, b) > 0).map(inOrder).toSorted((one, other) => byCodePoint(one.a, other.a) || byCodePoint(one.b, other.b));
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].toSorted(byCodePoint);
  const at = new Map(people.map((id, index) => [id, index]));
  const units = unitsOf(pairs.map(({ score }) => score), 8 * (people.length + 2));
  return { people, units, edges: pairs.map((pair) => ({ i: at.get(pair.a)!, j: at.get(pair.b)!, weight: Math.round(pair.score * units), pair })) };
}

const sizeOf = ({ mates }: Heaviest): number => mates.reduce((count, mate) => count + (mate >= 0 ? 1 : 0), 0) / 2;
const counted = (edges: readonly Edge[]): Edge[] => edges.map(({ i, j }) => ({ i, j, weight: 1 }));

const proofOf = ({ people }: Numbered, { prices, oddSets }: Heaviest): Proof => ({
  prices: Object.fromEntries(people.map((id, at) => [id, prices[at]!])),
  oddSets: oddSets.map(({ members, worth }) => ({ members: members.map((at) => people[at]!).toSorted(byCodePoint), worth })),
});

/** The highest floor at which there are as many pairs as without one. */
function floorOf(people: number, edges: readonly Edge[], most: Heaviest): { readonly least: number; readonly above: Heaviest } {
  const levels = [...new Set(edges.map(({ weight }) => weight))].toSorted((one, other) => one - other);
  const from = (least: number): Edge[] => counted(edges.filter(({ weight }) => weight >= least));
  const leftAtMost = people - 2 * sizeOf(most);
  let [low, high, mates] = [0, levels.length, most.mates];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = heaviestMatching(people, from(levels[middle]!), { mates, leftAtMost });
    if (sizeOf(found) === sizeOf(most)) [low, mates] = [middle, found.mates];
    else high = middle;
  }
  return { least: levels[low] ?? 0, above: heaviestMatching(people, from(levels[high] ?? Number.POSITIVE_INFINITY), { mates }) };
}

type Joined = { readonly i: number; readonly j: number };

/** A number for each node: the same for two that no single edge keeps together (Tarjan 1974, on bridges). */
function circlesOf(nodes: number, joined: readonly Joined[]): Int32Array {
  const around: number[][] = Array.from({ length: nodes }, () => []);
  joined.forEach(({ i, j }, at) => { around[i]!.push(at); around[j]!.push(at); });
  const [index, low, next, circle] = [new Int32Array(nodes).fill(-1), new Int32Array(nodes), new Int32Array(nodes), new Int32Array(nodes)];
  const waiting: number[] = [];
  let [count, circles] = [0, 0];
  const enter = (node: number): void => { index[node] = low[node] = count++; waiting.push(node); };
  for (let root = 0; root < nodes; root += 1) {
    if (index[root]! >= 0) continue;
    const path: { readonly node: number; readonly by: number }[] = [{ node: root, by: -1 }];
    enter(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node, by } = top;
      const at = around[node]![next[node]!++];
      if (at === undefined) {
        path.pop();
        const before = path.at(-1)?.node;
        if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
        if (low[node] === index[node]) { for (let member = -1; member !== node; ) { member = waiting.pop()!; circle[member] = circles; } circles += 1; }
      } else if (at !== by) {
        const other = joined[at]!.i === node ? joined[at]!.j : joined[at]!.i;
        if (index[other]! < 0) { enter(other); path.push({ node: other, by: at }); } else low[node] = Math.min(low[node]!, index[other]!);
      }
    }
  }
  return circle;
}

const weightOf = (list: readonly Edge[], has: (edge: Edge) => boolean): number => list.reduce((sum, edge) => sum + (has(edge) ? edge.weight : 0), 0);

type Weighed = Edge & { readonly pair: Pair };

/** Edges that cost nothing at these prices: a heaviest matching holds no others. */
function tightOf(edges: readonly Weighed[], { prices, oddSets }: Heaviest): Weighed[] {
  const setsOf = new Map<number, Set<number>>();
  oddSets.forEach(({ members }, at) => { for (const member of members) setsOf.set(member, (setsOf.get(member) ?? new Set()).add(at)); });
  const around = ({ i, j }: Edge): number => [...(setsOf.get(i) ?? [])].reduce((sum, at) => sum + (setsOf.get(j)?.has(at) ? oddSets[at]!.worth : 0), 0);
  return edges.filter((edge) => prices[edge.i]! + prices[edge.j]! + around(edge) === 2 * edge.weight);
}

/** The same edges between others: by `own`, each number once. */
function renumbered(edges: readonly Edge[], own: (person: number) => number): { readonly names: readonly number[]; readonly edges: readonly Edge[] } {
  const names = [...new Set(edges.flatMap(({ i, j }) => [own(i), own(j)]))];
  const at = new Map(names.map((name, index) => [name, index]));
  return { names, edges: edges.map(({ i, j, weight }) => ({ i: at.get(own(i))!, j: at.get(own(j))!, weight })) };
}

/** Whether at least so many of these edges make a matching; beginning with those that are in one. */
function hasMatching(edges: readonly Edge[], size: number, isIn: (edge: Edge) => boolean, own: (person: number) => number): boolean {
  const kept = edges.filter(({ i, j }) => own(i) !== own(j));
  const { names, edges: numbered } = renumbered(kept, own);
  const mates = new Int32Array(names.length).fill(-1);
  kept.forEach((edge, at) => { if (isIn(edge)) { const { i, j } = numbered[at]!; mates[i] = j; mates[j] = i; } });
  return sizeOf(heaviestMatching(names.length, counted(numbered), { mates, leftAtMost: names.length - 2 * size })) >= size;
}

/** The heaviest matching of these edges alone, from where prices stood. */
function heaviestOf(edges: readonly Edge[], prices: Float64Array, mates: Int32Array): Map<number, number> {
  const { names, edges: numbered } = renumbered(edges, (person) => person);
  const at = new Map(names.map((name, index) => [name, index]));
  const found = heaviestMatching(names.length, numbered, { prices: Float64Array.from(names, (person) => prices[person]!), mates: Int32Array.from(names, (person) => at.get(mates[person]!) ?? -1) });
  return new Map([...found.mates].flatMap((mate, index) => (mate < 0 ? [] : [[names[index]!, names[mate]!]])));
}

/** Prices that hold without odd sets: what a set is worth is shared by its members. */
function plainPrices({ prices, oddSets }: Heaviest): Float64Array {
  const plain = prices.slice();
  for (const { members, worth } of oddSets) for (const member of members) plain[member]! += worth / 2;
  return plain;
}

/** Each person's largest odd set, or themselves: it is left by one edge of a heaviest matching at most, as a person is. */
function outermost(people: number, { oddSets }: Heaviest): Int32Array {
  const own = Int32Array.from({ length: people }, (_, person) => person);
  for (const { members } of oddSets.toSorted((one, other) => one.members.length - other.members.length)) for (const member of members) own[member] = people + members[0]!;
  return own;
}

/**
 * Of the heaviest lists of pairs the one that comes first. Two of them differ round circles of tight edges (of which
 * one may lead through two who may be left); so only within such a circle a pair is asked for: is there a heaviest
 * matching that holds it, beside what was decided before? That there is none is mostly seen by counting.
 */
function firstInOrder(people: number, edges: readonly Weighed[], heaviest: Heaviest): Weighed[] {
  const tight = tightOf(edges, heaviest);
  const outside = people;
  const mayBeLeft = [...heaviest.prices.keys()].filter((person) => heaviest.prices[person] === 0);
  const circle = circlesOf(people + 1, [...tight, ...mayBeLeft.map((person) => ({ i: person, j: outside }))]);
  const mates = heaviest.mates.slice();
  const taken = new Uint8Array(people);
  const sets = outermost(people, heaviest);
  const plain = plainPrices(heaviest);
  const isIn = ({ i, j }: Edge): boolean => mates[i] === j;
  /** Whose pair could change within their circle. */
  const isFree = (person: number): boolean => taken[person] === 0 && (mates[person]! < 0 || circle[mates[person]!] === circle[person]);
  const inCircle = Map.groupBy(tight.filter(({ i, j }) => circle[i] === circle[j]), ({ i }) => circle[i]!);

  const couldHold = (edge: Weighed): boolean => {
    if (circle[edge.i] !== circle[edge.j] || !isFree(edge.i) || !isFree(edge.j)) return false;
    const open = inCircle.get(circle[edge.i]!)!.filter(({ i, j }) => isFree(i) && isFree(j));
    const without = open.filter(({ i, j }) => i !== edge.i && i !== edge.j && j !== edge.i && j !== edge.j);
    const own = (person: number): number => (sets[edge.i] === sets[edge.j] ? person : sets[person]!);
    const beside = open.filter(({ i, j }) => ![own(i), own(j)].some((name) => name === own(edge.i) || name === own(edge.j)));
    if (!hasMatching(beside, open.filter((one) => isIn(one) && own(one.i) !== own(one.j)).length - 1, isIn, own)) return false;
    const others = heaviestOf(without, plain, mates);
    if (weightOf(without, ({ i, j }) => others.get(i) === j) + edge.weight !== weightOf(open, isIn)) return false;
    for (const { i, j } of open) { mates[i] = others.get(i) ?? -1; mates[j] = others.get(j) ?? -1; }
    mates[edge.i] = edge.j;
    mates[edge.j] = edge.i;
    return true;
  };

  const chosen: Weighed[] = [];
  for (const edge of tight) {
    if (taken[edge.i] || taken[edge.j] || !(isIn(edge) || couldHold(edge))) continue;
    taken[edge.i] = taken[edge.j] = 1;
    chosen.push(edge);
  }
  return chosen;
}

export function matchOneSide(problem: Problem): OneSided {
  const numbers = numbered(problem);
  const { people, units, edges } = numbers;
  const most = heaviestMatching(people.length, counted(edges));
  const { least, above } = floorOf(people.length, edges, most);
  const weight = edges.reduce((highest, edge) => Math.max(highest, edge.weight), 0) * Math.ceil(people.length / 2) + 1;
  const weighed = edges.filter((edge) => edge.weight >= least).map((edge) => ({ ...edge, weight: edge.weight + weight }));
  const total = heaviestMatching(people.length, weighed);
  const chosen = firstInOrder(people.length, weighed, total);
  const scores = chosen.map((edge) => edge.weight - weight);
  const inPairs = new Set(chosen.flatMap(({ pair }) => [pair.a, pair.b]));
  const everybody = new Set([...problem.pairs.flatMap(({ a, b }) => [a, b]), ...problem.capacity.keys()]);
  const lowest = chosen.length === 0 ? null : Math.min(...scores) / units;
  const sum = scores.reduce((all, score) => all + score, 0) / units;
  return {
    pairs: chosen.map(({ pair }) => pair), unmatched: [...everybody].filter((id) => !inPairs.has(id)).toSorted(byCodePoint), lowest, total: sum, objective: [chosen.length, lowest ?? 0, sum],
    certificate: { sided: 'one', units, weight, most: proofOf(numbers, most), above: proofOf(numbers, above), total: proofOf(numbers, total) },
  };
}
