/** Frameworks of the library, worked out by hand on small landscapes. */
import { describe, expect, it } from 'vitest';
import { frameworksOf } from '../../src/capabilities/frameworks/library.ts';
import { hearing, type MatterAnswerOf } from '../../src/core/frameworks/hear.ts';
import { moveAnswers } from '../../src/core/frameworks/move.ts';
import { standing, wholeOf, type AnswerOf } from '../../src/core/frameworks/standing.ts';
import type { Answer } from '../../src/core/frameworks/step.ts';
import type { Landscape, Provider } from '../../src/core/landscape/document.ts';
import { survey } from '../../src/core/survey.ts';
import { knowledge, library } from './read.ts';

const { frameworks, matters, moves } = frameworksOf(knowledge);
const get = (id: string) => frameworks.get(id) ?? expect.fail(id);
const eu = new Set((knowledge.entries['countries'] ?? []).filter((one) => one['eu'] === true).map(({ id }) => id));

const empty: Landscape = { organisation: { id: 'o', name: 'O', country: 'NL' }, asOf: '2026-11-27', providers: [], datasets: [], systems: [], services: [], contracts: [], evidence: [] };
const nobody: MatterAnswerOf = () => undefined;
const hearIn = (landscape: Partial<Landscape>, answerOf: MatterAnswerOf = nobody) =>
  hearing({ survey: survey({ ...empty, ...landscape }, library, 'wide'), matters, answerOf, isInUnion: (country) => eu.has(country), reachFar: new Set(library.instruments.filter(({ extraterritorial }) => extraterritorial).map(({ country }) => country)) });
const provider = (id: string, country: string, owners: Provider['owners'] = []): Provider => ({ id, name: id, country, owners });
const noAnswer: AnswerOf = () => undefined;
const stepsIn = (framework: string, id: string) => get(framework).criteria.find((one) => one.id === id)?.levels.length ?? 0;
const every = (framework: string, step: (steps: number) => number): AnswerOf => (id): Answer => ({ kind: 'step', step: step(stepsIn(framework, id)) });
const silent = () => ({ said: 'unknown', from: [] }) as const;

