import { describe, expect, test } from 'vitest';
import { readScenario, removalText } from './scenario.ts';

const names = { providers: ['skyline-nl', 'skyline-inc'], systems: ['idp', 'a/b'], countries: ['NL', 'US'] };

describe('reading a scenario', () => {
  const texts = ['provider:skyline-nl', 'group:skyline-inc', 'country:US', 'system:idp', 'layer:idp/7', 'layer:a/b/8'];
  test('every kind, and written back the same', () => {
    const read = readScenario(texts, names);
    expect(read.ok && read.value.map(removalText)).toEqual(texts);
    expect(read.ok && read.value.at(-1)).toEqual({ kind: 'layer', id: 'a/b', layer: 8 });
  });

  test.each([
    ['providr:skyline-nl', 'scenario-kind-unknown', { nearest: 'provider' }],
    ['skyline-nl', 'scenario-kind-unknown', {}],
    ['', 'scenario-kind-unknown', {}],
    ['provider:skyline-ink', 'scenario-id-unknown', { nearest: 'skyline-inc' }],
    ['provider:self', 'scenario-id-unknown', {}],
    ['group:', 'scenario-id-unknown', {}],
    ['country:us', 'scenario-id-unknown', { nearest: 'US' }],
    ['system:ipd', 'scenario-id-unknown', { nearest: 'idp' }],
    ['layer:ipd/1', 'scenario-id-unknown', { nearest: 'idp' }],
    ['layer:idp/9', 'scenario-layer-unknown', {}],
    ['layer:idp/', 'scenario-layer-unknown', {}],
    ['layer:idp', 'scenario-layer-unknown', {}],
    ['constructor:x', 'scenario-kind-unknown', {}],
  ] as const)('%s is %s', (text, code, details) => {
    const read = readScenario(['system:idp', text], names);
    expect(read.ok ? [] : read.faults).toMatchObject([{ code, path: [1], details: { text, ...details } }]);
  });

  test('all faults at once', () => {
    const read = readScenario(['a', 'system:b', 'layer:idp/0'], names);
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual([[0], [1], [2]]);
  });
});
