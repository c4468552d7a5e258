import { expect, it } from 'vitest';
import { sayMissing } from './say-missing.ts';

const said = (since: Parameters<typeof sayMissing>[1]): string => sayMissing('regie.example/log/x/2026', since).map(({ en }) => en).join('\n');

it('EXIT-3 names each entry that is missing, and warns of an older state', () => {
  const text = said({ kind: 'missing', from: 100, until: 120, lastAt: new Date('2026-11-23T10:00:00Z') });
  expect(text).toContain('20 entries are missing from the log regie.example/log/x/2026: number 100 up to and including 119 (counted from 0)');
  expect(text).toContain('up to 2026-11-23T10:00:00.000Z');
  expect(text).toContain('WARNING: this is an older state');
  expect(said({ kind: 'nothing-missing', entries: 120 })).not.toContain('WARNING');
  for (const kind of ['another-past', 'unknown-log'] as const) expect(said({ kind })).toContain('WARNING');
});
