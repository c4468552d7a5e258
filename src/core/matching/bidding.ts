/**
 * A quick beginning where everybody has room for one: each of a takes the one it likes best and raises their price
 * until the second best is as good; who held them before bids again. What is left to `insertion` are the hard cases.
 * Source: augmenting row reduction, Jonker & Volgenant 1987. Keeps the invariant of `network.ts`.
 */
import { type Network, outside, send } from './network.ts';

/** Bids a head, on average: beyond a few they raise prices by little. */
const rounds = 6;

/** @param entries for each of a its arc from outside. */
export function bid(network: Network, entries: readonly number[]): void {
  const { to, cost, starts, ends, arcs, potential } = network;
  /** The arc by which each of b is held; −1 for none. */
  const held = new Int32Array(network.nodes).fill(-1);
  const entryOf = new Int32Array(network.nodes);
  for (const entry of entries) entryOf[to[entry]!] = entry;
  const queue = entries.map((entry) => to[entry]!);
  for (let turns = rounds * entries.length; turns > 0 && queue.length > 0; turns -= 1) {
    const node = queue.pop()!;
    let [best, first, second] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let at = starts[node]!; at < ends[node]!; at += 1) {
      const arc = arcs[at]!;
      const value = cost[arc]! + potential[to[arc]!]!;
      if (value < first) [best, first, second] = [arc, value, first];
      else if (value < second) second = value;
    }
    const other = to[best] ?? outside;
    // Without a second choice, or without a difference, nobody gives way.
    const raise = second === Number.POSITIVE_INFINITY ? 0 : second - first;
    if (best < 0 || (held[other]! >= 0 && raise === 0)) continue;
    const before = held[other]!;
    if (before >= 0) {
      const loser = to[before ^ 1]!;
      send(network, before ^ 1);
      send(network, entryOf[loser]! ^ 1);
      queue.push(loser);
    } else send(network, onward(network, other));
    potential[other]! += raise;
    potential[node] = first + raise;
    held[other] = best;
    send(network, best);
    send(network, entryOf[node]!);
  }
}

/** The arc of b to outside. */
function onward({ to, starts, ends, arcs }: Network, node: number): number {
  for (let at = starts[node]!; at < ends[node]!; at += 1) if (to[arcs[at]!] === outside) return arcs[at]!;
  throw new RangeError('There is no way on.');
}
