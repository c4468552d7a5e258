/** The provider in the middle, its owners above it, its sub-processors below it. */
import { z } from 'zod';
import { uncovered } from '../../core/control/stakes.ts';
import type { Setting } from '../../core/continuity/setting.ts';
import type { Id, SubProcessor } from '../../core/landscape/document.ts';
import { named } from './shapes.ts';

const node = z.strictObject({ ...named.shape, country: z.string(), establishedIn: z.array(z.string()) });
const ownerEdge = z.strictObject({ owner: z.string(), owned: z.string(), share: z.number(), control: z.boolean() });
/** `layers` is empty where the sub-processor works on every layer. */
const workEdge = z.strictObject({ provider: z.string(), subprocessor: z.string(), layers: z.array(z.number()) });
/** A part of an entity with recorded owners that none of them holds. Where no owner is recorded at all, the entity is the top we know. */
const unknownEdge = z.strictObject({ owned: z.string(), share: z.number() });
export const graphShape = z.strictObject({ nodes: z.array(node), owners: z.array(ownerEdge), unknownOwners: z.array(unknownEdge), subprocessors: z.array(workEdge), /** Entities further away that are not in it. */ leftOut: z.number() });
export type ProviderGraph = z.output<typeof graphShape>;

/** As many as somebody can look at; the nearest ones. */
const mostNodes = 40;

/** Everything that `next` leads to, nearest first, the start itself included. */
function spread(start: Id, next: (id: Id) => readonly Id[]): Id[] {
  const found = new Set([start]);
  // A Set also visits what is added meanwhile: it is its own worklist.
  for (const id of found) for (const each of next(id)) found.add(each);
  return [...found];
}

const layersOf = ({ layers }: SubProcessor): number[] => [...(layers ?? [])];

/** All that work for the provider, directly or for another that does, nearest first; not the provider itself. */
export const subprocessorsOf = ({ ownership }: Setting, id: Id): readonly Id[] =>
  spread(id, (one) => (ownership.providers.get(one)?.subprocessors ?? []).map(({ provider }) => provider)).slice(1);

export function graphOf(setting: Setting, id: Id): ProviderGraph {
  const { ownership } = setting;
  const holdersOf = (one: Id) => ownership.holdersOf.get(one) ?? [];
  const calledBy = (one: Id) => ownership.providers.get(one)?.subprocessors ?? [];
  const above = spread(id, (one) => holdersOf(one).map(({ owner }) => owner));
  const below = spread(id, (one) => calledBy(one).map(({ provider }) => provider));
  const all = [...new Set([...above.slice(0, mostNodes / 2), ...below.slice(0, mostNodes / 2)])];
  const shown = new Set(all);
  const partlyOwned = above.filter((one) => shown.has(one) && holdersOf(one).length > 0);
  const total = new Set([...above, ...below]).size;
  return {
    nodes: all.flatMap((one) => ownership.providers.get(one) ?? []).map(({ id: own, name, country, establishedIn }) => ({ id: own, name, country, establishedIn: [...(establishedIn ?? [])] })),
    owners: above.filter((one) => shown.has(one)).flatMap((owned) => holdersOf(owned).filter(({ owner }) => shown.has(owner)).map(({ owner, share, control }) => ({ owner, owned, share, control }))),
    unknownOwners: partlyOwned.map((owned) => ({ owned, share: uncovered(ownership, owned) })).filter(({ share }) => share > 0),
    subprocessors: below.filter((one) => shown.has(one)).flatMap((provider) => calledBy(provider).filter((each) => shown.has(each.provider)).map((each) => ({ provider, subprocessor: each.provider, layers: layersOf(each) }))),
    leftOut: total - shown.size,
  };
}
