/**
 * The cheapest circulation, found by adding one more way in at a time: the Hungarian method on a sparse network, by
 * successive shortest paths with potentials (Kuhn 1955; Tomizawa 1971; Edmonds & Karp 1972).
 *
 * Node 0 is outside. What is cheap to let in (an arc from outside with a negative cost) is let in as long as some way
 * back out costs less than it brings. INVARIANT: every arc with room left has `cost + potential[to] - potential[from]`
 * of at least 0, and potential[0] is 0; so no other circulation costs less. Costs are whole numbers.
 */
import { Nearest } from './nearest.ts';

export const outside = 0;

export type Network = {
  readonly nodes: number;
  /** Arc 2k and its reverse 2k + 1. */
  readonly to: Int32Array;
  readonly room: Int32Array;
  readonly cost: Float64Array;
  /** Arcs out of a node: `arcs[starts[node] … starts[node + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly arcs: Int32Array;
  readonly potential: Float64Array;
  /** Of the arcs of a node those with room stand first: up to here. */
  readonly ends: Int32Array;
  /** Where an arc stands in `arcs`. */
  readonly places: Int32Array;
};

export type Arc = { readonly from: number; readonly to: number; readonly room: number; readonly cost: number };

export function networkOf(nodes: number, given: readonly Arc[]): Network {
  const [to, room, cost] = [new Int32Array(2 * given.length), new Int32Array(2 * given.length), new Float64Array(2 * given.length)];
  const starts = new Int32Array(nodes + 1);
  given.forEach((arc, at) => {
    to[2 * at] = arc.to;
    to[2 * at + 1] = arc.from;
    room[2 * at] = arc.room;
    cost[2 * at] = arc.cost;
    cost[2 * at + 1] = -arc.cost;
    starts[arc.from + 1]! += 1;
    starts[arc.to + 1]! += 1;
  });
  for (let node = 0; node < nodes; node += 1) starts[node + 1]! += starts[node]!;
  const [arcs, next] = [new Int32Array(2 * given.length), starts.slice(0, nodes)];
  given.forEach((arc, at) => {
    arcs[next[arc.from]!++] = 2 * at;
    arcs[next[arc.to]!++] = 2 * at + 1;
  });
  const network = { nodes, to, room, cost, starts, arcs, potential: new Float64Array(nodes), ends: starts.slice(1), places: new Int32Array(arcs.length) };
  arcs.forEach((arc, at) => void (network.places[arc] = at));
  for (const arc of room.keys()) if (room[arc]! < 1) close(network, arc);
  return network;
}

function swap({ arcs, places }: Network, one: number, other: number): void {
  const [first, second] = [arcs[one]!, arcs[other]!];
  arcs[one] = second;
  arcs[other] = first;
  places[second] = one;
  places[first] = other;
}
const close = (network: Network, arc: number): void => swap(network, network.places[arc]!, --network.ends[from(network, arc)]!);
const open = (network: Network, arc: number): void => swap(network, network.places[arc]!, network.ends[from(network, arc)]!++);

/** One unit more along an arc with room. */
export function send(network: Network, arc: number): void {
  if (--network.room[arc]! < 1) close(network, arc);
  if (network.room[arc ^ 1]!++ < 1) open(network, arc ^ 1);
}

export const from = ({ to }: Network, arc: number): number => to[arc ^ 1]!;
export const reduced = ({ to, cost, potential }: Network, arc: number): number => cost[arc]! + potential[to[arc]!]! - potential[to[arc ^ 1]!]!;
export const flow = ({ room }: Network, arc: number): number => room[arc ^ 1]!;

/** Sets the potential of a node that nothing leads to yet to what its cheapest way on asks; `otherwise` where there is no way on. */
export function settle(network: Network, node: number, otherwise: number): void {
  const { to, cost, starts, ends, arcs, potential } = network;
  let least = Number.POSITIVE_INFINITY;
  for (let at = starts[node]!; at < ends[node]!; at += 1) least = Math.min(least, cost[arcs[at]!]! + potential[to[arcs[at]!]!]!);
  potential[node] = least === Number.POSITIVE_INFINITY ? otherwise : least;
}

/** For one network: lets in what pays. */
export function insertion(network: Network) {
  const { nodes, to, room, cost, starts, ends, arcs, potential } = network;
  const distance = new Float64Array(nodes);
  const round = new Int32Array(nodes);
  const done = new Int32Array(nodes);
  const by = new Int32Array(nodes);
  const queue = new Nearest();
  const reached = new Int32Array(nodes);
  let [turn, count] = [0, 0];

  const reach = (node: number, length: number, arc: number): void => {
    if (round[node] === turn && distance[node]! <= length) return;
    if (round[node] !== turn) reached[count++] = node;
    round[node] = turn;
    distance[node] = length;
    by[node] = arc;
    queue.push(node, length);
  };

  /** The shortest way out from `start` that is shorter than `limit`; what was seen gets its new potential. @returns whether there is one. */
  const wayOut = (start: number, limit: number): boolean => {
    turn += 1;
    count = 0;
    queue.clear();
    reach(start, 0, -1);
    let end = limit;
    while (queue.size > 0 && queue.key < end) {
      const length = queue.key;
      const node = queue.pop();
      if (done[node] === turn) continue;
      done[node] = turn;
      if (node === outside) { end = length; break; }
      for (let at = starts[node]!; at < ends[node]!; at += 1) {
        const arc = arcs[at]!;
        const next = to[arc]!;
        if (done[next] === turn) continue;
        const far = length + cost[arc]! + potential[next]! - potential[node]!;
        if (far < end) reach(next, far, arc);
      }
    }
    for (let at = 0; at < count; at += 1) {
      const node = reached[at]!;
      if (node !== outside && done[node] === turn && distance[node]! < end) potential[node]! += end - distance[node]!;
    }
    return done[outside] === turn;
  };

  /** Lets as much in by this arc from outside as pays. `settle` its end first. */
  return (arc: number): void => {
    const start = to[arc]!;
    while (room[arc]! > 0 && wayOut(start, -cost[arc]! - potential[start]!)) {
      let node = outside;
      while (node !== start) {
        const step = by[node]!;
        send(network, step);
        node = to[step ^ 1]!;
      }
      send(network, arc);
    }
  };
}
