/**
 * The heaviest matching in any graph, with its proof: Edmonds 1965 ("Paths, trees, and flowers"; "Maximum matching and
 * a polyhedron with 0,1-vertices"), one alternating tree at a time.
 *
 * Prices are twice those of the literature, so that all stay whole: every edge has price[i] + price[j] + what the odd
 * sets around both are worth ≥ 2 · weight; edges of the matching have exactly that; who is left has price 0; an odd
 * set with a worth is matched inside but for one. INVARIANT of the solver, and all that `certificate.ts` checks.
 *
 * Cost: a search for each who has nobody, of O(edges · log edges). Within one, prices change with time alone: those of
 * outer vertices fall, of inner rise, and what happens next (an edge becomes tight, a price or a worth 0) waits in a queue.
 */
import { Nearest } from './nearest.ts';

export type Edge = { readonly i: number; readonly j: number; readonly weight: number };
export type OddSet = { readonly members: readonly number[]; readonly worth: number };
export type Heaviest = { /** Whom each is matched with; −1 for who is left. */ readonly mates: Int32Array; readonly prices: Float64Array; readonly oddSets: readonly OddSet[] };

const none = -1;
const [free, outer, inner] = [0, 1, 2];

type Beginning = {
  /** A matching to begin with; of it stands what costs nothing at the first prices. */
  readonly mates?: Int32Array;
  /** Prices to begin with: whole, and for each edge together at least twice its weight. Without them: what the heaviest edge of each asks. */
  readonly prices?: Float64Array;
  /** More than so many left is not worth going on for: what is returned then is no proof, and has fewer. */
  readonly leftAtMost?: number;
};

