import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, Framework } from '../../src/core/frameworks/framework.ts';
import { jointForeignStake, largestForeignStake } from '../../src/core/frameworks/foreign.ts';
import { moveAnswers, type Move } from '../../src/core/frameworks/move.ts';
import { standing } from '../../src/core/frameworks/standing.ts';
import type { Answer } from '../../src/core/frameworks/step.ts';
import { controlView } from '../../src/core/control/control-view.ts';
import type { Provider } from '../../src/core/landscape/document.ts';
import { modelForeignShares, modelStanding, type Possible } from './framework-model.ts';

const ladder = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 }).map((levels) => levels.toSorted((a, b) => a - b));
const criterion = (id: string) => fc.record({ levels: ladder, points: fc.integer({ min: 1, max: 9 }), group: fc.constantFrom('a', 'b') }).map((one): Criterion => ({ ...one, id, covers: 'none', reads: [], when: [] }));
const framework = fc.tuple(criterion('p'), criterion('q'), criterion('r'), criterion('s')).map((criteria): Framework => ({ id: 'x', family: 'x', about: 'system', scale: 'levels', groups: [{ id: 'a', weight: 3 }, { id: 'b', weight: 7 }], criteria }));
const silent = () => ({ said: 'unknown', from: [] }) as const;

const answer = fc.oneof(
  fc.record({ kind: fc.constant('step' as const), step: fc.integer({ min: 0, max: 1 }) }),
  fc.record({ kind: fc.constant('carried' as const), span: fc.constantFrom({ lowest: 0, highest: 1 }, { lowest: 1, highest: 1 }) }),
  fc.constant({ kind: 'nobody-knows' as const }),
  fc.constant({ kind: 'not-applicable' as const }),
);
const answers = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), answer);

const possibleOf = ({ levels }: Criterion, given: Answer | undefined): readonly number[] => {
  if (given?.kind === 'not-applicable') return [];
  if (given?.kind === 'step') return [given.step];
  return levels.map((_, at) => at).filter((at) => given?.kind !== 'carried' || (at >= given.span.lowest && at <= given.span.highest));
};

const rounded = (bounds: { readonly lower: number; readonly upper: number } | null) => bounds && [bounds.lower, bounds.upper].map((figure) => Math.round(figure * 1e6));

describe('a standing', () => {
  it('is what trying every way to fill in the unknown gives', () => {
    fc.assert(fc.property(framework, answers, (of, given) => {
      const possible: Possible = Object.fromEntries(of.criteria.map((one) => [one.id, possibleOf(one, given[one.id])]));
      const model = modelStanding(of, possible);
      const found = standing(of, silent, (id) => given[id]);
      expect(found.level).toEqual(model.level);
      expect(rounded(found.score)).toEqual(rounded(model.score));
    }));
  });

  it('is held back by exactly the criteria without which it could be higher', () => {
    fc.assert(fc.property(framework, answers, (of, given) => {
      const found = standing(of, silent, (id) => given[id]);
      for (const id of found.holdsBack) expect(found.criteria.find((one) => one.id === id)?.level?.upper).toBe(found.level?.upper);
      const without = standing(of, silent, (id) => (found.holdsBack.includes(id) ? { kind: 'not-applicable' } : given[id]));
      if (found.holdsBack.length > 0 && without.level !== null) expect(without.level.upper).toBeGreaterThan(found.level?.upper ?? 0);
    }));
  });
});

const carry = fc.constantFrom('step' as const, 'level' as const, 'nothing' as const);
const move = (from: string) => fc.record({ to: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 3 }), carry }).map((one): Move => ({ ...one, from, kind: one.to.length === 0 ? 'gone' : one.carry === 'nothing' ? 'changed' : one.to.length > 1 ? 'split' : 'moved' }));

describe('a move to the next edition', () => {
  it('loses nothing: every answer goes along or is told to stay, and what was answered there already stands', () => {
    fc.assert(fc.property(framework, framework, fc.tuple(move('p'), move('q'), move('r'), move('s')), answers, answers, (from, to, moves, given, already) => {
      const [old, fresh] = [new Map(Object.entries(given)), new Map(Object.entries(already))];
      const { carried, kept } = moveAnswers(from, to, moves, old, fresh);
      const goes = (id: string): boolean => moves.find((one) => one.from === id)?.to.some((target) => carried.some((one) => one.to === target)) ?? false;
      for (const id of old.keys()) expect(kept.some((one) => one.from === id) || goes(id)).toBe(true);
      expect(carried.filter((one) => fresh.has(one.to))).toEqual([]);
      expect(new Set(carried.map((one) => one.to)).size).toBe(carried.length);
      for (const one of carried) if (one.answer.kind === 'carried') expect(one.answer.span.lowest).toBeLessThanOrEqual(one.answer.span.highest);
    }));
  });
});

/** Without loops: each is owned by those after it. */
const chain = fc.array(fc.record({ country: fc.constantFrom('NL', 'US'), shares: fc.array(fc.constantFrom(0, 0.1, 0.2, 0.3), { minLength: 5, maxLength: 5 }) }), { minLength: 2, maxLength: 5 }).map((all) =>
  all.map(({ country, shares }, at): Provider => ({ id: `p${at}`, name: '', country, owners: all.slice(at + 1).flatMap((_, next) => (shares[next] ? [{ provider: `p${at + 1 + next}`, share: shares[next] }] : [])) })));
const isInside = (country: string): boolean => country === 'NL';

describe('shares from outside', () => {
  it('are the sum over every chain', () => {
    fc.assert(fc.property(chain, (providers) => {
      const all = Object.values(modelForeignShares(providers, 'p0', isInside, false));
      const cut = Object.values(modelForeignShares(providers, 'p0', isInside, true)).reduce((sum, one) => sum + one, 0);
      expect(largestForeignStake(controlView(providers, 'wide'), 'p0', isInside)?.lower).toBeCloseTo(Math.max(0, ...all), 9);
      expect(jointForeignStake(providers, 'p0', isInside)?.lower).toBeCloseTo(cut, 9);
    }));
  });
  it('and what is unknown never make more than the whole', () => {
    fc.assert(fc.property(chain, (providers) => {
      expect(jointForeignStake(providers, 'p0', isInside)?.upper).toBeLessThanOrEqual(1 + 1e-9);
    }));
  });
});
