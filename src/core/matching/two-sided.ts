/**
 * Pairs between two sides: a seeks, b offers (engine.md §10). First as many of a as possible have somebody; then the
 * worst off of them has a best pair as good as possible; then as many of b as possible; then the total; then the list
 * of pairs that comes first. Each exact, each proven (`certificate.ts`).
 *
 * Cost: the floor by bisection over assignments of O(√a · pairs) each; the pairs by a + extra shortest paths in
 * O(pairs · log) each, mostly far less; the order of ties by strongly connected parts of what is not decided yet.
 */
import { byCodePoint } from '../order.ts';
import { bid } from './bidding.ts';
import { assignMost, coverOf, type Edges, type Sides } from './cover.ts';
import { firstInOrder } from './first-in-order.ts';
import { type Arc, flow, insertion, networkOf, outside, settle } from './network.ts';
import { capacityOf, type Pair, type Problem, unitsOf } from './problem.ts';

export type Cover = { readonly a: readonly string[]; readonly b: readonly string[] };

export type TwoSidedCertificate = {
  readonly sided: 'two';
  /** In units of 1 / `units`, as all prices. */
  readonly units: number;
  /** What covering one more of a, and of b, counts for in the prices: more than everything below it. */
  readonly weight: { readonly a: number; readonly b: number };
  /** Touches every pair: no more of a can have somebody. */
  readonly cover: Cover;
  /** Touches every pair above the floor: the worst off cannot have better. */
  readonly above: Cover;
  /** `first`: of a, for a pair from the floor on; `more`: of a, for any other; `b`: of b. */
  readonly prices: { readonly first: Readonly<Record<string, number>>; readonly more: Readonly<Record<string, number>>; readonly b: Readonly<Record<string, number>> };
};

export type TwoSided = {
  readonly pairs: readonly Pair[];
  readonly unmatched: readonly string[];
  /** The best pair of the worst off of a; null where nobody has anybody. */
  readonly lowest: number | null;
  readonly total: number;
  /** How many of a have somebody, the lowest, how many of b, the total. */
  readonly objective: readonly [number, number, number, number];
  readonly certificate: TwoSidedCertificate;
};

type Numbered = { readonly a: readonly string[]; readonly b: readonly string[]; readonly pairs: readonly Pair[]; readonly ofA: Int32Array; readonly ofB: Int32Array; readonly units: number; readonly score: Float64Array; readonly roomA: Int32Array; readonly roomB: Int32Array };

const sum = (room: Int32Array): number => room.reduce((all, one) => all + one, 0);
/** More pairs than this there cannot be. */
const seatsOf = (roomA: Int32Array, roomB: Int32Array): number => Math.min(sum(roomA), sum(roomB));
const isSingle = (...rooms: readonly Int32Array[]): boolean => rooms.every((room) => room.every((one) => one === 1));

/** The pairs by a and then by b: those of each a together first, which leaves short lists to sort. */
function inOrder(ofA: Int32Array, ofB: Int32Array, people: number): Int32Array {
  const starts = new Int32Array(people + 1);
  for (const a of ofA) starts[a + 1]! += 1;
  for (let a = 0; a < people; a += 1) starts[a + 1]! += starts[a]!;
  const [order, next] = [new Int32Array(ofA.length), starts.slice(0, people)];
  ofA.forEach((a, at) => void (order[next[a]!++] = at));
  for (let a = 0; a < people; a += 1) order.subarray(starts[a], starts[a + 1]).sort((one, other) => ofB[one]! - ofB[other]!);
  return order;
}

/** In the order of ids, so that nothing depends on the order in which people were given. */
function numbered(problem: Problem): Numbered {
  const possible = problem.pairs.filter(({ a, b }) => capacityOf(problem, a) > 0 && capacityOf(problem, b) > 0);
  const ids = (side: 'a' | 'b'): string[] => [...new Set(possible.map((pair) => pair[side]))].toSorted(byCodePoint);
  const [a, b] = [ids('a'), ids('b')];
  const [atA, atB] = [new Map(a.map((id, at) => [id, at])), new Map(b.map((id, at) => [id, at]))];
  const [ofA, ofB] = [Int32Array.from(possible, (pair) => atA.get(pair.a)!), Int32Array.from(possible, (pair) => atB.get(pair.b)!)];
  const order = inOrder(ofA, ofB, a.length);
  const pairs = Array.from(order, (at) => possible[at]!);
  const room = (list: readonly string[]): Int32Array => Int32Array.from(list, (id) => capacityOf(problem, id));
  const [roomA, roomB] = [room(a), room(b)];
  const units = unitsOf(pairs.map(({ score }) => score), (seatsOf(roomA, roomB) + 1) * (isSingle(roomA, roomB) ? 8 : 8 * (b.length + 2)));
  return { a, b, pairs, units, ofA: order.map((at) => ofA[at]!), ofB: order.map((at) => ofB[at]!), score: Float64Array.from(pairs, (pair) => Math.round(pair.score * units)), roomA, roomB };
}

