import { expect, it } from 'vitest';
import { stateOf } from './agreement.ts';

const at = new Date('2026-11-01T00:00:00Z');
it.each([
  ['proposed', null, null, '2026-11-23'],
  ['in-force', at, null, '2026-11-23'],
  ['over', at, null, '2026-11-22'],
  ['over', null, null, '2026-11-22'],
  ['ended', at, at, '2027-01-01'],
  ['ended', null, at, '2027-01-01'],
])('is %s when signed %s, ended %s, until %s', (state, acceptedAt, endedAt, until) => {
  expect(stateOf({ acceptedAt, endedAt, until }, '2026-11-23')).toBe(state);
});
