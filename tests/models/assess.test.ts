import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type Assessment, type SystemAssessment } from '../../src/core/assess.ts';
import type { Landscape, System } from '../../src/core/landscape/document.ts';
import { layers } from '../../src/core/landscape/document.ts';
import { layerPlate } from '../../src/core/layer-plate.ts';
import { reading, type Reading } from '../../src/core/library/library.ts';
import type { ReportedClaim } from '../../src/core/landscape/reported-claims.ts';
import { compilePolicy } from '../../src/core/policy/compile.ts';
import { defaultOutcomes, type Policy } from '../../src/core/policy/policy.ts';
import { survey } from '../../src/core/survey.ts';
import { modelCountries, modelExposure, modelStatus } from './exposure-model.ts';
import { anything, modelAssurance, modelCriticality, modelFacts } from './fact-model.ts';
import { landscapeArbitrary } from './landscape-arbitrary.ts';
import { modelMeasure, modelReported } from './measure-model.ts';
import { conditionsOf, decisiveOf, outcomesOf, rulesOf, verdictOf } from './policy-model.ts';
import { runs } from './runs.ts';
import { smallLibrary } from './small-library.ts';

const landscapes = fc.constantFrom(0.05, 0.3, 0.7).chain((unknown) => landscapeArbitrary({ unknown }));

const ranges: Policy['rules'] = (['maxDowntimeHours', 'recoveryTestedHours', 'recoveryDeclaredHours', 'daysToContractEnd'] as const)
  .map((fact) => ({ id: `of-${fact}`, when: { [fact]: { gte: 4, lt: 72 } }, then: 'permitted' }));
const hoursAndDays = (value: number): string => (value < 4 ? '[0,4)' : value < 72 ? '[4,72)' : '[72,+∞)');
const compiledRanges = compilePolicy({ id: 'ranges', name: { nl: '', en: '' }, outcomes: defaultOutcomes, rules: ranges }, smallLibrary.facts);

const check = (usual: number, property: (landscape: Landscape, of: Reading, found: Assessment) => void): void =>
  fc.assert(fc.property(landscapes, fc.constantFrom(...reading), (landscape, of) =>
    property(landscape, of, assess(landscape, smallLibrary, compiledRanges, { reading: of }))), { numRuns: runs(usual) });

const eachSystem = (landscape: Landscape, found: Assessment, visit: (system: System, found: SystemAssessment) => void): void => {
  expect(Object.keys(found.systems)).toEqual(landscape.systems.map(({ id }) => id).sort());
  for (const system of landscape.systems) visit(system, found.systems[system.id]!);
};

const reportedText = ({ place, layer, measure, clause, claimed, state, evidence, inheritedBy }: ReportedClaim): string =>
  `${place.kind} ${place.id} ${clause ?? `${layer} ${measure}`} ${claimed} ${state} ${evidence ?? undefined}: ${inheritedBy.join()}`;

