/**
 * How well two people fit for a kind of buddy, and what keeps them apart (engine.md §10). Nothing of anybody is a score
 * of that person: a fit is between two, for this programme, in terms that both can read.
 */
import { byCodePoint } from '../order.ts';
import type { Pair, Problem } from './problem.ts';

export const twoSidedKinds = ['mentor', 'coach', 'two-way'] as const;
export const oneSidedKinds = ['cultural', 'career', 'generation'] as const;
export const buddyKinds = [...twoSidedKinds, ...oneSidedKinds] as const;
export type BuddyKind = (typeof buddyKinds)[number];
export const isTwoSided = (kind: BuddyKind): boolean => (twoSidedKinds as readonly string[]).includes(kind);

/** What somebody says of themselves, for this. */
export type Trait = { readonly value: string; /** Whether it may be used here. Without it it counts for nothing. */ readonly use: boolean };
export type Someone = {
  readonly id: string;
  /** In kinds with two sides: on which. In the others nobody has one. */
  readonly side?: 'seeks' | 'offers';
  readonly seeks: readonly string[];
  readonly offers: readonly string[];
  readonly languages: readonly string[];
  /** Whole hours of the day, in one time zone for all. */
  readonly hours?: { readonly from: number; readonly to: number };
  readonly place?: string;
  /** Where they see themselves in their career. Never from a birth date. */
  readonly phase?: string;
  readonly traits: Readonly<Record<string, Trait>>;
  readonly manager?: string;
  /** Whose position they assess or decide on. */
  readonly assesses: readonly string[];
  /** Private; no reason is asked. */
  readonly avoids: readonly string[];
  readonly past: readonly string[];
  readonly capacity: number;
};

export const terms = ['topics', 'traits', 'place'] as const;
export type Term = (typeof terms)[number];
/** How much each term counts; not all may be 0. */
export type Weights = Readonly<Record<Term, number>>;

/** `avoided` and `past` look alike to everybody but who looks after the programme: that somebody is avoided is private. */
export type Apart = 'self' | 'side' | 'reporting-line' | 'assesses' | 'avoided' | 'past' | 'language' | 'hours' | 'phase';

const hoursTogether = 2;

/** Everybody above, in order; ends at a circle, which a reader refuses. */
function above(someone: Someone, people: ReadonlyMap<string, Someone>): string[] {
  const line: string[] = [];
  for (let at = someone.manager; at !== undefined && !line.includes(at); at = people.get(at)?.manager) line.push(at);
  return line;
}

/** Either way: one above the other. In two-way mentoring board and staff meet, so only the direct manager is out. */
function isInLine(a: Someone, b: Someone, kind: BuddyKind, people: ReadonlyMap<string, Someone>): boolean {
  if (kind === 'two-way') return a.manager === b.id || b.manager === a.id;
  return above(a, people).includes(b.id) || above(b, people).includes(a.id);
}

const shared = (some: readonly string[], others: readonly string[]): string[] => some.filter((one) => others.includes(one));

/** Which hard rule keeps them apart; null when none does. `a` seeks and `b` offers, where there are sides. */
export function apart(a: Someone, b: Someone, kind: BuddyKind, people: ReadonlyMap<string, Someone>): Apart | null {
  if (a.id === b.id) return 'self';
  if (isTwoSided(kind) && (a.side !== 'seeks' || b.side !== 'offers')) return 'side';
  if (isInLine(a, b, kind, people)) return 'reporting-line';
  if (a.assesses.includes(b.id) || b.assesses.includes(a.id)) return 'assesses';
  if (a.avoids.includes(b.id) || b.avoids.includes(a.id)) return 'avoided';
  if (a.past.includes(b.id) || b.past.includes(a.id)) return 'past';
  if (shared(a.languages, b.languages).length === 0) return 'language';
  if (a.hours && b.hours && Math.min(a.hours.to, b.hours.to) - Math.max(a.hours.from, b.hours.from) < hoursTogether) return 'hours';
  return kind === 'generation' && (a.phase === undefined || b.phase === undefined || a.phase === b.phase) ? 'phase' : null;
}

export type Fit = { readonly score: number; readonly why: readonly { readonly term: Term; readonly what: readonly string[] }[] };

/** How much of what one seeks the other offers. */
const met = (seeks: readonly string[], offers: readonly string[]): number => (seeks.length === 0 ? 0 : shared(seeks, offers).length / seeks.length);

/** With two agendas the lower counts: a pair that gives one side nothing is none. */
function topics(a: Someone, b: Someone, kind: BuddyKind): { readonly fit: number; readonly what: readonly string[] } {
  const [there, back] = [shared(a.seeks, b.offers), shared(b.seeks, a.offers)];
  const oneWay = isTwoSided(kind) && kind !== 'two-way';
  return { fit: oneWay ? met(a.seeks, b.offers) : Math.min(met(a.seeks, b.offers), met(b.seeks, a.offers)), what: [...new Set(oneWay ? there : [...there, ...back])].toSorted(byCodePoint) };
}

/** INVARIANT: a trait that one of the two did not let be used changes nothing. */
const sameTraits = (a: Someone, b: Someone): string[] =>
  Object.keys(a.traits).filter((name) => a.traits[name]?.use && b.traits[name]?.use && a.traits[name].value === b.traits[name].value).toSorted(byCodePoint);

export function fit(a: Someone, b: Someone, kind: BuddyKind, weights: Weights): Fit {
  const about = topics(a, b, kind);
  const alike = sameTraits(a, b);
  const elsewhere = a.place !== undefined && b.place !== undefined && a.place !== b.place;
  const fits = { topics: about.fit, traits: alike.length > 0 ? 1 : 0, place: elsewhere ? 1 : 0 };
  const all = terms.reduce((sum, term) => sum + weights[term], 0);
  // Six decimals: what a person can tell apart, and exact in sums.
  const score = Math.round((terms.reduce((sum, term) => sum + weights[term] * fits[term], 0) / all) * 1e6) / 1e6;
  const what = { topics: about.what, traits: alike, place: elsewhere ? [a.place ?? '', b.place ?? ''] : [] };
  return { score, why: terms.flatMap((term) => (fits[term] > 0 && weights[term] > 0 ? [{ term, what: what[term] }] : [])) };
}

/** Of more the candidates alone, as many as their square, take too long to go through. */
export const peopleAtMost = 2000;

/** Everybody who could be paired, of `peopleAtMost`. In a circle each pair once, the lower id first. */
export function problemOf(people: readonly Someone[], kind: BuddyKind, weights: Weights): { readonly problem: Problem; readonly fitOf: (pair: Pair) => Fit } {
  const known = new Map(people.map((one) => [one.id, one]));
  const sorted = people.toSorted((one, other) => byCodePoint(one.id, other.id));
  const candidates = isTwoSided(kind) ? sorted.flatMap((a) => sorted.map((b) => [a, b] as const)) : sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => [a, b] as const));
  const pairs = candidates.flatMap(([a, b]) => (apart(a, b, kind, known) === null ? [{ a: a.id, b: b.id, score: fit(a, b, kind, weights).score }] : []));
  return { problem: { pairs, capacity: new Map(people.map(({ id, capacity }) => [id, capacity])) }, fitOf: ({ a, b }) => fit(known.get(a)!, known.get(b)!, kind, weights) };
}