/** Pairs of at least this score, by a; they are in that order already. */
function edgesFrom({ a, ofA, ofB, score }: Numbered, least: number): Edges {
  const starts = new Int32Array(a.length + 1);
  const ends: number[] = [];
  for (let at = 0; at < score.length; at += 1) if (score[at]! >= least) { starts[ofA[at]! + 1]! += 1; ends.push(ofB[at]!); }
  for (let at = 0; at < a.length; at += 1) starts[at + 1]! += starts[at]!;
  return { starts, ends: Int32Array.from(ends) };
}

type Floor = { readonly covered: number; readonly least: number; readonly cover: Cover; readonly above: Cover };

/** The largest number of a with somebody, the highest floor at which as many have somebody, and why neither can be more. */
function floorOf(numbers: Numbered): Floor {
  const sidesFrom = (least: number): Sides => ({ edges: edgesFrom(numbers, least), room: numbers.roomB });
  const nobody = (): Int32Array => new Int32Array(numbers.a.length).fill(-1);
  const named = (sides: Sides, assigned: Int32Array): Cover => { const { a, b } = coverOf(sides, assigned); return { a: a.map((at) => numbers.a[at]!), b: b.map((at) => numbers.b[at]!) }; };
  const all = sidesFrom(0);
  const anybody = nobody();
  const covered = assignMost(all, anybody);
  const levels = [...new Set(numbers.score)].toSorted((one, other) => one - other);
  let [low, high] = [0, levels.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (assignMost(sidesFrom(levels[middle]!), nobody()) === covered) low = middle; else high = middle;
  }
  const aboveSides = sidesFrom(levels[low + 1] ?? Number.POSITIVE_INFINITY);
  const above = nobody();
  assignMost(aboveSides, above);
  return { covered, least: levels[low] ?? 0, cover: named(all, anybody), above: named(aboveSides, above) };
}

/** Node 0 is outside. */
const first = (at: number): number => 1 + at;

/**
 * Nodes: outside, then for each a the place of its first pair, then for each a with room for more that of the others,
 * then each b. A pair from the floor on leaves from the first place, any other from that for more; so a pair is one
 * arc, and a first pair is never below the floor.
 */
function arcsOf(numbers: Numbered, least: number, weight: { readonly a: number; readonly b: number }) {
  const { a, b, ofA, ofB, score, roomA, roomB } = numbers;
  const mores = [...a.keys()].filter((at) => roomA[at]! > 1);
  const moreOf = new Map(mores.map((at, index) => [at, 1 + a.length + index]));
  const nodeB = (at: number): number => 1 + a.length + mores.length + at;
  const arcs: Arc[] = [];
  for (let at = 0; at < score.length; at += 1) {
    const isFirst = score[at]! >= least;
    const node = isFirst ? first(ofA[at]!) : moreOf.get(ofA[at]!);
    // Below the floor, and the only one that somebody may have: kept, without room, so that arcs and pairs have the same numbers.
    arcs.push({ from: node ?? first(ofA[at]!), to: nodeB(ofB[at]!), room: node === undefined ? 0 : 1, cost: -score[at]! });
  }
  const firstIn = arcs.length;
  for (const at of a.keys()) arcs.push({ from: outside, to: first(at), room: 1, cost: -weight.a });
  const moreIn = arcs.length;
  for (const at of mores) arcs.push({ from: outside, to: moreOf.get(at)!, room: roomA[at]! - 1, cost: 0 });
  for (const at of mores) arcs.push({ from: moreOf.get(at)!, to: first(at), room: roomA[at]! - 1, cost: 0 });
  for (const at of b.keys()) {
    arcs.push({ from: nodeB(at), to: outside, room: 1, cost: -weight.b });
    if (roomB[at]! > 1) arcs.push({ from: nodeB(at), to: outside, room: roomB[at]! - 1, cost: 0 });
  }
  return { arcs, nodes: 1 + a.length + mores.length + b.length, firstIn, moreIn, mores, moreOf, nodeB };
}

