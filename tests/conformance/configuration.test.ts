import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { configurationPage } from '../../scripts/configuration-page.ts';

it('the page of settings says what the program reads; otherwise run `npm run docs:configuration`', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8')).toBe(configurationPage());
});
