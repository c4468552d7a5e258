import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inputSchema } from './json-schema.ts';
import { type Fields, fieldsOf, readFields } from './read-fields.ts';

const claim = z.union([z.enum(['yes', 'no']), z.strictObject({ state: z.enum(['yes', 'no']), reason: z.string().optional() })]);
const system = z.strictObject({
  id: z.string().min(1),
  note: z.string().optional(),
  free: z.string(),
  size: z.number().optional(),
  critical: z.boolean(),
  kind: z.enum(['iaas', 'saas']).optional(),
  datasets: z.array(z.string()).optional(),
  owners: z.array(z.strictObject({ provider: z.string(), share: z.number().optional() })).optional(),
  layers: z.record(z.string(), z.strictObject({ operator: z.string().optional(), measures: z.record(z.string(), claim).optional() })).optional(),
});
const read = (fields: Fields) => readFields(inputSchema(system), fields);

const cases: readonly { says: string; fields: Fields; gives: unknown }[] = [
  { says: 'an unticked required box is a no', fields: [['id', 'a']], gives: { id: 'a', critical: false } },
  { says: 'a ticked one a yes', fields: [['critical', 'on']], gives: { critical: true } },
  { says: 'an empty optional text was not given', fields: [['note', '']], gives: { critical: false } },
  { says: 'an empty required free text is an answer', fields: [['free', '']], gives: { free: '', critical: false } },
  { says: 'numbers are numbers, also with a comma', fields: [['size', '1,5']], gives: { size: 1.5, critical: false } },
  { says: 'what is no number stays for the schema to refuse', fields: [['size', 'many']], gives: { size: 'many', critical: false } },
  { says: 'an empty choice was not made', fields: [['kind', '']], gives: { critical: false } },
  { says: 'a repeated name is a list, empty ones left out', fields: [['datasets', 'a'], ['datasets', ''], ['datasets', 'b']], gives: { datasets: ['a', 'b'], critical: false } },
  { says: 'numbered names are a list of groups; an empty row is none', fields: [['owners.1.provider', 'q'], ['owners.0.provider', 'p'], ['owners.0.share', '0.5'], ['owners.2.provider', ''], ['owners.2.share', '']], gives: { owners: [{ provider: 'p', share: 0.5 }, { provider: 'q' }], critical: false } },
  { says: 'records of groups nest; an empty group was not given', fields: [['layers.6.operator', 'self'], ['layers.7.operator', '']], gives: { layers: { 6: { operator: 'self' } }, critical: false } },
  { says: 'a union takes the way it is written', fields: [['layers.6.measures.backup', 'yes'], ['layers.6.measures.own-keys.state', 'no'], ['layers.6.measures.own-keys.reason', 'because']], gives: { layers: { 6: { measures: { backup: 'yes', 'own-keys': { state: 'no', reason: 'because' } } } }, critical: false } },
  { says: 'a name nobody knows stays for the schema to refuse', fields: [['colour', 'red']], gives: { colour: 'red', critical: false } },
];

describe('fields to input', () => {
  it.each(cases)('$says', ({ fields, gives }) => expect(read(fields)).toEqual(gives));

  it('__proto__ is a name like another, and refused like another', () => {
    const input = read([['__proto__.polluted', 'x']]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(system.safeParse(input).success).toBe(false);
  });
});

const text = fc.stringMatching(/^[a-z]{1,6}$/);
const anyClaim = fc.oneof(fc.constantFrom('yes' as const, 'no' as const), fc.record({ state: fc.constantFrom('yes' as const, 'no' as const), reason: text }));
const anySystem = fc.record(
  {
    id: text, free: text, critical: fc.boolean(), note: text, size: fc.integer(), kind: fc.constantFrom('iaas' as const, 'saas' as const),
    datasets: fc.array(text, { minLength: 1, maxLength: 4 }),
    owners: fc.array(fc.record({ provider: text, share: fc.constantFrom(0.25, 1) }, { requiredKeys: ['provider'] }), { minLength: 1, maxLength: 12 }),
    layers: fc.dictionary(fc.constantFrom('1', '6', '7'), fc.record({ operator: text, measures: fc.dictionary(text, anyClaim, { minKeys: 1 }) }), { minKeys: 1 }),
  },
  { requiredKeys: ['id', 'free', 'critical'] },
);

it('what a form shows comes back as it was', () => {
  fc.assert(fc.property(anySystem, (value) => void expect(read(fieldsOf(value))).toEqual(structuredClone(value))), { numRuns: 300 });
});