/** @param edges weigh whole numbers from 0 up. */
export function heaviestMatching(vertices: number, edges: readonly Edge[], { mates, prices, leftAtMost = vertices }: Beginning = {}): Heaviest {
  // Half-edge 2k leads from i to j of edge k, 2k + 1 back.
  const head = Int32Array.from({ length: 2 * edges.length }, (_, half) => (half % 2 === 0 ? edges[half >> 1]!.j : edges[half >> 1]!.i));
  const tail = (half: number): number => head[half ^ 1]!;
  const starts = new Int32Array(vertices + 1);
  for (const half of head.keys()) starts[tail(half) + 1]! += 1;
  for (let vertex = 0; vertex < vertices; vertex += 1) starts[vertex + 1]! += starts[vertex]!;
  const out = new Int32Array(head.length);
  { const next = starts.slice(0, vertices); for (const half of head.keys()) out[next[tail(half)]!++] = half; }
  const doubled = Float64Array.from(edges, ({ weight }) => 2 * weight);

  const price = prices?.slice() ?? new Float64Array(vertices);
  if (!prices) for (const { i, j, weight } of edges) { price[i] = Math.max(price[i]!, weight); price[j] = Math.max(price[j]!, weight); }
  /** In the present search: the time, whether a vertex's price falls (−1) or rises (1), and the time at which `price` held. */
  let time = 0;
  const turn = new Int8Array(vertices);
  const since = new Float64Array(vertices);
  const priceOf = (vertex: number): number => price[vertex]! + turn[vertex]! * (time - since[vertex]!);
  const slack = (half: number): number => priceOf(head[half]!) + priceOf(tail(half)) - doubled[half >> 1]!;
  /** The half-edge from each to whom it is matched with. */
  const mate = new Int32Array(vertices).fill(none);

  // Sets: a vertex is one, and an odd cycle of sets is one. `base` is its only vertex that is not matched inside.
  const all = 2 * vertices;
  const top = Int32Array.from({ length: vertices }, (_, vertex) => vertex);
  const parent = new Int32Array(all).fill(none);
  const base = Int32Array.from({ length: all }, (_, set) => (set < vertices ? set : none));
  const worth = new Float64Array(all);
  /** Around the cycle; `links[at]` leads from child `at` to the next. */
  const children: number[][] = Array.from({ length: all }, () => []);
  const links: number[][] = Array.from({ length: all }, () => []);
  const unused = Array.from({ length: vertices }, (_, at) => all - 1 - at);
  const label = new Uint8Array(all);
  /** The half-edge by which a set came into the tree; none for the root. */
  const via = new Int32Array(all).fill(none);
  const sinceSet = new Float64Array(all);
  /** A half-edge from an outer vertex; or, below 0, a vertex or a set. */
  const events = new Nearest();
  const touched: number[] = [];

  /** The vertices of a set are a chain from its first to its last; that of a cycle is those of its children, one after the other. */
  const first = Int32Array.from({ length: all }, (_, set) => set);
  const last = Int32Array.from({ length: all }, (_, set) => set);
  const after = new Int32Array(vertices).fill(none);
  function eachVertex(set: number, what: (vertex: number) => void): void {
    const end = last[set]!;
    for (let vertex = first[set]!; ; vertex = after[vertex]!) {
      what(vertex);
      if (vertex === end) return;
    }
  }

  /** Matches the set inside so that `vertex` is its base. Its children stand in a cycle of odd length: those beside it go two by two. */
  function rebase(set: number, vertex: number): void {
    if (set < vertices) return;
    let child = vertex;
    while (parent[child] !== set) child = parent[child]!;
    rebase(child, vertex);
    const round = children[set]!;
    const at = round.indexOf(child);
    for (let step = 1; step < round.length; step += 2) {
      const index = (at + step) % round.length;
      const link = links[set]![index]!;
      rebase(round[index]!, tail(link));
      rebase(round[(index + 1) % round.length]!, head[link]!);
      mate[tail(link)] = link;
      mate[head[link]!] = link ^ 1;
    }
    base[set] = vertex;
  }

  /** Turns the path from an outer vertex to the root over: the root's vertex is matched, this one is not. */
  function turnOver(vertex: number): void {
    let [at, byHalf] = [vertex, none];
    for (;;) {
      const set = top[at]!;
      rebase(set, at);
      const came = via[set]!;
      mate[at] = byHalf;
      if (came === none) return;
      const between = top[tail(came)]!;
      const entered = via[between]!;
      rebase(between, head[entered]!);
      mate[head[entered]!] = entered ^ 1;
      [at, byHalf] = [tail(entered), entered];
    }
  }

  const turnVertex = (vertex: number, to: number): void => {
    price[vertex] = priceOf(vertex);
    since[vertex] = time;
    turn[vertex] = to;
  };

  const worthOf = (set: number): number => worth[set]! + (label[set] === outer ? 2 : label[set] === inner ? -2 : 0) * (time - sinceSet[set]!);
  const turnSet = (set: number, to: number): void => {
    worth[set] = set < vertices ? 0 : worthOf(set);
    sinceSet[set] = time;
    label[set] = to;
    touched.push(set);
  };

  const expect = (half: number): void => {
    const other = top[head[half]!]!;
    if (other === top[tail(half)] || label[other] === inner) return;
    events.push(half, time + (label[other] === outer ? slack(half) / 2 : slack(half)));
  };

  function lookRound(vertex: number): void {
    turnVertex(vertex, -1);
    events.push(-1 - vertex, time + price[vertex]!);
    for (let at = starts[vertex]!; at < starts[vertex + 1]!; at += 1) expect(out[at]!);
  }

  function makeOuter(set: number, half: number): void {
    turnSet(set, outer);
    via[set] = half;
    eachVertex(set, lookRound);
  }

  function labelInner(set: number, half: number): void {
    turnSet(set, inner);
    via[set] = half;
    eachVertex(set, (vertex) => turnVertex(vertex, 1));
    if (set >= vertices) events.push(-1 - vertices - set, time + worth[set]! / 2);
  }

  function makeInner(set: number, half: number): void {
    labelInner(set, half);
    const onward = mate[base[set]!]!;
    makeOuter(top[head[onward]!]!, onward);
  }

  /** From an outer set to the outer set above it, with the half-edges on the way, which point down. */
  const above = (set: number): { readonly inner: number; readonly outer: number; readonly down: readonly [number, number] } => {
    const matched = via[set]!;
    const between = top[tail(matched)]!;
    return { inner: between, outer: top[tail(via[between]!)]!, down: [via[between]!, matched] };
  };

  /** Two outer sets of one tree touch: the cycle through both and the set where their ways part becomes one outer set. */
  function contract(half: number): void {
    const seen = new Set<number>();
    for (let set = top[tail(half)]!; ; set = above(set).outer) { seen.add(set); if (via[set] === none) break; }
    let common = top[head[half]!]!;
    while (!seen.has(common)) common = above(common).outer;
    const [round, linked]: [number[], number[]] = [[], []];
    for (let set = top[tail(half)]!; set !== common; ) {
      const up = above(set);
      round.unshift(up.inner, set);
      linked.unshift(...up.down);
      set = up.outer;
    }
    round.unshift(common);
    linked.push(half);
    for (let set = top[head[half]!]!; set !== common; ) {
      const up = above(set);
      round.push(set, up.inner);
      linked.push(up.down[1] ^ 1, up.down[0] ^ 1);
      set = up.outer;
    }
    const set = unused.pop()!;
    const fresh = round.filter((child) => label[child] === inner);
    children[set] = round;
    links[set] = linked;
    base[set] = base[common]!;
    parent[set] = none;
    for (const child of round) {
      turnSet(child, free);
      parent[child] = set;
    }
    label[set] = free;
    worth[set] = 0;
    turnSet(set, outer);
    via[set] = via[common]!;
    first[set] = first[common]!;
    last[set] = last[round.at(-1)!]!;
    for (let at = 1; at < round.length; at += 1) after[last[round[at - 1]!]!] = first[round[at]!]!;
    eachVertex(set, (vertex) => void (top[vertex] = set));
    for (const child of fresh) eachVertex(child, lookRound);
  }

  function forget(set: number): void {
    children[set] = [];
    links[set] = [];
    unused.push(set);
  }

  /** After a search: a set that is worth nothing is none, and the next search need not take it apart. */
  function dissolve(set: number): void {
    if (set < vertices || worth[set]! > 0) return;
    const round = children[set]!;
    forget(set);
    for (const child of round) {
      parent[child] = none;
      eachVertex(child, (vertex) => void (top[vertex] = child));
      dissolve(child);
    }
  }

  /** An inner set without worth falls apart. On the even way from where the tree entered to its base its children go on as inner and outer. */
  function expand(set: number): void {
    const [round, linked] = [children[set]!, links[set]!];
    turnSet(set, free);
    for (const child of round) {
      parent[child] = none;
      turnSet(child, free);
      eachVertex(child, (vertex) => {
        top[vertex] = child;
        turnVertex(vertex, 0);
      });
    }
    const entered = via[set]!;
    const entry = round.indexOf(top[head[entered]!]!);
    const exit = round.indexOf(top[base[set]!]!);
    const length = round.length;
    const isForward = ((exit - entry + length) % length) % 2 === 0;
    const next = (at: number): number => (isForward ? (at + 1) % length : (at + length - 1) % length);
    const linkTo = (at: number): number => (isForward ? linked[at]! : linked[next(at)]! ^ 1);
    let [at, half] = [entry, entered];
    for (;;) {
      labelInner(round[at]!, half);
      if (at === exit) break;
      const onward = mate[base[round[at]!]!]!;
      at = next(at);
      makeOuter(round[at]!, onward);
      half = linkTo(at);
      at = next(at);
    }
    forget(set);
    // Who is in no tree any more can be reached anew.
    for (const child of round) if (label[child] === free) eachVertex(child, (vertex) => {
      for (let arc = starts[vertex]!; arc < starts[vertex + 1]!; arc += 1) if (label[top[head[out[arc]!]!]!] === outer) expect(out[arc]! ^ 1);
    });
  }

  /** What an edge from an outer vertex brings when it becomes tight. @returns whether the root found somebody. */
  function meet(half: number): boolean {
    const other = top[head[half]!]!;
    if (other === top[tail(half)] || label[other] === inner || slack(half) !== 0) return false;
    if (label[other] === outer) contract(half);
    else if (mate[base[other]!] !== none) makeInner(other, half);
    else {
      const vertex = tail(half);
      rebase(other, head[half]!);
      turnOver(vertex);
      mate[vertex] = half;
      mate[head[half]!] = half ^ 1;
      return true;
    }
    return false;
  }

  /** @returns whether the search is over: the root has somebody, or who costs nothing to leave out is left out. */
  function happens(event: number): boolean {
    if (event >= 0) return meet(event);
    const vertex = -1 - event;
    if (vertex < vertices) {
      if (turn[vertex] !== -1 || priceOf(vertex) !== 0) return false;
      turnOver(vertex);
      return true;
    }
    const set = vertex - vertices;
    if (label[set] === inner && parent[set] === none && worthOf(set) === 0) expand(set);
    return false;
  }

  /** Finds somebody for one who has nobody, or leaves out whoever costs nothing to leave out. @returns which. */
  function search(root: number): boolean {
    time = 0;
    events.clear();
    makeOuter(top[root]!, none);
    let event: number;
    do {
      time = events.key;
      event = events.pop();
    } while (!happens(event));
    for (const set of touched.splice(0)) {
      if (label[set] === free) continue;
      eachVertex(set, (vertex) => turnVertex(vertex, 0));
      turnSet(set, free);
      dissolve(set);
    }
    since.fill(0);
    sinceSet.fill(0);
    return event >= 0;
  }

  const isAlone = (half: number): boolean => mate[tail(half)] === none && mate[head[half]!] === none && slack(half) === 0;
  const join = (half: number): void => { mate[tail(half)] = half; mate[head[half]!] = half ^ 1; };
  for (const half of head.keys()) if (mates?.[tail(half)] === head[half] && isAlone(half)) join(half);
  for (const half of head.keys()) if (isAlone(half)) join(half);
  let left = price.reduce((count, of) => count + (of > 0 ? 0 : 1), 0);
  for (let vertex = 0; vertex < vertices && left <= leftAtMost; vertex += 1) {
    if (mate[vertex] !== none || price[vertex] === 0) continue;
    if (!search(vertex)) left += 1;
  }

  const membersOf = (set: number): number[] => { const members: number[] = []; eachVertex(set, (vertex) => void members.push(vertex)); return members; };
  const oddSets = [...worth.keys()].filter((set) => worth[set]! > 0 && children[set]!.length > 0).map((set) => ({ members: membersOf(set), worth: worth[set]! }));
  return { mates: mate.map((half) => (half === none ? none : head[half]!)), prices: price, oddSets };
}
