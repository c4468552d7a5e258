/** A difference in words: what is new, changed or gone, and which members of it. */
import type { Difference, ItemChange, MemberChange } from '../../../core/landscape/difference.ts';
import { type ItemKind, itemKinds, type Landscape } from '../../../core/landscape/document.ts';
import type { Locale } from '../../../platform/words.ts';
import { itemNames } from '../contract-name.ts';
import { words } from '../words.ts';

export type Described = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly title: string;
  readonly about: string;
  readonly changes: readonly { readonly field: string; readonly before?: string; readonly after?: string }[];
};

/** Nested members by dotted name, as they read in the document. */
function flat(value: unknown, name = ''): [string, string][] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return [[name, value.map((item) => (typeof item === 'object' ? flat(item).map(([key, text]) => `${key}: ${text}`).join(', ') : String(item))).join(' · ')]];
  if (typeof value !== 'object' || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, member]) => flat(member, name === '' ? key : `${name}.${key}`));
}

const labelOf = (name: string, locale: Locale): string => {
  const { field } = words(locale);
  return name in field ? field[name as keyof typeof field].label : name.replace(/^layers\.(\d)/, (_, layer) => words(locale).layer(Number(layer)));
};

/** A member that holds others (layers, recovery) is told by what differs inside it. */
function changesOf(members: readonly MemberChange[], locale: Locale): Described['changes'] {
  return members.flatMap(({ member, before, after }) => {
    const [old, now] = [new Map(flat(before, member)), new Map(flat(after, member))];
    return [...new Set([...old.keys(), ...now.keys()])]
      .filter((name) => old.get(name) !== now.get(name))
      .map((name) => ({ field: labelOf(name, locale), ...(old.has(name) ? { before: old.get(name) as string } : {}), ...(now.has(name) ? { after: now.get(name) as string } : {}) }));
  });
}

type Names = { readonly nameOf: ReturnType<typeof itemNames>; readonly named: (kind: ItemKind, id: string) => string };

function describeItem(item: ItemChange, { nameOf, named }: Names, locale: Locale): Described {
  const about = words(locale).kinds[item.kind].one;
  if (item.change !== 'changed') return { kind: item.change, title: nameOf(item.item), about, changes: [] };
  return { kind: 'changed', title: named(item.kind, item.id), about, changes: changesOf(item.members, locale) };
}

/** @param landscape where the names of changed things are looked up; before or after the change. */
export function describeDifference({ organisation, items }: Difference, landscape: Landscape, locale: Locale): Described[] {
  const nameOf = itemNames(landscape);
  const names = new Map(itemKinds.flatMap((kind) => landscape[kind].map((item) => [`${kind}/${item.id}`, nameOf(item)] as const)));
  const own = organisation.length === 0 ? [] : [{ kind: 'changed' as const, title: landscape.organisation.name, about: words(locale).organisation, changes: changesOf(organisation, locale) }];
  return [...own, ...items.map((item) => describeItem(item, { nameOf, named: (kind, id) => names.get(`${kind}/${id}`) ?? id }, locale))];
}

export const countOf = (described: readonly Described[], kind: Described['kind']): number => described.filter((one) => one.kind === kind).length;
