/** The frameworks, shared questions and moves of the library, as the core reads them. Built once per loaded folder. */
import type { Framework, Matter } from '../../core/frameworks/framework.ts';
import { checkMoves, type Move } from '../../core/frameworks/move.ts';
import { checkFramework, type FrameworkEntry, frameworkOf } from '../../core/frameworks/read.ts';
import { ruleOf } from '../../core/frameworks/rules.ts';
import type { Entry, Knowledge } from '../../platform/knowledge/knowledge.ts';
import { entriesOf, libraryOf, wordOf } from '../library/public.ts';

type Dated = { readonly id: string; readonly date: string; readonly kind: string };
export type Shown = { readonly edition: string; readonly nature: 'law' | 'framework'; readonly ground: string; readonly status: string; readonly confidence: string; readonly lastVerified: string; readonly dates: readonly Dated[]; readonly sources: readonly { readonly title: string; readonly url?: string }[]; readonly criteria: readonly { readonly id: string; readonly law: readonly { readonly law: string; readonly article?: string }[] }[] };
export type MoveTable = { readonly id: string; readonly from: string; readonly to: string; readonly moves: readonly Move[] };
export type FrameworkLibrary = {
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly shown: ReadonlyMap<string, Shown>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly moves: readonly MoveTable[];
};

const built = new WeakMap<object, FrameworkLibrary>();

export function frameworksOf(knowledge: Knowledge): FrameworkLibrary {
  const before = built.get(knowledge);
  if (before) return before;
  const entries = entriesOf(knowledge, 'frameworks');
  const made: FrameworkLibrary = {
    frameworks: new Map(entries.map((entry) => [entry.id, frameworkOf(entry as unknown as FrameworkEntry)])),
    shown: new Map(entries.map((entry) => [entry.id, entry as unknown as Shown])),
    matters: new Map(entriesOf<Entry & Matter>(knowledge, 'matters').map(({ id, about, rule }) => [id, { id, about, ...(rule && { rule }) }])),
    moves: entriesOf<Entry & MoveTable>(knowledge, 'moves'),
  };
  built.set(knowledge, made);
  return made;
}

const frameworkFaults = (knowledge: Knowledge, { frameworks, matters }: FrameworkLibrary): readonly string[] =>
  [...frameworks.values()].flatMap((framework) => [
    ...checkFramework(framework),
    ...framework.criteria.filter(({ id, covers }) => covers !== 'whole' && wordOf(knowledge, 'en', 'frameworks', framework.id, `criteria.${id}.question`) === undefined).map(({ id }) => `${id}: is asked, without a question`),
    ...framework.criteria.flatMap(({ id, reads, when }) => [...reads, ...when].filter((read) => read.kind === 'matter' && framework.about === 'organisation' && matters.get(read.id)?.about === 'provider').map((read) => `${id}: ${read.id} is about a provider, the framework about the organisation`)),
  ].map((what) => `frameworks/${framework.id}: ${what}`));

const factFaults = (knowledge: Knowledge, { frameworks }: FrameworkLibrary): readonly string[] => {
  const domains = new Map(libraryOf(knowledge).facts.map(({ id, domain }) => [id, domain]));
  const isValue = (fact: string, value: string): boolean => {
    const domain = domains.get(fact);
    return domain?.kind === 'values' && domain.values.includes(value);
  };
  return [...frameworks.values()].flatMap(({ id: framework, criteria }) =>
    criteria.flatMap(({ id, reads }) => reads.flatMap((read) => (read.is ?? []).filter((value) => !isValue(read.id, value)).map((value) => `frameworks/${framework}: ${id}: ${read.id} is never ${value}`))));
};

const moveFaults = ({ frameworks, moves }: FrameworkLibrary): readonly string[] =>
  moves.flatMap((table) => {
    const [from, to] = [frameworks.get(table.from), frameworks.get(table.to)];
    return from && to ? checkMoves(from, to, table.moves).map((what) => `moves/${table.id}: ${what}`) : [];
  });

const unmoved = ({ frameworks, moves }: FrameworkLibrary): readonly string[] =>
  [...frameworks.values()].filter(({ id, replaces }) => replaces !== undefined && !moves.some(({ from, to }) => from === replaces && to === id)).map(({ id, replaces }) => `frameworks/${id}: replaces ${replaces}, and nobody says how answers move along`);

type Edition = Entry & { readonly date: string; readonly changes: readonly { readonly what: string; readonly kind: 'added' | 'changed' | 'retired' }[] };
/** Newest first. */
export const editionsOf = (knowledge: Knowledge): readonly Edition[] => entriesOf<Edition>(knowledge, 'editions').toReversed();

const editionFaults = (knowledge: Knowledge): readonly string[] => {
  const [known, gone] = [new Set(Object.entries(knowledge.entries).flatMap(([kind, all]) => all.map(({ id }) => `${kind}/${id}`))), new Set(entriesOf(knowledge, 'retired').map(({ id }) => id))];
  return editionsOf(knowledge).flatMap(({ id, changes }) => changes.filter(({ what, kind }) => !(kind === 'retired' ? gone : known).has(what) && !gone.has(what)).map(({ what }) => `editions/${id}: there is no ${what}`));
};

/** What no schema sees: `<kind>/<id>: <what>`. */
export function faultsInFrameworks(knowledge: Knowledge): readonly string[] {
  const library = frameworksOf(knowledge);
  const rules = [...library.matters.values()].filter(({ rule }) => rule !== undefined && ruleOf(rule) === undefined).map(({ id, rule }) => `matters/${id}: there is no rule ${rule}`);
  return [...frameworkFaults(knowledge, library), ...factFaults(knowledge, library), ...moveFaults(library), ...unmoved(library), ...rules, ...editionFaults(knowledge)];
}
