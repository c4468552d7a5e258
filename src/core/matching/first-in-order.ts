/**
 * Of all cheapest circulations the one whose pairs, in order, come first. Two cheapest circulations differ by cycles
 * of arcs whose reduced cost is 0; so a pair can be had only within a strongly connected part of those arcs, and is
 * had by sending one unit round. What is decided is locked.
 */
import { flow, from, type Network, reduced, send } from './network.ts';

/** Tarjan 1972, without recursion: a part number for each node. */
function partsOf({ nodes, to, starts, arcs }: Network, isOpen: (arc: number) => boolean): Int32Array {
  const part = new Int32Array(nodes).fill(-1);
  const [index, low, next] = [new Int32Array(nodes).fill(-1), new Int32Array(nodes), starts.slice(0, nodes)];
  const [stack, onStack]: [number[], Uint8Array] = [[], new Uint8Array(nodes)];
  let [count, parts] = [0, 0];
  const enter = (node: number, path: number[]): void => {
    index[node] = count;
    low[node] = count++;
    stack.push(node);
    onStack[node] = 1;
    path.push(node);
  };
  const leave = (node: number): void => {
    for (let member = -1; member !== node; ) {
      member = stack.pop()!;
      onStack[member] = 0;
      part[member] = parts;
    }
    parts += 1;
  };
  for (let root = 0; root < nodes; root += 1) {
    if (index[root]! >= 0) continue;
    const path: number[] = [];
    enter(root, path);
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (next[node]! < starts[node + 1]!) {
        const arc = arcs[next[node]!++]!;
        if (!isOpen(arc)) continue;
        const other = to[arc]!;
        if (index[other]! < 0) enter(other, path);
        else if (onStack[other]) low[node] = Math.min(low[node]!, index[other]!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before] = Math.min(low[before]!, low[node]!);
      if (low[node] === index[node]) leave(node);
    }
  }
  return part;
}

/** The arcs of a path of open arcs, or null. */
function pathOf({ nodes, to, starts, arcs }: Network, start: number, end: number, isOpen: (arc: number) => boolean): number[] | null {
  const by = new Int32Array(nodes).fill(-1);
  const queue = [start];
  for (const node of queue) {
    for (let at = starts[node]!; at < starts[node + 1]!; at += 1) {
      const arc = arcs[at]!;
      const other = to[arc]!;
      if (by[other]! >= 0 || other === start || !isOpen(arc)) continue;
      by[other] = arc;
      if (other === end) {
        const path: number[] = [];
        for (let step = end; step !== start; step = to[by[step]! ^ 1]!) path.push(by[step]!);
        return path;
      }
      queue.push(other);
    }
  }
  return null;
}

/** Changes the flow in place; its cost stays. @param pairs the first so many arcs are pairs, in their order. */
export function firstInOrder(network: Network, pairs: number): void {
  const { to, room } = network;
  const locked = new Uint8Array(to.length);
  const tight = new Uint8Array(to.length);
  for (let arc = 0; arc < to.length; arc += 1) tight[arc] = reduced(network, arc) === 0 ? 1 : 0;
  const isOpen = (arc: number): boolean => room[arc]! > 0 && tight[arc] === 1 && locked[arc] === 0;
  let part = partsOf(network, isOpen);
  const isTogether = (arc: number): boolean => part[from(network, arc)] === part[to[arc]!];
  const isWithin = (inPart: number) => (arc: number): boolean => part[to[arc]!] === inPart && isOpen(arc);
  for (let arc = 0; arc < 2 * pairs; arc += 2) {
    if (flow(network, arc) === 0 && isOpen(arc) && isTogether(arc)) {
      const path = pathOf(network, to[arc]!, from(network, arc), isWithin(part[to[arc]!]!));
      // Decisions since have cut the parts up: see anew what still hangs together.
      if (path === null) part = partsOf(network, isOpen);
      else for (const step of [arc, ...path]) send(network, step);
    }
    locked[arc] = 1;
    locked[arc ^ 1] = 1;
  }
}
