/** What a landscape offers to take away: lists to choose from, or, where they would be too long, a search. */
import { everyTarget } from '../../core/continuity/alone.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import type { CountryCode, Id } from '../../core/landscape/document.ts';
import { byName, isFound } from './list.ts';

export type Choice = { readonly id: Id; readonly name: string };
export type Found = { readonly removal: string; readonly name: string; readonly kind: 'group' | 'system' };
export type Offer = {
  /** Empty where there are too many: then they are searched. */
  readonly providers: readonly Choice[];
  readonly systems: readonly Choice[];
  readonly isSearched: boolean;
  /** That reach a provider, or in which something lies. */
  readonly countries: readonly CountryCode[];
  /** What a search by name found, and how much more there is. */
  readonly found: { readonly items: readonly Found[]; readonly left: number } | null;
};

/** A longer list nobody reads, and it would make the page heavy. */
const inListAtMost = 250;
const foundAtMost = 20;

const choices = (items: readonly Choice[]): Choice[] => items.map(({ id, name }) => ({ id, name })).sort((a, b) => byName(a.name, b.name));

function search({ landscape }: Setting, asked: string): NonNullable<Offer['found']> {
  const among = (items: readonly Choice[], kind: Found['kind']): Found[] =>
    items.filter(({ id, name }) => isFound(asked, name, id)).map(({ id, name }) => ({ removal: `${kind}:${id}`, name, kind }));
  const all = [...among(landscape.providers, 'group'), ...among(landscape.systems, 'system')].sort((a, b) => byName(a.name, b.name));
  return { items: all.slice(0, foundAtMost), left: Math.max(0, all.length - foundAtMost) };
}

export function whatCanFall(setting: Setting, find: string | undefined): Offer {
  const { providers, systems } = setting.landscape;
  const isSearched = providers.length > inListAtMost || systems.length > inListAtMost;
  return {
    providers: isSearched ? [] : choices(providers),
    systems: isSearched ? [] : choices(systems),
    isSearched,
    countries: everyTarget(setting, 'countries').toSorted(),
    found: find === undefined ? null : search(setting, find),
  };
}
