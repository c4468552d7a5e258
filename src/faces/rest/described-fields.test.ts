import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../entry/operations.ts';
import { inputSchema } from '../fields/json-schema.ts';
import { exampleOf, fieldsIn } from './described-fields.ts';

const told = z.strictObject({
  name: z.string().min(1).max(300),
  days: z.int().min(1).max(365).optional(),
  owners: z.array(z.strictObject({ provider: z.uuid(), share: z.number().optional() })),
  kind: z.enum(['a', 'b']),
  claims: z.record(z.string(), z.strictObject({ state: z.boolean() })).optional(),
  end: z.iso.date().nullable(),
});

describe('the members of an operation', () => {
  it('stand a line each, with their type, what holds them before what is in them', () => {
    expect(fieldsIn(inputSchema(told)).map(({ name, type, isRequired }) => [name, type, isRequired])).toEqual([
      ['name', 'string 1–300', true],
      ['days', 'integer 1–365', false],
      ['owners', 'object[]', true],
      ['owners[].provider', 'string (uuid)', true],
      ['owners[].share', 'number', false],
      ['kind', '"a" | "b"', true],
      ['claims', 'object', false],
      ['claims.{…}', 'object', false],
      ['claims.{…}.state', 'boolean', true],
      ['end', 'string (date) | null', true],
    ]);
  });

  it('have an example that has the shape that is asked', () => {
    expect(told.safeParse(exampleOf(inputSchema(told))).success).toBe(true);
  });

  it('have an example of every operation that is an object with all that is required', () => {
    for (const { name, input } of operations) {
      const example = exampleOf(inputSchema(input)) as Record<string, unknown>;
      expect([name, Object.keys(example).toSorted()]).toEqual([name, [...(inputSchema(input).required ?? [])].toSorted()]);
    }
  });
});