describe('the EU Cloud Sovereignty Framework', () => {
  it('at the best steps: level 4, 100 points; at the worst: level 0, none', () => {
    const framework = get('eu-csf-2026');
    expect(standing(framework, silent, every('eu-csf-2026', (steps) => steps - 1))).toMatchObject({ level: { lower: 4, upper: 4 }, score: { lower: 100, upper: 100 }, holdsBack: [] });
    expect(standing(framework, silent, every('eu-csf-2026', () => 0))).toMatchObject({ level: { lower: 0, upper: 0 }, score: { lower: 0, upper: 0 } });
    expect(standing(framework, silent, noAnswer)).toMatchObject({ level: { lower: 0, upper: 4 }, score: { lower: 0, upper: 100 }, counts: { unknown: 48, open: 48 } });
  });

  it('one cliff, one step below the top, holds all back at level 1 and costs 10/6/2 points', () => {
    // Primary jurisdiction has 3 steps; legal weighs 10 over 6 criteria of 167 points; half of one is lost: 10 × (1/6) × (1/2).
    const found = standing(get('eu-csf-2026'), silent, (id) => ({ kind: 'step', step: stepsIn('eu-csf-2026', id) - (id === 'primary-jurisdiction' ? 2 : 1) }));
    expect(found.level).toEqual({ lower: 1, upper: 1 });
    expect(found.holdsBack).toEqual(['primary-jurisdiction']);
    expect(found.score?.lower).toBeCloseTo(100 - 10 / 6 / 2, 9);
  });

  it('a whole objective at the top is worth its weight, and nothing more', () => {
    // The formula of the framework: 100 % of the supply chain is 20 points in the first edition, 10 in the second.
    for (const [edition, weight] of [['eu-csf-2025', 20], ['eu-csf-2026', 10]] as const) {
      const framework = get(edition);
      const found = standing(framework, silent, (id) => ({ kind: 'step', step: framework.criteria.find((one) => one.id === id)?.group === 'supply-chain' ? stepsIn(edition, id) - 1 : 0 }));
      expect(found.score?.lower).toBeCloseTo(weight, 9);
    }
  });

  it('what never lowers may be at its worst: the level stays 4, the score does not', () => {
    const never = ['change-of-control', 'european-capital', 'economic-contribution', 'european-programmes', 'industrial-alignment'];
    const found = standing(get('eu-csf-2026'), silent, (id) => ({ kind: 'step', step: never.includes(id) ? 0 : stepsIn('eu-csf-2026', id) - 1 }));
    expect(found.level).toEqual({ lower: 4, upper: 4 });
    expect(found.score?.lower).toBeCloseTo(100 - 20 * (5 / 8), 9);
  });

  it('reads a system: an American provider, own keys, data outside the EEA', () => {
    const hear = hearIn({
      providers: [provider('us', 'US')],
      systems: [{ id: 's', name: 'S', delivery: 'saas', deployment: 'public', layers: { 1: { operator: 'us', country: 'US' }, 2: { operator: 'us' }, 3: { operator: 'us' }, 4: { operator: 'us' }, 5: { operator: 'us' }, 6: { operator: 'us', measures: { 'customer-held-keys': 'yes', 'provider-cannot-decrypt': 'no' } }, 7: { operator: 'us' } } }],
    });
    const found = standing(get('eu-csf-2026'), hear.system('s'), noAnswer);
    const span = (id: string) => found.criteria.find((one) => one.id === id)?.span;
    expect(span('legal-entity-control')).toEqual({ lowest: 0, highest: 1 });
    expect(span('primary-jurisdiction')).toEqual({ lowest: 0, highest: 1 });
    expect(span('extraterritorial-laws')).toEqual({ lowest: 0, highest: 2 });
    // Own keys leave 3 and 4; that the provider can decrypt leaves at most 3.
    expect(span('customer-key-control')).toEqual({ lowest: 3, highest: 3 });
    expect(span('location-in-eu')).toEqual({ lowest: 0, highest: 2 });
    expect(found.level).toEqual({ lower: 0, upper: 1 });
    expect(found.holdsBack).toEqual(expect.arrayContaining(['legal-entity-control', 'primary-jurisdiction', 'extraterritorial-laws', 'location-in-eu']));
    expect(found.holdsBack).not.toContain('customer-key-control');
  });

  it('of many systems the lowest counts, and points by how much each weighs', () => {
    const framework = get('eu-csf-2026');
    const good = standing(framework, silent, every('eu-csf-2026', (steps) => steps - 1));
    const bad = standing(framework, silent, every('eu-csf-2026', () => 0));
    expect(wholeOf([{ id: 'good', weight: 3, standing: good }, { id: 'bad', weight: 1, standing: bad }])).toEqual({ level: { lower: 0, upper: 0 }, score: { lower: 75, upper: 75 }, lowest: ['bad'] });
  });
});

const share = (owners: Provider['owners'], more: readonly Provider[] = []) => {
  const hear = hearIn({ providers: [provider('p', 'FR', owners), provider('us', 'US'), provider('us2', 'US'), provider('fr', 'FR'), ...more] });
  const found = standing(get('secnumcloud-19-6'), hear.provider('p'), noAnswer);
  return (['individual-share', 'joint-share', 'no-majority-appointment', 'registered-seat'] as const).map((id) => {
    const one = found.criteria.find((other) => other.id === id)?.share;
    return one === undefined || one === null ? '-' : one.lower === 1 ? 'yes' : one.upper === 0 ? 'no' : '?';
  });
};

