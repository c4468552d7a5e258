/** What the deployment files name is there: each setting, each address. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settings } from '../../src/platform/config/settings.ts';

const deploy = join(import.meta.dirname, '../../deploy');
const files = readdirSync(deploy, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith('.go'))
  .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));
const known = new Set<string>(Object.values(settings).map(({ name }) => name));

it('every setting they name is one', () => {
  const named = files.flatMap(({ name, text }) => [...text.matchAll(/\b(?:REGIE_[A-Z_]+|DATABASE_[A-Z_]*URL)\b/g)].map(([setting]) => `${name}: ${setting.replace(/_FILE$/, '')}`));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((line) => !known.has(line.split(': ')[1] as string))).toEqual([]);
});

it('they ask after its health where it answers', () => {
  const served = readFileSync(join(deploy, '../src/faces/operate.ts'), 'utf8');
  const asked = files.flatMap(({ text }) => [...text.matchAll(/path: (\/[a-z]+z)\b|:8080(\/[a-z]+z)/g)].map(([, probe, check]) => (probe ?? check) as string));
  expect(new Set(asked)).toEqual(new Set(['/healthz', '/readyz']));
  for (const path of asked) expect(served).toContain(`'${path}'`);
});
