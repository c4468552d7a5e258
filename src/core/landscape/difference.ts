/**
 * What differs between two landscapes, item by item. It is shown before an import, applied in one
 * transaction, and inverted to undo it.
 *
 * Laws (difference.test.ts): apply(a, differenceBetween(a, b)) = b in canonical order; apply(b, inverse(…)) = a;
 * a landscape differs from itself in nothing. Order of items carries no meaning: ids do.
 */
import { byCodePoint } from '../order.ts';
import { type Item, type ItemKind, itemKinds, type Landscape } from './document.ts';
import { same } from './same.ts';

/** One member, with its value in both; left out where it was absent. */
export type MemberChange = { readonly member: string; readonly before?: unknown; readonly after?: unknown };

export type ItemChange =
  | { readonly change: 'added'; readonly kind: ItemKind; readonly id: string; readonly item: Item }
  | { readonly change: 'removed'; readonly kind: ItemKind; readonly id: string; readonly item: Item }
  | { readonly change: 'changed'; readonly kind: ItemKind; readonly id: string; readonly members: readonly MemberChange[] };

export type Difference = {
  /** Members of the organisation, and `asOf` under its own name. */
  readonly organisation: readonly MemberChange[];
  readonly asOf: readonly MemberChange[];
  /** In the order of the file's parts, then by id. */
  readonly items: readonly ItemChange[];
};

type Plain = Readonly<Record<string, unknown>>;

function memberChanges(before: object, after: object): MemberChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byCodePoint);
  return names.flatMap((member) => {
    const [old, now] = [(before as Plain)[member], (after as Plain)[member]];
    if (same(old, now)) return [];
    return [{ member, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }];
  });
}

const byId = (items: readonly Item[]): ReadonlyMap<string, Item> => new Map(items.map((item) => [item.id, item]));

function itemChange(kind: ItemKind, id: string, before: Item | undefined, after: Item | undefined): ItemChange[] {
  if (before === undefined) return after === undefined ? [] : [{ change: 'added', kind, id, item: after }];
  if (after === undefined) return [{ change: 'removed', kind, id, item: before }];
  const members = memberChanges(before, after);
  return members.length === 0 ? [] : [{ change: 'changed', kind, id, members }];
}

function itemChanges(kind: ItemKind, before: Landscape, after: Landscape): ItemChange[] {
  const [old, now] = [byId(before[kind]), byId(after[kind])];
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort(byCodePoint);
  return ids.flatMap((id) => itemChange(kind, id, old.get(id), now.get(id)));
}

export const differenceBetween = (before: Landscape, after: Landscape): Difference => ({
  organisation: memberChanges(before.organisation, after.organisation),
  asOf: memberChanges({ asOf: before.asOf }, { asOf: after.asOf }),
  items: itemKinds.flatMap((kind) => itemChanges(kind, before, after)),
});

export const isEmpty = ({ organisation, asOf, items }: Difference): boolean => organisation.length + asOf.length + items.length === 0;

const turned = ({ member, ...values }: MemberChange): MemberChange => ({
  member,
  ...('after' in values ? { before: values.after } : {}),
  ...('before' in values ? { after: values.before } : {}),
});

function turnedItem(item: ItemChange): ItemChange {
  if (item.change === 'changed') return { ...item, members: item.members.map(turned) };
  return { ...item, change: item.change === 'added' ? 'removed' : 'added' };
}

/** What takes the later landscape back to the earlier one. */
export const inverse = ({ organisation, asOf, items }: Difference): Difference => ({
  organisation: organisation.map(turned),
  asOf: asOf.map(turned),
  items: items.map(turnedItem),
});

/** Why a difference does not fit: the landscape is no longer what it was when the difference was made. */
export type Misfit = { readonly kind: ItemKind | 'organisation' | 'asOf'; readonly id: string; readonly member?: string };

function memberMisfits(target: object | undefined, changes: readonly MemberChange[], at: Misfit): Misfit[] {
  if (target === undefined) return [at];
  return changes.filter(({ member, before }) => !same((target as Plain)[member], before)).map(({ member }) => ({ ...at, member }));
}

function itemMisfits(found: Item | undefined, item: ItemChange): Misfit[] {
  const at: Misfit = { kind: item.kind, id: item.id };
  if (item.change === 'added') return found === undefined ? [] : [at];
  if (item.change === 'removed') return same(found, item.item) ? [] : [at];
  return memberMisfits(found, item.members, at);
}

type ItemMaps = Record<ItemKind, Map<string, Item>>;
const itemMaps = (landscape: Landscape): ItemMaps => Object.fromEntries(itemKinds.map((kind) => [kind, new Map(byId(landscape[kind]))])) as ItemMaps;

/** Empty when `apply` will do exactly what was previewed; otherwise what has changed since. */
export function misfits(landscape: Landscape, difference: Difference): readonly Misfit[] {
  const maps = itemMaps(landscape);
  return [
    ...memberMisfits(landscape.organisation, difference.organisation, { kind: 'organisation', id: landscape.organisation.id }),
    ...memberMisfits({ asOf: landscape.asOf }, difference.asOf, { kind: 'asOf', id: landscape.organisation.id }),
    ...difference.items.flatMap((item) => itemMisfits(maps[item.kind].get(item.id), item)),
  ];
}

function withMembers<T extends object>(target: T, changes: readonly MemberChange[]): T {
  const next: Record<string, unknown> = { ...(target as Plain) };
  for (const change of changes) {
    if ('after' in change) next[change.member] = change.after;
    else delete next[change.member];
  }
  return next as T;
}

/**
 * @param difference one that fits (`misfits` is empty). Items that were there keep their place; added ones follow.
 *
 * A difference made against another landscape can leave references to nothing: read the result again
 * (`readLandscape(landscapeDocument(…))`) before it is kept.
 */
export function apply(landscape: Landscape, difference: Difference): Landscape {
  const maps = itemMaps(landscape);
  for (const item of difference.items) {
    const map = maps[item.kind];
    if (item.change === 'removed') map.delete(item.id);
    else if (item.change === 'added') map.set(item.id, item.item);
    else map.set(item.id, withMembers(map.get(item.id) as Item, item.members));
  }
  const lists = Object.fromEntries(itemKinds.map((kind) => [kind, [...maps[kind].values()]]));
  const organisation = withMembers(landscape.organisation, difference.organisation);
  return withMembers({ ...landscape, ...lists, organisation } as Landscape, difference.asOf);
}