describe('SecNumCloud 19.6', () => {
  it.each<[string, Provider['owners'], readonly string[]]>([
    ['24 per cent is allowed', [{ provider: 'us', share: 0.24 }, { provider: 'fr', share: 0.76 }], ['yes', 'yes', '?', 'yes']],
    ['25 is not', [{ provider: 'us', share: 0.25 }, { provider: 'fr', share: 0.75 }], ['no', 'yes', '?', 'yes']],
    ['twice 19.5 is 39 together', [{ provider: 'us', share: 0.195 }, { provider: 'us2', share: 0.195 }, { provider: 'fr', share: 0.61 }], ['yes', 'yes', '?', 'yes']],
    ['twice 20 is 40', [{ provider: 'us', share: 0.2 }, { provider: 'us2', share: 0.2 }, { provider: 'fr', share: 0.6 }], ['yes', 'no', '?', 'yes']],
    ['an unknown holder of 30 may be one from outside', [{ provider: 'fr', share: 0.7 }], ['?', 'yes', '?', 'yes']],
    ['a decisive vote appoints', [{ provider: 'us', share: 0.1, control: true }, { provider: 'fr', share: 0.9 }], ['yes', 'yes', 'no', 'yes']],
  ])('%s', (_, owners, expected) => {
    expect(share(owners)).toEqual(expected);
  });
  it('counts what is held through others, each chain once', () => {
    // 60 % of a French holding is American, and that holding has half: 30 % for one, though no row says so.
    expect(share([{ provider: 'holding', share: 0.5 }, { provider: 'fr', share: 0.5 }], [provider('holding', 'FR', [{ provider: 'us', share: 0.6 }, { provider: 'fr', share: 0.4 }])])).toEqual(['no', 'yes', '?', 'yes']);
    // An American subsidiary of an American parent: 30 %, not 60.
    expect(share([{ provider: 'daughter', share: 0.3 }, { provider: 'fr', share: 0.7 }], [provider('daughter', 'US', [{ provider: 'us', share: 1 }])])).toEqual(['no', 'yes', '?', 'yes']);
  });
});

const system = (id: string, state: 'yes' | 'no') => ({ id, name: id, layers: { 5: { operator: 'self' as const, measures: { 'privilege-review': state } } } });

const countsWithAi = (answer: 'yes' | 'no' | undefined) => standing(get('ai-act-duties'), hearIn({}, (matter) => (matter === 'ai-in-use' ? answer : undefined)).organisation, noAnswer).counts;

const accessReview = (...states: readonly ('yes' | 'no')[]) => {
  const hear = hearIn({ systems: states.map((state, n) => system(`s${n}`, state)) });
  const one = standing(get('bio2-1-3'), hear.organisation, noAnswer).criteria.find(({ id }) => id === 'privileged-access');
  return [one?.share, one?.heard[0]?.from.map(({ id }) => id)];
};

