import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { landscapeArbitrary } from '../../../tests/models/landscape-arbitrary.ts';
import { smallLibrary } from '../../../tests/models/small-library.ts';
import { readLandscapeFile } from './read.ts';
import { landscapeJson, landscapeYaml } from './write.ts';

const today = '2026-01-01';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const example = readFileSync(join(import.meta.dirname, '../../../tests/conformance/example/landscape.yaml'));

it('reads the example', () => {
  const read = readLandscapeFile(example, 'landscape.yaml', smallLibrary, today);
  expect(read).toMatchObject({ ok: true, value: { asOf: '2026-11-01' } });
  if (!read.ok) return;
  expect(read.value.systems.find(({ id }) => id === 'zaaksysteem')?.needs).toEqual(['idp', { anyOf: ['mail-a', 'mail-b'] }]);
  expect(read.value.systems.find(({ id }) => id === 'mail-b')?.recovery).toBe('none');
  expect(read.value.contracts[0]?.clauses?.['exit-strategy']).toEqual({ state: 'yes', evidence: ['ev-contract'] });
});

it('reads back what it writes, as YAML and as JSON, to the same landscape and the same text', () => {
  fc.assert(
    fc.property(landscapeArbitrary(), (landscape) => {
      for (const write of [landscapeYaml, landscapeJson]) {
        const text = write(landscape);
        const read = readLandscapeFile(bytes(text), '', smallLibrary, today);
        expect(read).toEqual({ ok: true, value: landscape });
        if (read.ok) expect(write(read.value)).toBe(text);
      }
    }),
    { numRuns: 50 },
  );
});

it('fills in the day where the document names none, and keeps it where it does', () => {
  const text = 'regiekompas: landscape/1\norganisation: { id: a, name: A, country: NL }\n';
  expect(readLandscapeFile(bytes(text), '', smallLibrary, today)).toMatchObject({ ok: true, value: { asOf: today, systems: [] } });
  expect(readLandscapeFile(bytes(`${text}asOf: 2026-05-05\n`), '', smallLibrary, today)).toMatchObject({ ok: true, value: { asOf: '2026-05-05' } });
});

it('reports text and content at once, each with its line', () => {
  const text = 'regiekompas: landscape/1\norganisation: { id: a, name: A, country: NL, country: XX }\nasOf: 2026-02-30\nsystem: []\n';
  const read = readLandscapeFile(bytes(text), '', smallLibrary, today);
  expect(read.ok ? [] : read.faults.map(({ code, line }) => [line, code])).toEqual([
    [2, 'duplicate-key'],
    [2, 'unknown-country'],
    [3, 'date-does-not-exist'],
    [4, 'unknown-key'],
  ]);
});
