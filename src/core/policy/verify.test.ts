import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import schema from '../../../library/schemas/policy-verification-1.schema.json' with { type: 'json' };
import { compilePolicy, type CompiledPolicy } from './compile.ts';
import { factSets } from './fact-sets.ts';
import { explain } from './explain.ts';
import { countFaults, verifyPolicy } from './verify.ts';
import type { Policy, Rule } from './policy.ts';

const domain = (id: string, ...values: readonly string[]) => ({ id, domain: { kind: 'values' as const, values }, changeable: true });
const definitions = [
  domain('classification', 'none', 'regular', 'sensitive', 'critical'),
  domain('disclosure', 'none', 'mitigated', 'exposed'),
  domain('exitPlan', 'tested', 'declared', 'none'),
  { id: 'maxDowntimeHours', domain: { kind: 'thresholds' as const, unit: 'hours' as const }, changeable: false },
];

const policyOf = (rules: readonly Rule[]): Policy => ({ id: 'p', name: { nl: 'p', en: 'p' }, outcomes: ['forbidden', 'conditional', 'permitted'], rules });
const compiled = (...rules: readonly Rule[]): CompiledPolicy => compilePolicy(policyOf(rules), definitions);

const example = compiled(
  { id: 'r1', when: { classification: 'critical', disclosure: 'exposed' }, then: 'forbidden', because: [{ law: 'gdpr', article: '48' }] },
  { id: 'r2', when: { classification: ['critical', 'sensitive'], exitPlan: { not: 'tested' } }, then: 'conditional', conditions: ['exit-strategy'] },
  { id: 'r3', when: { classification: 'critical', disclosure: ['none', 'mitigated'] }, then: 'conditional', conditions: ['access-logging'] },
  { id: 'r4', when: { classification: ['none', 'regular', 'sensitive'] }, then: 'permitted' },
);

test('the example policy has no gaps, and eight clashes in two places', () => {
  const { gaps, clashes, cases, deadRows } = verifyPolicy(example);
  expect({ gaps, cases, deadRows }).toEqual({ gaps: { count: 0, examples: [] }, cases: 36, deadRows: [] });
  expect(clashes).toEqual({
    count: 8,
    examples: [
      { when: { classification: ['sensitive'], exitPlan: ['declared', 'none'] }, cases: 6, rows: ['r2', 'r4'], outcomes: ['conditional', 'permitted'] },
      { when: { classification: ['critical'], disclosure: ['exposed'], exitPlan: ['declared', 'none'] }, cases: 2, rows: ['r1', 'r2'], outcomes: ['forbidden', 'conditional'] },
    ],
  });
});

test('a gap is named by as few facts as possible, with all the values it holds for', () => {
  const { gaps } = verifyPolicy(compiled({ id: 'r1', when: { classification: 'critical', disclosure: 'exposed' }, then: 'forbidden' }));
  expect(gaps).toEqual({
    count: 11,
    examples: [
      { when: { classification: ['none', 'regular', 'sensitive'] }, cases: 9 },
      { when: { classification: ['critical'], disclosure: ['none', 'mitigated'] }, cases: 2 },
    ],
  });
});

test('an empty table leaves its one case open', () => {
  expect(verifyPolicy(compiled())).toMatchObject({ facts: [], cases: 1, gaps: { count: 1, examples: [{ when: {}, cases: 1 }] } });
});

test('a dead row says which rows cover it; one that only adds a condition lives', () => {
  const { deadRows } = verifyPolicy(
    compiled(
      { id: 'never', when: { maxDowntimeHours: { gte: 24, lt: 8 } }, then: 'forbidden' },
      { id: 'low', when: { disclosure: ['none', 'mitigated'] }, then: 'forbidden' },
      { id: 'high', when: { disclosure: 'exposed', exitPlan: { not: 'tested' } }, then: 'conditional', conditions: ['exit-strategy'] },
      { id: 'dead', when: { exitPlan: 'none' }, then: 'conditional', conditions: ['exit-strategy'] },
      { id: 'adds', when: { exitPlan: 'none' }, then: 'conditional', conditions: ['access-logging'] },
      { id: 'overruled', when: { disclosure: 'none' }, then: 'permitted' },
    ),
  );
  expect(deadRows).toEqual([
    { rule: 'never', why: 'never-matches' },
    { rule: 'dead', why: 'covered', by: ['low', 'high'] },
    { rule: 'overruled', why: 'covered', by: ['low'] },
  ]);
});

test('counts beyond what a JSON number carries exactly are decimal text', () => {
  const many = Array.from({ length: 40 }, (_, at) => domain(`f${at}`, 'a', 'b', 'c'));
  const rules = many.map(({ id }, at) => ({ id: `r${at}`, when: { [id]: 'a' }, then: 'forbidden' }));
  expect(countFaults(compilePolicy(policyOf(rules), many))).toEqual({ gaps: 2 ** 40, clashes: 0 });
  expect(verifyPolicy(compilePolicy(policyOf(rules), many)).cases).toBe((3n ** 40n).toString());
});

test('an explanation names the rows that match, what they hang on, and which can decide', () => {
  const sets = factSets(example, (fact) => ({ classification: ['critical'], disclosure: ['exposed'], exitPlan: ['tested', 'none'] })[fact]);
  expect(explain(example, sets)).toEqual([
    { rule: 'r1', outcome: 'forbidden', matches: 'always', decides: true, dependsOn: [], because: [{ law: 'gdpr', article: '48' }] },
    { rule: 'r2', outcome: 'conditional', matches: 'sometimes', decides: false, dependsOn: ['exitPlan'], because: [] },
  ]);
});

test('what verify-policy answers follows its schema', () => {
  const valid = new Ajv2020().compile(schema);
  for (const policy of [example, compiled(), compiled({ id: 'r', when: { maxDowntimeHours: { gte: 24, lt: 8 } }, then: 'forbidden' })]) {
    expect(valid(JSON.parse(JSON.stringify(verifyPolicy(policy)))), JSON.stringify(valid.errors)).toBe(true);
  }
  expect(valid({ ...verifyPolicy(example), cases: '12' })).toBe(false);
});
