/**
 * The worked example of another instrument, the Cloud Sovereignty Index, scored by our engine. Where ours comes to
 * something else, the test says why: a difference that nobody can explain fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Criterion, Framework } from '../../src/core/frameworks/framework.ts';
import { standing, type Standing } from '../../src/core/frameworks/standing.ts';
import type { Answer } from '../../src/core/frameworks/step.ts';

type Given = { readonly tier: 'single' | 'ladder'; readonly value: 'yes' | 'no'; readonly tier_claimed?: string };
type Candidate = { readonly name: string; readonly expectations: { readonly resolved_tier: string; readonly quadrant: string; readonly rungs_unlocked: boolean }; readonly answers: Readonly<Record<string, Given>> };
const { candidates } = JSON.parse(readFileSync(join(import.meta.dirname, 'sample/lmic-worked-example.json'), 'utf8')) as { candidates: readonly Candidate[] };

/** Weights of the framework's first edition; what that instrument adds (SOV-9) weighs nothing there. */
const weights: Readonly<Record<string, number>> = { 'SOV-1': 15, 'SOV-2': 10, 'SOV-4': 15, 'SOV-5': 20, 'SOV-6': 15, 'SOV-9': 0 };
/** Their points per tier, worst first. */
const ladders: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'SOV-1-12-LMIC': [['lt30', 0], ['b30_50', 5], ['b50_75', 7], ['gt75', 10]],
  'SOV-5-08-LMIC': [['C', 2], ['B', 7], ['A', 10]],
};
const pointsOf = (id: string): number => ladders[id]?.at(-1)?.[1] ?? (id.includes('-EV') ? 3 : 5);
const ids = [...new Set(candidates.flatMap(({ answers }) => Object.keys(answers)))].sort();

/** None of these questions gates a level in that instrument: they never lower it. */
const criterion = (id: string): Criterion => ({ id, group: id.slice(0, 5), levels: (ladders[id] ?? [0, 1]).map(() => 4), points: pointsOf(id), covers: 'part', when: [], reads: id === 'SOV-5-08-LMIC' ? tierB : [] });
/** A claim of tier B needs evidence of portability (EV2) and of an exercised rebuild (EV3). */
const tierB: Criterion['reads'] = [
  { kind: 'matter', id: 'SOV-5-08-EV2', yes: { lowest: 0, highest: 2 }, no: { lowest: 0, highest: 0 } },
  { kind: 'matter', id: 'SOV-5-08-EV3', yes: { lowest: 0, highest: 2 }, no: { lowest: 0, highest: 0 } },
];
const framework: Framework = { id: 'sample', family: 'sample', about: 'provider', scale: 'levels', groups: Object.entries(weights).map(([id, weight]) => ({ id, weight })), criteria: ids.map(criterion) };

const answerOf = ({ answers }: Candidate) => (id: string): Answer | undefined => {
  const given = answers[id];
  if (given === undefined) return undefined;
  if (given.tier === 'single') return { kind: 'step', step: given.value === 'yes' ? 1 : 0 };
  return { kind: 'step', step: ladders[id]?.findIndex(([tier]) => tier === given.tier_claimed) ?? 0 };
};
const score = (candidate: Candidate): Standing =>
  standing(framework, ({ id }) => ({ said: candidate.answers[id]?.value ?? 'unknown', from: [] }), answerOf(candidate));

const [a, b, c] = candidates.map((candidate) => ({ candidate, found: score(candidate) }));
const group = ({ found }: { readonly found: Standing } = expect.fail(), id: string) => found.groups.find((one) => one.id === id)?.score;
const tierOf = ({ found }: { readonly found: Standing } = expect.fail()) => found.criteria.find(({ id }) => id === 'SOV-5-08-LMIC');

describe('the worked example of the Cloud Sovereignty Index', () => {
  it('has the same objectives at nought and at full', () => {
    expect(group(a, 'SOV-2')).toEqual({ lower: 0, upper: 0 });
    expect(group(a, 'SOV-4')).toEqual({ lower: 100, upper: 100 });
    expect(group(b, 'SOV-6')).toEqual({ lower: 100, upper: 100 });
    // One of six questions of 5 points.
    expect(group(a, 'SOV-6')?.lower).toBeCloseTo(100 / 6, 9);
    expect(group(c, 'SOV-6')?.lower).toBeCloseTo(500 / 6, 9);
    expect(group(c, 'SOV-9')).toEqual({ lower: 20, upper: 20 });
  });

  it('puts B before C before A, as that instrument does', () => {
    const scores = [b, c, a].map((one) => one?.found.score?.lower ?? 0);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('resolves a claimed tier only as far as the evidence goes', () => {
    expect(a?.candidate.expectations.resolved_tier).toBe('C');
    expect(tierOf(a)).toMatchObject({ contradicted: true, span: { lowest: 0, highest: 0 } });
    expect(b?.candidate.expectations.resolved_tier).toBe('B');
    expect(tierOf(b)).toMatchObject({ contradicted: false, span: { lowest: 1, highest: 1 } });
  });
});

describe('where ours differs, and why', () => {
  it('what nobody answered is unknown, not a no: C’s claim of B stands until its rebuild is denied', () => {
    expect(c?.candidate.expectations.resolved_tier).toBe('C');
    expect(c?.candidate.answers['SOV-5-08-EV3']).toBeUndefined();
    expect(tierOf(c)).toMatchObject({ span: { lowest: 1, highest: 1 } });
    // Said aloud, it falls as it does there.
    const denied = { ...c!.candidate, answers: { ...c!.candidate.answers, 'SOV-5-08-EV3': { tier: 'single', value: 'no' } as const } };
    expect(score(denied).criteria.find(({ id }) => id === 'SOV-5-08-LMIC')?.span).toEqual({ lowest: 0, highest: 0 });
  });

  it('steps rise evenly here (the Commission’s calculator does so); theirs are 0, 5, 7, 10', () => {
    // Of A: 12 at its second tier only. Theirs: 5 of 20 points. Ours: a third of 10, of 20.
    expect(group(a, 'SOV-1')?.lower).toBeCloseTo((100 * (10 / 3)) / 20, 9);
    expect(group(b, 'SOV-1')?.lower).toBeCloseTo((100 * (5 + 5 + 20 / 3)) / 20, 9);
  });

  it('C never says whether its rebuild was exercised: its score is a range, theirs one figure', () => {
    expect(group(c, 'SOV-5')).not.toEqual({ lower: group(c, 'SOV-5')?.upper, upper: group(c, 'SOV-5')?.upper });
  });

  it('quadrants and unlocked rungs are that instrument’s own reading; levels, which these questions never lower, stay at the top', () => {
    expect(candidates.map(({ expectations }) => expectations.quadrant)).toEqual(['assured_but_dependent', 'sovereign_and_supported', 'autonomous_but_fragile']);
    expect([a, b, c].map((one) => one?.found.level)).toEqual(Array.from({ length: 3 }, () => ({ lower: 4, upper: 4 })));
  });
});