const most = (numbers: Float64Array): number => numbers.reduce((highest, one) => Math.max(highest, one), 0);

/** Where everybody has room for one, as many of b have somebody as of a: nothing to weigh. */
function weightsOf({ a, b, score, roomA, roomB }: Numbered): { readonly a: number; readonly b: number } {
  const seats = seatsOf(roomA, roomB);
  const total = most(score) * seats + 1;
  return isSingle(roomA, roomB) ? { a: total, b: 0 } : { a: total * (Math.min(b.length, seats) + 1), b: a.length === 0 ? 0 : total };
}

export function matchTwoSides(problem: Problem): TwoSided {
  const numbers = numbered(problem);
  const { units } = numbers;
  const { least, cover, above } = floorOf(numbers);
  const weight = weightsOf(numbers);
  const built = arcsOf(numbers, least, weight);
  const network = networkOf(built.nodes, built.arcs);
  for (const at of numbers.b.keys()) network.potential[built.nodeB(at)] = -weight.b;
  const entries = numbers.a.map((_, at) => 2 * (built.firstIn + at));
  if (weight.b === 0) bid(network, entries);
  const letIn = insertion(network);
  for (const [at, entry] of entries.entries()) if (flow(network, entry) === 0) { settle(network, first(at), weight.a); letIn(entry); }
  for (const [index, at] of built.mores.entries()) { settle(network, built.moreOf.get(at)!, 0); letIn(2 * (built.moreIn + index)); }
  firstInOrder(network, numbers.pairs.length);
  return answered(numbers, (at) => flow(network, 2 * at) > 0, {
    sided: 'two', units, weight, cover, above,
    prices: {
      first: Object.fromEntries(numbers.a.map((id, at) => [id, network.potential[first(at)]!])),
      more: Object.fromEntries(built.mores.map((at) => [numbers.a[at]!, network.potential[built.moreOf.get(at)!]!])),
      b: Object.fromEntries(numbers.b.map((id, at) => [id, network.potential[built.nodeB(at)]!])),
    },
  }, problem);
}

/** Pairs at the end that add nothing, neither score nor somebody new, are none: the list without them comes first. */
function untilComplete(chosen: readonly number[], { score, ofA, ofB }: Pick<Numbered, 'score' | 'ofA' | 'ofB'>): readonly number[] {
  const adds = (at: number, index: number): boolean => score[at]! > 0 || chosen.findIndex((other) => ofA[other] === ofA[at]) === index || chosen.findIndex((other) => ofB[other] === ofB[at]) === index;
  let end = chosen.length;
  while (end > 0 && !adds(chosen[end - 1]!, end - 1)) end -= 1;
  return chosen.slice(0, end);
}

function answered({ pairs, units, score, ofA, ofB }: Numbered, isIn: (at: number) => boolean, certificate: TwoSidedCertificate, problem: Problem): TwoSided {
  const chosen = untilComplete([...pairs.keys()].filter(isIn), { score, ofA, ofB });
  const best = new Map<number, number>();
  for (const at of chosen) best.set(ofA[at]!, Math.max(best.get(ofA[at]!) ?? 0, score[at]!));
  const lowest = best.size === 0 ? null : Math.min(...best.values()) / units;
  const total = chosen.reduce((sum, at) => sum + score[at]!, 0) / units;
  const inPairs = new Set(chosen.flatMap((at) => [pairs[at]!.a, pairs[at]!.b]));
  const everybody = new Set(problem.capacity.keys());
  for (const { a, b } of problem.pairs) everybody.add(a).add(b);
  return {
    pairs: chosen.map((at) => pairs[at]!), unmatched: [...everybody].filter((id) => !inPairs.has(id)).toSorted(byCodePoint), lowest, total,
    objective: [best.size, lowest ?? 0, new Set(chosen.map((at) => ofB[at]!)).size, total], certificate,
  };
}