describe('a framework of duties', () => {
  it('BIO2: one measure answers several numbers, a no is a no, and what differs between systems is told', () => {
    expect(accessReview('yes', 'yes')).toEqual([{ lower: 1, upper: 1 }, ['s0', 's1']]);
    expect(accessReview('yes', 'no')).toEqual([{ lower: 0, upper: 0 }, ['s1']]);
  });

  it('one answer serves the Cybersecurity Act, BIO2 and NIS2', () => {
    const hear = hearIn({}, (matter) => (matter === 'security-policy-by-board' ? 'yes' : undefined));
    const met = (framework: string, id: string) => standing(get(framework), hear.organisation, noAnswer).criteria.find((one) => one.id === id)?.share;
    expect(met('bio2-1-3', 'policy-by-board')).toEqual({ lower: 1, upper: 1 });
    expect(met('cbw-nis2', 'risk-policies')).toEqual({ lower: 1, upper: 1 });
    // Only partly the same: approving is answered, overseeing is asked still.
    expect(standing(get('cbw-nis2'), hear.organisation, noAnswer).criteria.find(({ id }) => id === 'board-approves')).toMatchObject({ open: true, share: { lower: 0, upper: 1 } });
  });

  it('the AI Act: nothing applies without AI, and nothing is asked before that is known', () => {
    expect(countsWithAi(undefined)).toMatchObject({ open: 0, notApplicable: 0 });
    expect(countsWithAi('no')).toMatchObject({ notApplicable: 5 });
    expect(countsWithAi('yes').open).toBeGreaterThan(0);
  });

  it('nobody knows is an answer: no longer asked, and still unknown', () => {
    const found = standing(get('woo-duties'), silent, (id) => (id === 'in-time' ? { kind: 'nobody-knows' } : id === 'opinions' ? { kind: 'not-applicable' } : undefined));
    expect(found.criteria.find(({ id }) => id === 'in-time')).toMatchObject({ open: false, nobodyKnows: true, share: { lower: 0, upper: 1 } });
    expect(found.counts).toMatchObject({ notApplicable: 1 });
  });

  it('an answer that the landscape contradicts does not count, and is told', () => {
    const hear = hearIn({ systems: [{ id: 's', name: 'S', layers: { 7: { operator: 'self', measures: { 'decisions-published': 'no' } }, 8: { measures: { 'decisions-published': 'no' } } } }] });
    const one = standing(get('woo-duties'), hear.organisation, (id) => (id === 'proactive' ? { kind: 'step', step: 1 } : undefined)).criteria.find(({ id }) => id === 'proactive');
    expect(one).toMatchObject({ contradicted: true, share: { lower: 0, upper: 0 } });
  });
});

describe('a half-filled assessment of the first edition, moved to the second', () => {
  const table = moves.find(({ id }) => id === 'eu-csf-2025-to-2026')?.moves ?? [];
  const move = (given: Readonly<Record<string, Answer>>, already: Readonly<Record<string, Answer>> = {}) => moveAnswers(get('eu-csf-2025'), get('eu-csf-2026'), table, new Map(Object.entries(given)), new Map(Object.entries(already)));

  it('one level becomes the steps that guarantee it, to be confirmed', () => {
    expect(move({ 'cryptographic-control': { kind: 'step', step: 3 } }).carried).toEqual([{ from: 'cryptographic-control', to: 'customer-key-control', answer: { kind: 'carried', span: { lowest: 3, highest: 3 } } }]);
    // Level 2 does not exist on the cliff 1, 1, 4: the steps below the top.
    expect(move({ 'national-legal-system': { kind: 'step', step: 2 } }).carried[0]?.answer).toEqual({ kind: 'carried', span: { lowest: 0, highest: 1 } });
  });
  it('a split answer goes to both', () => {
    expect(move({ 'visibility-and-erasure': { kind: 'step', step: 1 } }).carried.map(({ to, answer }) => [to, answer])).toEqual([
      ['access-logs', { kind: 'carried', span: { lowest: 1, highest: 1 } }],
      ['erasure-proof', { kind: 'carried', span: { lowest: 1, highest: 2 } }],
    ]);
  });
  it('what says nothing on a ladder that never lowers, or asks something else now, stays and is told', () => {
    expect(move({ financing: { kind: 'step', step: 1 }, 'know-how': { kind: 'step', step: 4 } })).toEqual({ carried: [], kept: [{ from: 'financing', why: 'says-nothing' }, { from: 'know-how', why: 'changed' }] });
  });
  it('nobody knows and not applicable go along, and what was answered already stands', () => {
    expect(move({ 'talent-pool': { kind: 'nobody-knows' }, 'high-performance': { kind: 'not-applicable' } }).carried.map(({ to, answer }) => [to, answer.kind])).toEqual([['skills', 'nobody-knows'], ['computing-power', 'not-applicable']]);
    expect(move({ 'talent-pool': { kind: 'step', step: 0 } }, { skills: { kind: 'step', step: 2 } })).toEqual({ carried: [], kept: [{ from: 'talent-pool', why: 'answered-already' }] });
  });
});
