/** The worked example and the answer of an independent reference: ours has more members, these must match. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { concentration } from '../../src/core/continuity/concentration.ts';
import { rankingDocument, simulationDocument } from '../../src/core/continuity/document.ts';
import { rankables } from '../../src/core/continuity/alone.ts';
import { rank } from '../../src/core/continuity/rank.ts';
import { settingOf } from '../../src/core/continuity/setting.ts';
import { simulate } from '../../src/core/continuity/simulate.ts';
import type { Landscape } from '../../src/core/landscape/document.ts';
import { resolvePlates } from '../../src/core/landscape/plates.ts';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const landscape = parse(file('./example/landscape.yaml')) as Landscape;
const setting = settingOf(landscape, resolvePlates(landscape), 'wide');
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const without = simulationDocument(simulate(setting, [{ kind: 'country', country: 'US' }]));
const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(file('../../library/schemas/simulation-1.schema.json')));
const faultsIn = (value: unknown) => (isValid(written(value)) ? [] : isValid.errors);

describe('the example without the United States', () => {
  test('is the reference answer, with more members', () => {
    const expected: unknown = JSON.parse(file('./example/simulation-us.json'));
    expect(written(without)).toMatchObject(expected as object);
    for (const member of ['hit', 'failed', 'restoreHours', 'breaches'] as const) {
      expect(written(without[member])).toEqual((expected as typeof without)[member]);
    }
  });
  test('names what nobody knows, and what would fail with it', () => {
    expect(without.unknown).toEqual(['mail-b']);
    expect(without.failedIfUnknownHit.systems).toEqual(['container-platform', 'mail-a', 'mail-b', 'zaaksysteem']);
  });
  test('says why', () => {
    expect(without.failedBecause).toEqual({
      burgerzaken: { kind: 'need', on: ['zaaksysteem'] },
      'container-platform': { kind: 'hit' },
      'mail-a': { kind: 'hit' },
      zaaksysteem: { kind: 'hit' },
    });
    expect(without.waitsFor.declared).toEqual({ burgerzaken: 'zaaksysteem', zaaksysteem: 'container-platform' });
    expect(without.restoreFirst.map(({ system }) => system)).toEqual(['container-platform', 'zaaksysteem', 'mail-a']);
  });
  test('follows the schema', () => expect(faultsIn(without)).toEqual([]));
});

describe('the ranking of the example', () => {
  test.each(rankables)('of %s follows the schema', (of) => {
    expect(faultsIn(rankingDocument(rank(setting, of), 'wide', concentration(setting)))).toEqual([]);
  });
  test('of countries puts the one with the broken promise first', () => {
    expect(rank(setting, 'countries').ranking).toEqual([
      { id: 'DE', breaches: 1, essential: 1, services: 1, systems: 3 },
      { id: 'IE', breaches: 1, essential: 1, services: 1, systems: 3 },
      { id: 'NL', breaches: 1, essential: 1, services: 1, systems: 5 },
      { id: 'US', breaches: 1, essential: 1, services: 1, systems: 3 },
    ]);
  });
});

test('the schema refuses what is not an answer', () => {
  for (const wrong of [{}, { regiekompas: 'simulation/1' }, { ...without, hit: [1] }, { ...without, restoreHours: { declared: { a: -1 }, tested: {} } }, { ...without, surprise: true }]) {
    expect(faultsIn(wrong)).not.toEqual([]);
  }
});
