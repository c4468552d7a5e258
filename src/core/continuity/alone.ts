/** Letting things fall away one at a time, without telling each scenario anew (engine.md §7, blast radius). */
import type { CountryCode, Id, System } from '../landscape/document.ts';
import { fail, longestFirst, nothingFailed, recover, type Failure, type Hit } from './failure.ts';
import { ownHours, type Figure } from './recovery.ts';
import { placesOf, type NumberedPlace, type Setting } from './setting.ts';

/** What the document `simulation/1` can rank. */
export const rankables = ['providers', 'countries'] as const;
export type Rankable = (typeof rankables)[number];

/** What can fall away alone. `groups`: a provider with all it controls, where nobody outside the group controls it. */
export const targets = [...rankables, 'groups', 'systems'] as const;
export type Target = (typeof targets)[number];

/** `failure` is undone after the visit: take from it what is needed. */
export type Visit = (id: Id | CountryCode, failure: Failure) => void;

/** Every target of a kind, those that hit nothing too, in no particular order. */
export const eachAlone = (setting: Setting, of: Target, figure: Figure, visit: Visit): void => {
  const { dependencies } = setting;
  const failure = nothingFailed(dependencies);
  for (const [id, hits] of hitsByTarget(setting, of, figure)) {
    fail(dependencies, failure, hits);
    visit(id, failure);
    recover(dependencies, failure);
  }
};

/** For every target the systems it hits, longest first as `fail` asks: the systems are visited in that order. */
const hitsByTarget = (setting: Setting, of: Target, figure: Figure): ReadonlyMap<Id, readonly Hit[]> => {
  const { systems } = setting.dependencies;
  const hitAlone = new Map<Id, Hit[]>(everyTarget(setting, of).map((id) => [id, []]));
  const hits = systems.map((stated, system): Hit => ({ system, hours: ownHours(stated, figure) })).sort(longestFirst);
  const touching = targetsTouching(setting, of);
  for (const hit of hits) {
    const stated = systems[hit.system];
    if (stated) for (const id of touching(stated)) hitAlone.get(id)?.push(hit);
  }
  return hitAlone;
};

/** The targets of which the loss hits a system, each once. */
export const targetsTouching = (setting: Setting, of: Target): ((system: System) => Iterable<Id>) => {
  if (of === 'systems') return ({ id }) => [id];
  const targetsAt = targetsOf(setting, of);
  return (system) => new Set(placesOf(setting, system).flatMap((place) => targetsAt(place)));
};

/** All providers, all groups, all systems; or every country that reaches a provider, or in which something is located. */
export const everyTarget = (setting: Setting, of: Target): readonly Id[] => {
  if (of === 'systems') return setting.dependencies.systems.map(({ id }) => id);
  if (of === 'providers') return [...setting.ownership.providers.keys()];
  if (of === 'groups') return [...setting.ownership.providers.keys()].filter((id) => isOnTop(setting, id));
  const reaching = [...setting.reaches.values()].flatMap((all) => all.map(({ country }) => country));
  const located = setting.dependencies.systems.flatMap((system) => placesOf(setting, system).flatMap(({ country }) => country ?? []));
  return [...new Set([...reaching, ...located])];
};

/** Whoever controls it is controlled by it: companies may hold each other in a ring. */
const isOnTop = ({ controllers }: Setting, id: Id): boolean =>
  (controllers.get(id) ?? []).every((controller) => controllers.get(controller)?.includes(id));

/** The targets of one kind that take a place with them. */
const targetsOf = (setting: Setting, of: Exclude<Target, 'systems'>): ((place: NumberedPlace) => readonly Id[]) => {
  if (of === 'countries') return (place) => countriesAt(setting, place);
  if (of === 'groups') return (place) => providersAt(setting, place).flatMap((id) => [id, ...(setting.controllers.get(id) ?? [])]);
  return (place) => providersAt(setting, place);
};

const providersAt = ({ operatorsOf }: Setting, { operator, layer }: NumberedPlace): readonly Id[] =>
  operator === undefined ? [] : operatorsOf(operator, layer).map(({ operator: id }) => id);

const countriesAt = (setting: Setting, place: NumberedPlace): readonly CountryCode[] => [
  ...(place.country === undefined ? [] : [place.country]),
  ...providersAt(setting, place).flatMap((id) => setting.reaches.get(id) ?? []).map(({ country }) => country),
];
