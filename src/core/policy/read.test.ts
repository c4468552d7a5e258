import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { smallLibrary } from '../../../tests/models/small-library.ts';
import { pathText } from '../fault.ts';
import { policyDocument, readPolicy } from './read.ts';

const policy = (rule: object, more: object = {}): unknown => ({ regiekompas: 'policy/1', id: 'p', name: { nl: 'P', en: 'P' }, rules: [{ id: 'r1', when: {}, then: 'permitted', ...rule }], ...more });
const faultsOf = (value: unknown): [string, string, unknown?][] => {
  const read = readPolicy(value, smallLibrary);
  return read.ok ? [] : read.faults.map(({ code, path, details }) => (details['nearest'] ? [code, pathText(path), details['nearest']] : [code, pathText(path)]));
};

it('reads the example and writes it back', () => {
  const read = readPolicy(parse(readFileSync(join(import.meta.dirname, '../../../tests/conformance/example/policy.yaml'), 'utf8')), smallLibrary);
  expect(read).toMatchObject({ ok: true, value: { id: 'voorbeeldbeleid', outcomes: ['forbidden', 'conditional', 'permitted'] } });
  if (read.ok) expect(readPolicy(policyDocument(read.value), smallLibrary)).toEqual(read);
});

describe('a policy document', () => {
  it.each<[string, unknown, [string, string, unknown?][]]>([
    ['everything allowed', policy({ when: { classification: ['none'], 'clause.exit-strategy': { not: 'yes' }, maxDowntimeHours: { gt: 4, lte: 8 } } }), []],
    ['own outcomes', policy({ then: 'discouraged' }, { outcomes: ['forbidden', 'discouraged', 'permitted'] }), []],
    ['an unknown outcome', policy({ then: 'permited' }), [['unknown-outcome', 'rules[0].then', 'permitted']]],
    ['a reserved outcome', policy({ then: 'gap' }, { outcomes: ['gap'] }), [['outcome-reserved', 'outcomes[0]']]],
    ['an outcome named twice', policy({}, { outcomes: ['permitted', 'Permitted'] }), [['id-lookalike', 'outcomes[1]']]],
    ['no outcomes', policy({}, { outcomes: [] }), [['too-few-items', 'outcomes'], ['unknown-outcome', 'rules[0].then']]],
    ['conditions elsewhere', policy({ conditions: ['access-logging'] }), [['conditions-without-conditional', 'rules[0].conditions']]],
    ['an unknown condition', policy({ then: 'conditional', conditions: ['acces-logging'] }), [['unknown-condition', 'rules[0].conditions[0]', 'access-logging']]],
    ['an unknown fact', policy({ when: { clasification: 'critical' } }), [['unknown-fact', 'rules[0].when.clasification', 'classification']]],
    ['an unknown clause', policy({ when: { 'clause.exit-stratgy': 'yes' } }), [['unknown-fact-clause', 'rules[0].when.clause.exit-stratgy', 'clause.exit-strategy']]],
    ['the pattern for clauses itself', policy({ when: { 'clause.*': 'yes' } }), [['unknown-fact-clause', 'rules[0].when.clause.*']]],
    ['an unknown value', policy({ when: { classification: ['critcal'] } }), [['unknown-fact-value', 'rules[0].when.classification[0]', 'critical']]],
    ['an empty list', policy({ when: { classification: [], delivery: { not: [] } } }), [['too-few-items', 'rules[0].when.classification'], ['too-few-items', 'rules[0].when.delivery.not']]],
    ['a range on values', policy({ when: { classification: { lt: 3 } } }), [['range-on-values', 'rules[0].when.classification']]],
    ['a value on thresholds', policy({ when: { maxDowntimeHours: '[0,4)' } }), [['value-on-thresholds', 'rules[0].when.maxDowntimeHours']]],
    ['all but a value on thresholds', policy({ when: { maxDowntimeHours: { not: 'none' } } }), [['value-on-thresholds', 'rules[0].when.maxDowntimeHours']]],
    ['lt and lte', policy({ when: { maxDowntimeHours: { lt: 3, lte: 4 } } }), [['range-with-lt-and-lte', 'rules[0].when.maxDowntimeHours']]],
    ['gt and gte', policy({ when: { maxDowntimeHours: { gt: 3, gte: 4 } } }), [['range-with-gt-and-gte', 'rules[0].when.maxDowntimeHours']]],
    ['a range of nothing', policy({ when: { maxDowntimeHours: { gt: 4, lte: 4 } } }), [['range-holds-nothing', 'rules[0].when.maxDowntimeHours']]],
    ['an empty range', policy({ when: { maxDowntimeHours: {} } }), [['too-few-items', 'rules[0].when.maxDowntimeHours']]],
    ['two rules of one id', policy({}, { rules: [{ id: 'r', when: {}, then: 'permitted' }, { id: 'r', when: {}, then: 'permitted' }] }), [['id-duplicate', 'rules[1].id']]],
    ['one language', { ...(policy({}) as object), name: { nl: 'P' } }, [['missing', 'name.en']]],
    ['a landscape', { regiekompas: 'landscape/1' }, [['not-this-format', 'regiekompas']]],
    ['another version', policy({}, { regiekompas: 'policy/2' }), [['other-version', 'regiekompas']]],
    ['nothing', null, [['no-value', '(document)']]],
  ])('%s', (_, value, faults) => expect(faultsOf(value)).toEqual(faults));
});