describe('the fast answer is the one the text of the design gives', () => {
  test('every measure of every plate, and where it was said', () => {
    fc.assert(fc.property(landscapes, (landscape) => {
      const surveyed = survey(landscape, smallLibrary, 'wide');
      for (const system of landscape.systems) {
        const plate = layerPlate(surveyed, system.id)!;
        const expected = layers.map((layer) => [...smallLibrary.measures.keys()].sort().flatMap((measure) => {
          const spoken = modelMeasure(landscape, system, layer, measure);
          return spoken ? [{ measure, ...spoken }] : [];
        }));
        expect(plate.map((row) => row.measures.map(({ measure, from, claimed, state, evidence }) => ({ measure, place: `${from.kind} ${from.id}`, claimed, state, evidence })))).toEqual(expected);
      }
    }), { numRuns: runs(150) });
  });

  test('contradictions and unproven claims, once each, with who inherits them', () => check(80, (landscape, _, found) => {
    for (const list of ['contradictions', 'unproven'] as const) {
      expect(found[list].map(reportedText).sort()).toEqual(modelReported(landscape, [...smallLibrary.measures.values()], [...smallLibrary.clauses.keys()], list));
    }
  }));

  test('exposures', () => check(150, (landscape, of, found) => {
    const countries = modelCountries(landscape, smallLibrary);
    expect(found.exposureCountries).toEqual(countries);
    eachSystem(landscape, found, (system, { exposure }) => {
      const expected = countries.map((country) => {
        const { disclosure, cutOff } = modelExposure(landscape, smallLibrary, of, system, country);
        return [country, { disclosure: modelStatus(disclosure), cutOff: modelStatus(cutOff) }] as const;
      }).filter(([, { disclosure, cutOff }]) => disclosure !== 'none' || cutOff !== 'none');
      expect(Object.entries(exposure).map(([country, { disclosure, cutOff }]) => [country, { disclosure, cutOff }])).toEqual(expected);
    });
  }));

  test('facts, hours and days included', () => check(120, (landscape, of, found) => eachSystem(landscape, found, (system, { datasets }) => {
    const held = system.datasets?.length ? [...system.datasets].sort() : ['-'];
    expect(Object.keys(datasets)).toEqual(held);
    for (const id of held) {
      const facts = modelFacts(landscape, smallLibrary, of, system, landscape.datasets.find((dataset) => dataset.id === id));
      const expected = Object.entries(facts).map(([fact, value]) =>
        [fact, typeof value !== 'number' ? value : Object.is(value, anything) ? ['[0,4)', '[4,72)', '[72,+∞)'] : [hoursAndDays(value)]]);
      expect(datasets[id]!.facts).toEqual(Object.fromEntries(expected));
      expect(Object.keys(datasets[id]!.facts)).toEqual(Object.keys(facts).sort());
    }
  })));

  test('assurance', () => check(120, (landscape, _, found) => eachSystem(landscape, found, (system, { assurance, criticality }) => {
    const figures = Object.entries(assurance.layers).flatMap(([layer, of]) => Object.entries(of!).map(([dimension, { lower, upper }]) => [`${layer} ${dimension}`, [lower, upper]]));
    const whole = assurance.lower === null ? [] : [['whole', [assurance.lower, assurance.upper]]];
    expect(Object.fromEntries([...whole, ...figures])).toEqual(modelAssurance(landscape, smallLibrary, system));
    expect(criticality).toBe(modelCriticality(landscape, system));
  })));

  test('the whole of all systems is their mean, the essential ones counting three times', () => check(60, (_landscape, _of, { systems, assurance }) => {
    const times = { essential: 3, important: 2, normal: 1, none: 1 };
    const counted = Object.values(systems).flatMap(({ assurance: each, criticality }) => (each.lower === null ? [] : Array.from({ length: times[criticality] }, () => each)));
    const mean = (of: 'lower' | 'upper') => counted.reduce((sum, each) => sum + each[of]!, 0) / counted.length;
    expect(assurance.whole?.lower).toBeCloseTo(mean('lower'), 12);
    expect(assurance.whole?.upper).toBeCloseTo(mean('upper'), 12);
  }));
});

const fixedFacts = smallLibrary.facts.flatMap(({ id, domain }) => (domain.kind === 'values' && id !== 'clause.*' ? [{ id, values: domain.values }] : []));
const readable = [...fixedFacts, { id: 'clause.exit-strategy', values: ['yes', 'no', 'no-contract'] }];
/** Over six facts at most: the model goes through every completion. */
const policies: fc.Arbitrary<Policy> = fc.subarray(readable, { minLength: 1, maxLength: 6 }).chain((facts) =>
  fc.array(fc.record({
    when: fc.subarray(facts, { maxLength: Math.min(3, facts.length) }).chain((read) => fc.tuple(...read.map(({ id, values }) =>
      fc.subarray([...values], { minLength: 1 }).map((some) => [id, some] as const)))).map((all) => Object.fromEntries(all)),
    then: fc.constantFrom(...defaultOutcomes),
    conditions: fc.subarray(['exit-strategy', 'access-logging']),
  }), { minLength: 1, maxLength: 6 }).map((rows) => ({
    id: 'random', name: { nl: '', en: '' }, outcomes: defaultOutcomes,
    rules: rows.map(({ when, then, conditions }, at) => ({ id: `r${at}`, when, then, ...(then === 'conditional' && { conditions }) })),
  })));

