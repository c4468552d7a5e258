import { describe, expect, it } from 'vitest';
import { throttle } from './throttle.ts';

const start = new Date('2026-11-23T10:00:00Z').getTime();
const at = (seconds: number) => new Date(start + seconds * 1000);
const account = [{ kind: 'account', value: 'a' }] as const;
const address = [{ kind: 'address', value: 'a' }] as const;
const failing = (times: number, tried: typeof account | typeof address = account) => {
  const slowed = throttle();
  for (let time = 0; time < times; time += 1) slowed.failed(tried, at(0));
  return slowed;
};

describe('guessing', () => {
  it.each([[4, 0], [5, 1], [6, 2], [8, 8], [30, 900]])('after %i failures one waits %i seconds', (times, seconds) => {
    expect(failing(times).wait(account, at(0))).toBe(seconds);
  });

  it('the wait runs out, success forgets, an hour forgets', () => {
    expect(failing(8).wait(account, at(5))).toBe(3);
    expect(failing(8).wait(account, at(8))).toBe(0);
    const slowed = failing(8);
    slowed.succeeded(account);
    expect(slowed.wait(account, at(0))).toBe(0);
    const later = failing(30);
    later.failed(account, at(3601));
    expect(later.wait(account, at(3601))).toBe(0);
  });

  it('an address gets more, and is counted apart from an account of the same name', () => {
    expect(failing(49, address).wait(address, at(0))).toBe(0);
    expect(failing(51, address).wait(address, at(0))).toBe(2);
    expect(failing(51, address).wait(account, at(0))).toBe(0);
  });

  it('a clock set back makes nobody wait longer', () => {
    expect(failing(8).wait(account, at(-7200))).toBe(8);
    expect(failing(2).wait(account, at(-7200))).toBe(0);
  });
});
