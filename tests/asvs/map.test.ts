import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asvsPage } from '../../scripts/asvs-page.ts';
import { type Held, requirements } from './map.ts';

const root = join(import.meta.dirname, '../..');
/** Levels 1 and 2 of each chapter, as OWASP published version 5.0.0. */
const inChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

/** Why this is not held by what it says, or null. */
function wrongWith({ test, document, notApplicable, gap }: Held): string | null {
  if ([test, document, notApplicable, gap].filter((one) => one !== undefined).length !== 1) return 'is held by none, or by two';
  const { file, ...rest } = test ?? document ?? { file: null };
  if (file === null) return (notApplicable ?? gap ?? '').length > 10 ? null : 'has no reason';
  if (!existsSync(join(root, file))) return `${file} is not there`;
  const text = readFileSync(join(root, file), 'utf8');
  if ('name' in rest) return file.endsWith('.test.ts') || file.endsWith('.test.tsx') ? (text.includes(rest.name as string) ? null : `${file} has no test “${rest.name}”`) : `${file} is no test`;
  return new RegExp(`^#+ ${(rest as { heading: string }).heading}$`, 'm').test(text) ? null : `${file} has no such heading`;
}

describe('IDN-6 ASVS 5.0, level 2', () => {
  it('IDN-6 each of the 253 requirements stands here once, with its level', () => {
    expect(inChapter.map((_, nth) => requirements.filter(({ id }) => id.startsWith(`${nth + 1}.`)).length)).toEqual(inChapter);
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(253);
    expect([1, 2].map((level) => requirements.filter((held) => held.level === level).length)).toEqual([70, 183]);
  });

  it.each(requirements)('IDN-6 $id ($subject) is held by what exists, or says why not', (held) => {
    expect(wrongWith(held)).toBeNull();
  });

  it('IDN-6 what is held by nothing is noticed', () => {
    const one = { id: '0.0.0', level: 1, subject: 'nothing' } as const;
    const wrong: readonly Held[] = [one, { ...one, gap: 'No.' }, { ...one, test: { file: 'tests/none.test.ts', name: 'x' } }, { ...one, test: { file: 'tests/asvs/map.test.ts', name: ['no', 'such', 'name'].join(' ') } }, { ...one, document: { file: 'README.md', heading: 'No such heading' } }];
    expect(wrong.map(wrongWith)).not.toContain(null);
  });

  it('the page of ASVS says what the map says; otherwise run `npm run docs:asvs`', () => {
    expect(readFileSync(join(root, 'docs/asvs.md'), 'utf8')).toBe(asvsPage());
  });
});
