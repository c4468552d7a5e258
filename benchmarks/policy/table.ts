/** The 40-row table over 13 facts of engine.md §5 and its cases, all drawn from one seed. */
import type { FactDefinition } from '../../src/core/library/library.ts';
import { defaultOutcomes, type Condition, type Policy, type Rule } from '../../src/core/policy/policy.ts';

export const seed = 20261101;

export const domains: Readonly<Record<string, readonly string[]>> = {
  accessLogging: ['yes', 'no'],
  classification: ['none', 'regular', 'sensitive', 'critical'],
  criticality: ['none', 'normal', 'important', 'essential'],
  cutOff: ['none', 'exposed'],
  dataLocation: ['home', 'eea', 'outside'],
  delivery: ['on-premises', 'hosted', 'iaas', 'paas', 'saas'],
  deployment: ['own', 'private', 'community', 'public'],
  disclosure: ['none', 'mitigated', 'exposed'],
  exitPlan: ['tested', 'declared', 'none'],
  identityControl: ['own', 'provider'],
  keyControl: ['own', 'provider'],
  openStandards: ['yes', 'no'],
  personalData: ['none', 'ordinary', 'special', 'criminal'],
};

export const definitions: readonly FactDefinition[] = Object.entries(domains).map(([id, values]) => ({
  id,
  domain: { kind: 'values', values },
  changeable: true,
}));

/** Numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export const randomFrom = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Random = () => number;
const below = (random: Random, end: number): number => Math.floor(random() * end);
const shuffled = <T>(random: Random, items: readonly T[]): readonly T[] =>
  items.map((item) => ({ item, at: random() })).sort((a, b) => a.at - b.at).map(({ item }) => item);

/** One value, a few, or all but one. */
const condition = (random: Random, values: readonly string[]): Condition => {
  const kind = random();
  const mixed = shuffled(random, values);
  if (kind < 0.5 || values.length === 2) return mixed[0]!;
  return kind < 0.8 ? mixed.slice(0, 2) : { not: mixed[0]! };
};

/** Nine rows in ten speak of the classification, as written policies do; the other facts are drawn evenly. */
const row = (random: Random, at: number, then: string, conditions: number): Rule => {
  const others = shuffled(random, Object.keys(domains).filter((fact) => fact !== 'classification'));
  const read = random() < 0.9 ? ['classification', ...others].slice(0, conditions) : others.slice(0, conditions);
  return { id: `r${at + 1}`, when: Object.fromEntries(read.map((fact) => [fact, condition(random, domains[fact]!)])), then };
};

/** 14 specific prohibitions, 14 conditional rows from broad to specific, 12 broad permissions. */
export const table = (random: Random): Policy => {
  const shape = [
    ...Array.from({ length: 14 }, () => ['forbidden', 3 + below(random, 3)] as const),
    ...Array.from({ length: 14 }, () => ['conditional', 2 + below(random, 3)] as const),
    ...Array.from({ length: 12 }, () => ['permitted', 1 + below(random, 3)] as const),
  ];
  const rules = shuffled(random, shape).map(([then, conditions], at) => row(random, at, then, conditions));
  return { id: 'benchmark', name: { nl: 'Meting', en: 'Benchmark' }, outcomes: defaultOutcomes, rules };
};

/** One value index per fact, in the order of `domains` (which is by id). */
export const cases = (random: Random, count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, () => Uint8Array.from(Object.values(domains), (values) => below(random, values.length)));

export const named = (one: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(domains).map(([fact, values], at) => [fact, values[one[at]!]!]));

/** `count` different facts out of all, by index. */
export const someFacts = (random: Random, count: number): readonly number[] => shuffled(random, [...Object.keys(domains).keys()]).slice(0, count);
