/** The answers of an independent reference, reproduced exactly (engine.md §2). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/core/assess.ts';
import type { Landscape } from '../../src/core/landscape/document.ts';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { defaultOutcomes, type Policy } from '../../src/core/policy/policy.ts';
import { smallLibrary } from '../models/small-library.ts';

const example = (name: string) => readFileSync(join(import.meta.dirname, 'example', name), 'utf8');
const landscape = { contracts: [], evidence: [], ...parse(example('landscape.yaml')) } as Landscape;
const policy = { outcomes: defaultOutcomes, ...parse(example('policy.yaml')) } as Policy;

const expected = JSON.parse(example('assessment.json'));
const found = JSON.parse(JSON.stringify(assess(landscape, smallLibrary, compilePolicy(policy, smallLibrary.facts))));

test('every value of the expected assessment is in ours', () => {
  expect(found).toMatchObject(expected);
});

test('and nothing beside it where the list is complete', () => {
  const keysOf = (of: (system: { exposure: object; datasets: object }) => object, assessment: typeof expected) =>
    Object.fromEntries(Object.entries<never>(assessment.systems).map(([id, system]) => [id, Object.keys(of(system))]));
  expect(keysOf(({ exposure }) => exposure, found)).toEqual(keysOf(({ exposure }) => exposure, expected));
  expect(keysOf(({ datasets }) => datasets, found)).toEqual(keysOf(({ datasets }) => datasets, expected));
  expect(Object.keys(found.control)).toEqual(Object.keys(expected.control));
  expect(found.reach).toEqual(expected.reach);
});
