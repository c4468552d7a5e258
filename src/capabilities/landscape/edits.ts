/** Small edits of a landscape, as pure functions. The reader judges the result. */
import type { Item, ItemKind, Landscape } from '../../core/landscape/document.ts';

const withList = <Kind extends ItemKind>(landscape: Landscape, kind: Kind, list: readonly Item<Kind>[]): Landscape => ({ ...landscape, [kind]: list });

export const itemOf = <Kind extends ItemKind>(landscape: Landscape, kind: Kind, id: string): Item<Kind> | undefined =>
  (landscape[kind] as readonly Item<Kind>[]).find((item) => item.id === id);

/** Where the item stands, or would stand: faults of the reader point there. */
export const placeOf = (landscape: Landscape, kind: ItemKind, id: string): number => {
  const found = landscape[kind].findIndex((item) => item.id === id);
  return found === -1 ? landscape[kind].length : found;
};

export const putItem = <Kind extends ItemKind>(landscape: Landscape, kind: Kind, item: Item<Kind>): Landscape => {
  const list = landscape[kind] as readonly Item<Kind>[];
  const at = placeOf(landscape, kind, item.id);
  return withList(landscape, kind, at === list.length ? [...list, item] : list.with(at, item));
};

export const withoutItem = (landscape: Landscape, kind: ItemKind, id: string): Landscape =>
  withList(landscape, kind, landscape[kind].filter((item) => item.id !== id));

/** Members without a value do not stand in a document. */
export const compact = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined && member !== '' && !(Array.isArray(member) && member.length === 0) && !(isPlain(member) && Object.keys(member).length === 0)),
  ) as T;
const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Zaaksysteem Zuid` → `zaaksysteem-zuid`; made unique with a number. */
export function idFrom(name: string, taken: ReadonlySet<string>): string {
  const base = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60) || 'item';
  const free = (count: number): string => (count === 1 ? base : `${base}-${count}`);
  let count = 1;
  while (taken.has(free(count))) count += 1;
  return free(count);
}
