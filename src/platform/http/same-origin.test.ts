import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.ts';

const own = ['https://regie.example.nl'];
const cases: readonly { says: string; method?: string; headers: Record<string, string>; allowed: boolean }[] = [
  { says: 'reading, from anywhere', method: 'GET', headers: { 'sec-fetch-site': 'cross-site' }, allowed: true },
  { says: 'our own page', headers: { 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, allowed: true },
  { says: 'another site', headers: { 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, allowed: false },
  { says: 'another host of the same site', headers: { 'sec-fetch-site': 'same-site', cookie: 'a=b' }, allowed: false },
  { says: 'an old browser on our own page', headers: { origin: 'https://regie.example.nl', cookie: 'a=b' }, allowed: true },
  { says: 'an old browser on another site', headers: { origin: 'https://evil.example', cookie: 'a=b' }, allowed: false },
  { says: 'a page without an origin', headers: { origin: 'null', cookie: 'a=b' }, allowed: false },
  { says: 'nothing said, with a cookie', headers: { cookie: 'a=b' }, allowed: false },
  { says: 'a program without a cookie', headers: {}, allowed: true },
];

describe('who may send a form', () => {
  it.each(cases)('$says: $allowed', ({ method = 'POST', headers, allowed }) => {
    expect(isSameOrigin(method, new Headers(headers), own)).toBe(allowed);
  });
});
