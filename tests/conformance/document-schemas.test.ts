/** The schemas are the contract, the readers keep it: both must refuse the same documents, up to what only a reader can see. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Read } from '../../src/core/fault.ts';
import type { LandscapeFaultCode } from '../../src/core/landscape/fault-codes.ts';
import { readLandscape } from '../../src/core/landscape/read.ts';
import { landscapeDocument } from '../../src/core/landscape/write.ts';
import type { PolicyFaultCode } from '../../src/core/policy/fault-codes.ts';
import { readPolicy } from '../../src/core/policy/read.ts';
import { landscapeArbitrary } from '../models/landscape-arbitrary.ts';
import { smallLibrary } from '../models/small-library.ts';

const here = import.meta.dirname;
const example = (name: string): unknown => parse(readFileSync(join(here, 'example', name), 'utf8'));
const schema = (name: string): ((value: unknown) => boolean) =>
  new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false }).compile(JSON.parse(readFileSync(join(here, `../../library/schemas/${name}.schema.json`), 'utf8')) as object);

/** What no schema can say: other parts of the document, the library, the calendar, and what cannot be seen. */
const onlyReaders: ReadonlySet<LandscapeFaultCode | PolicyFaultCode> = new Set([
  'unknown-provider', 'unknown-dataset', 'unknown-system', 'unknown-contract', 'unknown-evidence', 'unknown-measure', 'unknown-clause', 'unknown-country',
  'service-as-need', 'id-duplicate', 'id-lookalike', 'shares-over-one', 'runs-on-itself', 'runs-on-cycle', 'date-does-not-exist',
  'control-character', 'hidden-character', 'unknown-fact', 'unknown-fact-clause', 'unknown-fact-value',
  'range-on-values', 'value-on-thresholds', 'range-holds-nothing', 'unknown-outcome', 'unknown-condition', 'unknown-law',
] as const);

type Container = Record<string, unknown> | unknown[];
const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;
const containersIn = (value: unknown): Container[] => (isContainer(value) ? [value, ...Object.values(value).flatMap(containersIn)] : []);

const strange = fc.constantFrom<unknown>(
  null, true, false, 0, -1, 0.5, 1, 2, 8, 9, 1.5, '', ' ', 'self', '-', 'x', 'yes', 'none', 'not-applicable', 'nl', 'NL', '2026-02-30', '2026-11-01', '2026-13-01',
  's1', 'p1', 'a b', 'a\u202eb', 'a\nb', [], {}, ['x', 'x'], ['s1'], [1], { anyOf: ['s1'] }, { anyOf: ['s1', 's1'] }, { state: 'yes' }, { state: 'not-applicable' },
  { not: 'none' }, { not: [] }, { lt: 3 }, { lt: 3, lte: 3 }, { gt: 3, lt: 3 }, { gte: -1 }, 'critical', 'permitted', 'gap', ['gap'], ['permitted', 'permitted'],
);
const keys = fc.constantFrom('id', 'name', 'x', 'operator', 'country', '8', '9', 'share', 'control', 'provider', 'layers', 'measures', 'reason', 'state', 'needs', 'anyOf', 'system', 'organisation', 'clause', 'end', 'conditions', 'outcomes', 'because', 'regiekompas', 'recovery', 'access-logging');
type Mutation = { readonly at: number; readonly member: number; readonly how: 'replace' | 'remove' | 'add' | 'repeat'; readonly key: string; readonly value: unknown };
const mutation: fc.Arbitrary<Mutation> = fc.record({ at: fc.nat(10_000), member: fc.nat(100), how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'), key: keys, value: strange });

function mutate(document: unknown, { at, member, how, key, value }: Mutation): void {
  const containers = containersIn(document);
  const target = containers[at % containers.length] as Container;
  const members = Object.keys(target);
  const chosen = members[member % Math.max(1, members.length)] ?? key;
  if (Array.isArray(target)) {
    if (how === 'remove') target.splice(Number(chosen), 1);
    else if (how === 'replace' && members.length > 0) target[Number(chosen)] = value;
    else target.push(how === 'repeat' && target.length > 0 ? structuredClone(target[0]) : value);
  } else if (how === 'remove') delete target[chosen];
  else target[how === 'replace' ? chosen : key] = value;
}

function agree(document: unknown, accepts: (value: unknown) => boolean, read: (value: unknown) => Read<unknown, LandscapeFaultCode | PolicyFaultCode>): void {
  const reading = read(document);
  const codes = reading.ok ? [] : reading.faults.map(({ code }) => code);
  if (!accepts(document)) expect(codes, JSON.stringify(document)).not.toEqual([]);
  else expect(codes.filter((code) => !onlyReaders.has(code)), JSON.stringify(document)).toEqual([]);
}

const landscapeOf = (value: unknown): Read<unknown, LandscapeFaultCode> => readLandscape(value, smallLibrary, '2026-11-01');
const policyOf = (value: unknown): Read<unknown, PolicyFaultCode> => readPolicy(value, smallLibrary);

const mutated = (documents: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(documents, fc.array(mutation, { maxLength: 3 })).map(([document, mutations]) => {
    const copy = structuredClone(document);
    for (const one of mutations) mutate(copy, { ...one, value: structuredClone(one.value) }); // a strange value may be changed by the next
    return copy;
  });

describe('landscape-1', () => {
  const accepts = schema('landscape-1');

  it('accepts the example and every landscape we write', () => {
    expect(accepts(example('landscape.yaml'))).toBe(true);
    fc.assert(fc.property(landscapeArbitrary(), (landscape) => accepts(landscapeDocument(landscape))), { numRuns: 100 });
  });

  it('and the reader refuse the same', () => {
    const documents = fc.oneof({ weight: 1, arbitrary: fc.constant(example('landscape.yaml')) }, { weight: 3, arbitrary: landscapeArbitrary({ systems: 3, providers: 3, evidence: 3 }).map(landscapeDocument) });
    fc.assert(fc.property(mutated(documents), (document) => agree(document, accepts, landscapeOf)), { numRuns: 1500 });
  });
});

describe('policy-1', () => {
  const accepts = schema('policy-1');
  const own = {
    regiekompas: 'policy/1',
    id: 'own',
    name: { nl: 'Eigen', en: 'Own' },
    outcomes: ['forbidden', 'discouraged', 'conditional', 'permitted'],
    rules: [
      { id: 'a', when: { maxDowntimeHours: { gt: 4, lte: 24 }, delivery: { not: ['saas'] } }, then: 'discouraged' },
      { id: 'b', when: { 'clause.data-in-eu': ['no', 'no-contract'] }, then: 'conditional', conditions: ['access-logging'], because: [{ law: 'gdpr', article: '48' }] },
    ],
  };

  it('accepts the example', () => expect([accepts(example('policy.yaml')), accepts(own)]).toEqual([true, true]));

  it('and the reader refuse the same', () => {
    fc.assert(fc.property(mutated(fc.constantFrom(example('policy.yaml'), own)), (document) => agree(document, accepts, policyOf)), { numRuns: 3000 });
  });
});
