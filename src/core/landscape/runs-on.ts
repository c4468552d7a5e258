/** `runsOn` has no cycle: what a system does not state would be looked for without end (engine.md §2). */
import { inside, report, type Spot } from '../reading/spot.ts';
import type { LandscapeFaultCode } from './fault-codes.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The ids from `start` round to itself, if following `runsOn` from it leads back to it. Marks all it passes. */
function cycleFrom(start: string, below: ReadonlyMap<string, string>, done: Set<string>): readonly string[] {
  const trail = new Set<string>();
  let at: string | undefined = start;
  while (at !== undefined && !done.has(at) && !trail.has(at)) {
    trail.add(at);
    at = below.get(at);
  }
  const ids = [...trail];
  for (const id of ids) done.add(id);
  return at !== undefined && trail.has(at) ? ids.slice(ids.indexOf(at)) : [];
}

/** Each cycle is reported once, at the first of its systems in the document. */
export function checkRunsOn(document: unknown, root: Spot<LandscapeFaultCode>): void {
  const systems = (document as Raw | null | undefined)?.['systems'];
  const rows = (Array.isArray(systems) ? systems : []) as readonly (Raw | null | undefined)[];
  const position = new Map<string, number>();
  const below = new Map<string, string>();
  rows.forEach((row, at) => {
    const [id, runsOn] = [row?.['id'], row?.['runsOn']];
    if (typeof id !== 'string' || position.has(id)) return;
    position.set(id, at);
    if (typeof runsOn === 'string') below.set(id, runsOn);
  });
  const done = new Set<string>();
  for (const id of position.keys()) {
    const cycle = cycleFrom(id, below, done);
    if (cycle.length === 0) continue;
    const [first = id] = cycle.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    const spot = inside(inside(inside(root, 'systems'), position.get(first) ?? 0), 'runsOn');
    if (cycle.length === 1) report(spot, 'runs-on-itself', { id: first });
    else report(spot, 'runs-on-cycle', { cycle: [...cycle, cycle[0]].join(' → ') });
  }
}
