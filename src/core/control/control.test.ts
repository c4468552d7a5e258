import { describe, expect, test } from 'vitest';
import type { Owner, Provider } from '../landscape/document.ts';
import { controlChain, controllers, groupOf } from './controllers.ts';
import { operatorsFor } from './operators.ts';
import { ownershipOf } from './ownership.ts';
import { reaches } from './reach.ts';
import { stakesIn, unknownHolders } from './stakes.ts';

const provider = (id: string, owners: readonly Owner[] = [], more: Partial<Provider> = {}): Provider => ({ id, name: id, country: 'NL', owners, ...more });
const by = (id: string, share: number): Owner => ({ provider: id, share });
const check = (cases: Readonly<Record<string, readonly [readonly Provider[], string, readonly string[]]>>) =>
  test.each(Object.entries(cases))('%s', (_name, [providers, of, expected]) => {
    expect(controllers(ownershipOf(providers)).get(of)).toEqual(expected);
  });

describe('control', () => {
  check({
    'exactly half is no control': [[provider('a'), provider('b', [by('a', 0.5)])], 'b', []],
    'within the tolerance of half is no control': [[provider('a'), provider('b', [by('a', 0.5 + 1e-10)])], 'b', []],
    'more than half is': [[provider('a'), provider('b', [by('a', 0.51)])], 'b', ['a']],
    'rows of one owner add up': [[provider('a'), provider('b', [by('a', 0.3), by('a', 0.3)])], 'b', ['a']],
    'a decisive row without a share is': [[provider('a'), provider('b', [{ provider: 'a', control: true }])], 'b', ['a']],
    'shares of what one controls add up with one’s own': [
      [provider('x'), provider('a', [by('x', 0.6)]), provider('y', [by('a', 0.3), by('x', 0.3)])], 'y', ['x']],
    'control is not the product of shares': [[provider('x'), provider('a', [by('x', 0.6)]), provider('y', [by('a', 0.6)])], 'y', ['a', 'x']],
    'a loop nobody holds from outside controls itself only': [
      [provider('a', [by('b', 1)]), provider('b', [by('a', 1)]), provider('c')], 'a', ['b']],
    'half in each other gives nobody control': [[provider('a', [by('b', 0.5)]), provider('b', [by('a', 0.5)])], 'a', []],
  });

  test('a chain names every holding it needs, and no other', () => {
    const ownership = ownershipOf([
      provider('x'), provider('a', [by('x', 0.6)]), provider('idle', [by('x', 1)]), provider('y', [by('a', 0.3), by('x', 0.3), by('idle', 0.4)]),
    ]);
    expect(controlChain(ownership, 'x', 'y')?.map(({ owner, owned, share }) => [owner, owned, share])).toEqual([['x', 'a', 0.6], ['x', 'y', 0.3], ['a', 'y', 0.3]]);
    expect(controlChain(ownership, 'x', 'x')).toEqual([]);
    expect(controlChain(ownership, 'a', 'y')).toBeUndefined();
    expect(groupOf(ownership, 'x')).toEqual(['a', 'idle', 'x', 'y']);
  });

  test('two thousand providers with crossed holdings take well under a second', () => {
    const providers = Array.from({ length: 2000 }, (_, at) =>
      provider(`p${at}`, at === 0 ? [] : [by(`p${at - 1}`, 0.4), by(`p${Math.floor(at / 2)}`, 0.3)]));
    const started = performance.now();
    expect(controllers(ownershipOf(providers)).get('p1999')).toContain('p0');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('reach', () => {
  const providers = [
    provider('inc', [], { country: 'US', establishedIn: ['IE'] }),
    provider('nl', [by('inc', 0.8)], { establishedIn: ['US'] }),
  ];
  const ownership = ownershipOf(providers);
  const of = (reading: 'wide' | 'narrow') => reaches(ownership, controllers(ownership), reading).get('nl');

  test('wide: incorporation, owners and establishments, each with the entity that brings it', () => {
    expect(of('wide')).toEqual([
      { country: 'IE', why: 'established', through: ['inc'] },
      { country: 'NL', why: 'incorporated', through: ['nl'] },
      { country: 'US', why: 'established', through: ['nl'] },
      { country: 'US', why: 'owner', through: ['inc'] },
    ]);
  });
  test('narrow: without establishments', () => {
    expect(of('narrow')?.map(({ country, why }) => [country, why])).toEqual([['NL', 'incorporated'], ['US', 'owner']]);
  });
});

describe('effective ownership', () => {
  test('products along chains, summed; the rest stays unknown', () => {
    const ownership = ownershipOf([provider('top'), provider('mid', [by('top', 0.5)]), provider('p', [by('mid', 0.6), by('top', 0.1)])]);
    expect(stakesIn(ownership, 'p').stakes).toEqual([{ holder: 'mid', share: 0.6 }, { holder: 'top', share: expect.closeTo(0.4, 12) }]);
    expect(stakesIn(ownership, 'p').unknown).toEqual([
      { at: 'mid', share: expect.closeTo(0.3, 12) }, { at: 'p', share: expect.closeTo(0.3, 12) }, { at: 'top', share: expect.closeTo(0.4, 12) },
    ]);
  });
  test('a cycle is the sum of the series', () => {
    const ownership = ownershipOf([provider('a', [by('b', 0.5)]), provider('b', [by('a', 0.5)])]);
    expect(stakesIn(ownership, 'a').stakes).toEqual([{ holder: 'a', share: expect.closeTo(1 / 3, 12) }, { holder: 'b', share: expect.closeTo(2 / 3, 12) }]);
  });
  test('a loop that owns itself whole has no figure', () => {
    const ownership = ownershipOf([provider('a', [by('b', 1)]), provider('b', [by('a', 1)]), provider('p', [by('a', 0.4)])]);
    expect(stakesIn(ownership, 'p')).toEqual({ stakes: [{ holder: 'a', share: null }, { holder: 'b', share: null }], unknown: [{ at: 'p', share: 0.6 }] });
  });
  test('a ring of thousands is quick', () => {
    const ring = Array.from({ length: 3000 }, (_, at) => provider(`p${at}`, [by(`p${(at + 1) % 3000}`, 0.9999)]));
    const share = stakesIn(ownershipOf(ring), 'p0').stakes.find(({ holder }) => holder === 'p1')?.share;
    expect(share).toBeCloseTo(0.9999 / (1 - 0.9999 ** 3000), 9);
  });
  test('who is listed as having an unknown holder', () => {
    const ownership = ownershipOf([provider('whole', [by('none', 1)]), provider('part', [by('none', 0.7)]), provider('none'), provider('led', [{ provider: 'none', control: true }])]);
    expect(unknownHolders(ownership)).toEqual([{ at: 'led', share: 1 }, { at: 'none', share: 1 }, { at: 'part', share: expect.closeTo(0.3, 12) }]);
  });
});

describe('operators of a layer', () => {
  const operators = operatorsFor([
    provider('a', [], { subprocessors: [{ provider: 'b', layers: [1] }, { provider: 'c' }] }),
    provider('b', [], { subprocessors: [{ provider: 'd', layers: [1, 2] }] }),
    provider('c', [], { subprocessors: [{ provider: 'a' }] }),
    provider('d'),
  ]);
  test('only those that act on that layer, transitively, cycles ending', () => {
    expect(operators('a', 1)).toEqual([{ operator: 'a' }, { operator: 'b', for: 'a' }, { operator: 'c', for: 'a' }, { operator: 'd', for: 'b' }]);
    expect(operators('a', 2)).toEqual([{ operator: 'a' }, { operator: 'c', for: 'a' }]);
    expect(operators('self', 1)).toEqual([{ operator: 'self' }]);
  });
});
