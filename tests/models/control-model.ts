/** Engine.md §3 as it is written: rounds until nothing changes, and the ownership series term by term. */
import type { Id, Provider, TechnicalLayer } from '../../src/core/landscape/document.ts';
import type { Reading } from '../../src/core/library/library.ts';

const rowsOf = (provider: Provider) => provider.owners ?? [];

export const modelGroup = (providers: readonly Provider[], x: Id): Set<Id> => {
  const group = new Set([x]);
  for (let before = -1; before !== group.size;) {
    before = group.size;
    for (const y of providers) {
      const held = rowsOf(y).filter((row) => group.has(row.provider));
      const shares = held.reduce((sum, row) => sum + (row.share ?? 0), 0);
      if (held.some((row) => row.control) || shares > 0.5 + 1e-9) group.add(y.id);
    }
  }
  return group;
};

export const modelControllers = (providers: readonly Provider[], y: Id): Id[] =>
  providers.map(({ id }) => id).filter((x) => x !== y && modelGroup(providers, x).has(y)).sort();

export const modelReach = (providers: readonly Provider[], p: Id, reading: Reading): string[] => {
  const controlling = providers.filter((e) => modelGroup(providers, e.id).has(p));
  const ties = controlling.flatMap((e) => [
    `${e.country} ${e.id === p ? 'incorporated' : 'owner'}`,
    ...(reading === 'wide' ? (e.establishedIn ?? []).map((country) => `${country} established`) : []),
  ]);
  return [...new Set(ties)].sort();
};

export const modelOperators = (providers: readonly Provider[], operator: Id, layer: TechnicalLayer): Id[] => {
  const operators = new Set([operator]);
  for (let before = -1; before !== operators.size;) {
    before = operators.size;
    for (const provider of providers.filter(({ id }) => operators.has(id))) {
      for (const sub of provider.subprocessors ?? []) {
        if (sub.layers === undefined || sub.layers.includes(layer)) operators.add(sub.provider);
      }
    }
  }
  return [...operators].sort();
};

const share = (owned: Provider, owner: Id): number =>
  rowsOf(owned).reduce((sum, row) => sum + (row.provider === owner ? row.share ?? 0 : 0), 0);
const covered = (owned: Provider): number => rowsOf(owned).reduce((sum, row) => sum + (row.share ?? 0), 0);

const above = (providers: readonly Provider[], start: Id): Set<Id> => {
  const found = new Set([start]);
  for (const id of found) {
    for (const row of rowsOf(providers.find((p) => p.id === id)!)) if ((row.share ?? 0) > 0) found.add(row.provider);
  }
  return found;
};

/** A chain that has come to such an entity never leaves its loop: every visit is followed by another. */
const diverges = (providers: readonly Provider[], id: Id): boolean =>
  [...above(providers, id)].every((other) => covered(providers.find((p) => p.id === other)!) > 1 - 1e-9 && above(providers, other).has(id));

/** Chain products of length 0, 1, 2, … summed until a term is too small to matter. Null = does not converge. */
export const modelFlow = (providers: readonly Provider[], start: Id): Map<Id, number | null> => {
  const reached = above(providers, start);
  const stuck = new Set([...reached].filter((id) => diverges(providers, id)));
  const total = new Map<Id, number>();
  for (let term = new Map([[start, 1]]); Math.max(0, ...term.values()) > 1e-14;) {
    const next = new Map<Id, number>();
    for (const [id, value] of term) {
      total.set(id, (total.get(id) ?? 0) + value);
      if (stuck.has(id)) continue;
      const owned = providers.find((p) => p.id === id)!;
      for (const owner of new Set(rowsOf(owned).map((row) => row.provider))) next.set(owner, (next.get(owner) ?? 0) + value * share(owned, owner));
    }
    term = next;
  }
  return new Map([...reached].map((id) => [id, stuck.has(id) ? null : total.get(id) ?? 0]));
};

export const modelUncovered = (provider: Provider): number => Math.max(0, 1 - covered(provider));
