/** A set of paths whose lines are looked up in one walk over a text: a trie that is filled as places pass by. */
import type { Path } from '../../core/fault.ts';

export type Wanted = { line: number; readonly inside: Map<string, Wanted> };

const newWanted = (): Wanted => ({ line: 0, inside: new Map() });

export function wantedLines(paths: readonly Path[]): Wanted {
  const root = newWanted();
  for (const path of paths) {
    let node = root;
    for (const step of path) {
      const key = String(step);
      const next = node.inside.get(key) ?? newWanted();
      node.inside.set(key, next);
      node = next;
    }
  }
  return root;
}

/** The line of the deepest place along the path that was passed. */
export function lineAt(root: Wanted, path: Path): number {
  let node: Wanted | undefined = root;
  let line = root.line || 1;
  for (const step of path) {
    node = node.inside.get(String(step));
    if (node === undefined || node.line === 0) return line;
    line = node.line;
  }
  return line;
}
