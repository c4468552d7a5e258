/**
 * How many of one side can have somebody at all, and the proof. Hopcroft & Karp 1973, with room for several on the
 * other side; the proof is König's: a cover that touches every edge and is as large as the matching.
 */

/** Edges of each a, as indices of b: those of a are `ends[starts[a] … starts[a + 1] - 1]`. */
export type Edges = { readonly starts: Int32Array; readonly ends: Int32Array };
export type Sides = { readonly edges: Edges; /** Room of each b. */ readonly room: Int32Array };

/** To whom each a is assigned; −1 to nobody. */
export type Assigned = Int32Array;

/** Places of each b, with who sits there; the first `load[b]` are taken. */
type Seats = { readonly starts: Int32Array; readonly who: Int32Array; readonly load: Int32Array };

function seatsOf({ room }: Sides, assigned: Assigned): Seats {
  const starts = new Int32Array(room.length + 1);
  for (let b = 0; b < room.length; b += 1) starts[b + 1] = starts[b]! + room[b]!;
  const seats = { starts, who: new Int32Array(starts[room.length]!), load: new Int32Array(room.length) };
  assigned.forEach((b, a) => { if (b >= 0) seats.who[starts[b]! + seats.load[b]!++] = a; });
  return seats;
}

const far = 2 ** 30;

/** How many steps each a is from one without anybody, along edges out and assignments back. @returns whether some b with room is reached. */
function layers({ edges: { starts, ends }, room }: Sides, assigned: Assigned, seats: Seats, depth: Int32Array): boolean {
  const queue = new Int32Array(assigned.length);
  let [from, to, found] = [0, 0, false];
  depth.fill(far);
  for (let a = 0; a < assigned.length; a += 1) if (assigned[a]! < 0 && starts[a]! < starts[a + 1]!) { depth[a] = 0; queue[to++] = a; }
  while (from < to) {
    const a = queue[from++]!;
    for (let at = starts[a]!; at < starts[a + 1]!; at += 1) {
      const b = ends[at]!;
      if (seats.load[b]! < room[b]!) { found = true; continue; }
      for (let seat = seats.starts[b]!; seat < seats.starts[b + 1]!; seat += 1) {
        const other = seats.who[seat]!;
        if (depth[other] === far) { depth[other] = depth[a]! + 1; queue[to++] = other; }
      }
    }
  }
  return found;
}

/** Finds somebody for `start`, moving others on along the layers. Iterative: a path may be as long as the side is large. */
function augment({ edges: { starts, ends }, room }: Sides, assigned: Assigned, seats: Seats, depth: Int32Array, next: Int32Array, start: number): boolean {
  const path: { a: number; seat: number }[] = [{ a: start, seat: -1 }];
  while (path.length > 0) {
    const { a } = path.at(-1)!;
    let went = false;
    while (next[a]! < starts[a + 1]! && !went) {
      const b = ends[next[a]!]!;
      if (seats.load[b]! < room[b]!) {
        let free = seats.starts[b]! + seats.load[b]!++;
        for (let at = path.length - 1; at >= 0; at -= 1) {
          const { a: mover, seat } = path[at]!;
          seats.who[free] = mover;
          assigned[mover] = ends[next[mover]!]!;
          free = seat;
        }
        return true;
      }
      const seat = range(seats.starts[b]!, seats.starts[b + 1]!, (at) => depth[seats.who[at]!] === depth[a]! + 1 && next[seats.who[at]!]! < starts[seats.who[at]! + 1]!);
      if (seat >= 0) { path.push({ a: seats.who[seat]!, seat }); went = true; } else next[a]! += 1;
    }
    if (!went) {
      depth[a] = far;
      path.pop();
    }
  }
  return false;
}

function range(from: number, to: number, holds: (at: number) => boolean): number {
  for (let at = from; at < to; at += 1) if (holds(at)) return at;
  return -1;
}

/** As many as can be. @param assigned where to begin; changed in place. @returns how many. */
export function assignMost(sides: Sides, assigned: Assigned): number {
  const { edges: { starts } } = sides;
  const seats = seatsOf(sides, assigned);
  const depth = new Int32Array(assigned.length);
  while (layers(sides, assigned, seats, depth)) {
    const next = starts.slice(0, assigned.length);
    let more = 0;
    for (let a = 0; a < assigned.length; a += 1) if (assigned[a]! < 0 && depth[a] === 0 && augment(sides, assigned, seats, depth, next, a)) more += 1;
    if (more === 0) break;
  }
  return assigned.reduce((count, b) => count + (b >= 0 ? 1 : 0), 0);
}

/** König's cover: every edge has its a or its b in it, and a's count one, b's their room. As large as the largest assignment. */
export function coverOf(sides: Sides, assigned: Assigned): { readonly a: number[]; readonly b: number[] } {
  const { edges: { starts, ends }, room } = sides;
  const seats = seatsOf(sides, assigned);
  const depth = new Int32Array(assigned.length);
  layers(sides, assigned, seats, depth);
  const reached = new Uint8Array(room.length);
  for (let a = 0; a < assigned.length; a += 1) if (depth[a]! < far) for (let at = starts[a]!; at < starts[a + 1]!; at += 1) reached[ends[at]!] = 1;
  const a = [...assigned.keys()].filter((one) => depth[one] === far && starts[one]! < starts[one + 1]!);
  return { a, b: [...reached.keys()].filter((one) => reached[one] === 1) };
}
