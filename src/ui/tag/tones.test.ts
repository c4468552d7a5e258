import { expect, it } from 'vitest';
import { claimTone, exposureTone, verdictTone } from './tones.ts';

it.each([
  ['forbidden', 'bad'], ['discouraged', 'caution'], ['conditional', 'caution'], ['permitted', 'good'], ['undetermined', 'unknown'], ['gap', 'gap'],
])('draws the verdict %s as %s', (verdict, tone) => expect(verdictTone(verdict, ['forbidden', 'discouraged', 'conditional', 'permitted'])).toBe(tone));

it('draws what it does not know as unknown', () => {
  expect([exposureTone('?'), claimTone(undefined), claimTone('maybe')]).toEqual(['unknown', 'unknown', 'unknown']);
});