describe('verdicts', () => {
  test('of a dataset: the table read row by row over every completion of its facts', () => {
    fc.assert(fc.property(landscapes, policies, (landscape, policy) => {
      const compiled = compilePolicy(policy, smallLibrary.facts);
      for (const { datasets } of Object.values(assess(landscape, smallLibrary, compiled).systems)) {
        for (const { facts, ...judged } of Object.values(datasets)) {
          const sets = Object.fromEntries(compiled.facts.map(({ id }) => [id, facts[id]!]));
          expect(judged).toEqual({
            verdict: verdictOf(policy, sets), outcomes: outcomesOf(policy, sets), conditions: conditionsOf(policy, sets), decisive: decisiveOf(policy, sets), rules: rulesOf(policy, sets),
          });
        }
      }
    }), { numRuns: runs(80) });
  });

  test('of a system: the unions, and the worst', () => {
    fc.assert(fc.property(landscapes, policies, (landscape, policy) => {
      const { systems } = assess(landscape, smallLibrary, compilePolicy(policy, smallLibrary.facts));
      for (const { datasets, verdict, outcomes, decisive } of Object.values(systems)) {
        const each = Object.entries(datasets).sort(([a], [b]) => (a < b ? -1 : 1)).map(([, judged]) => judged);
        expect(verdict).toBe(['forbidden', 'undetermined', 'gap', 'conditional', 'permitted'].find((outcome) => each.some((judged) => judged.verdict === outcome)));
        expect(outcomes).toEqual([...new Set(each.flatMap((judged) => judged.outcomes))].sort());
        expect(decisive).toEqual([...new Set(each.flatMap((judged) => judged.decisive))]);
      }
    }), { numRuns: runs(80) });
  });
});

const turned = (landscape: Landscape): Landscape => ({
  ...landscape,
  providers: landscape.providers.toReversed(), datasets: landscape.datasets.toReversed(), systems: landscape.systems.toReversed(),
  services: landscape.services.toReversed(), contracts: landscape.contracts.toReversed(), evidence: landscape.evidence.toReversed(),
});

test('the answer does not depend on the order of the input, byte for byte', () => {
  check(60, (landscape, of, found) => {
    const again = assess(turned(landscape), smallLibrary, compiledRanges, { reading: of });
    expect(again).toEqual(found);
    expect(JSON.stringify(again)).toBe(JSON.stringify(found));
  });
});

test('every answer follows the published schema', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../library/schemas/assessment-1.schema.json'), 'utf8'));
  const valid = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  check(60, (_landscape, _of, found) => {
    const document = JSON.parse(JSON.stringify(found));
    expect(valid(document) ? [] : valid.errors).toEqual([]);
  });
});

test('a chain goes from an operator of its layer to its country, every step touching the next', () => check(100, (landscape, _, found) => {
  for (const { exposure } of Object.values(found.systems)) {
    for (const [country, { chains, cutOff }] of Object.entries(exposure)) {
      expect(chains.some((chain) => chain.cutOff === cutOff)).toBe(true);
      for (const { steps } of chains) expect(brokenAt(landscape, country, steps)).toBeUndefined();
    }
  }
}));

type Steps = SystemAssessment['exposure'][string]['chains'][number]['steps'];

/** The first step that does not follow from the document. */
const brokenAt = (landscape: Landscape, country: string, steps: Steps): Steps[number] | undefined => {
  const providerOf = (id: string) => landscape.providers.find((each) => each.id === id)!;
  const seen = new Set<string>();
  return steps.find((step) => {
    switch (step.kind) {
      case 'operator': return !seen.add(step.id);
      case 'sub-processor': {
        const called = seen.has(step.for) && providerOf(step.for).subprocessors?.some(({ provider }) => provider === step.id);
        seen.add(step.id);
        return !called;
      }
      case 'owner': {
        const holds = seen.has(step.of) && providerOf(step.of).owners?.some(({ provider }) => provider === step.id);
        seen.add(step.id);
        return !holds;
      }
      case 'country': {
        if (step.country !== country) return true;
        if (step.entity === undefined) return step.why !== 'located';
        const { country: seat, establishedIn = [] } = providerOf(step.entity);
        return !seen.has(step.entity) || !(step.why === 'established' ? establishedIn.includes(country) : seat === country);
      }
      case 'unknown':
      case 'instruments': return false;
    }
  });
};
