/** The description of the API against the Dutch API Design Rules, by Spectral; and each rule against a description that breaks it. */
import spectral from '@stoplight/spectral-core';
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/entry/operations.ts';
import { openApiOf } from '../../src/faces/rest/openapi.ts';
import { apiRules, ruleset } from './ruleset.ts';

const linter = new spectral.Spectral();
linter.setRuleset(ruleset);

const described = (): unknown => JSON.parse(JSON.stringify(openApiOf(operations, 'https://regie.example.nl', 'regie', 'nl')));
const lint = async (description: unknown): Promise<string[]> => (await linter.run(description as Record<string, unknown>)).map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`);

describe('the description of the API', () => {
  it(`keeps all ${Object.keys(apiRules).length} rules`, async () => {
    expect(await lint(described())).toEqual([]);
  });

  it.each(Object.entries(apiRules))('%s bites', async (name, { wrong }) => {
    const description = described();
    wrong(description);
    const found = await lint(description);
    expect(found.filter((fault) => fault.startsWith(`${name} at `))).not.toEqual([]);
  });
});
