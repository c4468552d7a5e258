/**
 * Slows down guessing. Failures are counted for an account, an address, an organisation and a known device, in the
 * memory of this process: after some, each next one must wait twice as long, up to a longest. Behind one address there
 * may be a whole organisation, so it gets more of them; an organisation waits so short that nobody is kept out.
 */
export type Tried = { readonly kind: 'account' | 'address' | 'organisation' | 'device'; readonly value: string };
const free: Readonly<Record<Tried['kind'], number>> = { account: 5, device: 5, address: 50, organisation: 200 };
const longestSeconds: Readonly<Record<Tried['kind'], number>> = { account: 900, device: 900, address: 900, organisation: 5 };
const forgottenAfterMs = 3_600_000;
const remembered = 10_000;

type Failures = { readonly count: number; readonly last: number };

export type Throttle = {
  /** Seconds still to wait; 0 when one may try. */
  readonly wait: (tried: readonly Tried[], now: Date) => number;
  readonly failed: (tried: readonly Tried[], now: Date) => void;
  readonly succeeded: (tried: readonly Tried[]) => void;
};

const pauseMs = (kind: Tried['kind'], count: number): number => (count < free[kind] ? 0 : Math.min(longestSeconds[kind], 2 ** (count - free[kind])) * 1000);
const keyOf = ({ kind, value }: Tried): string => `${kind} ${value}`;

export function throttle(): Throttle {
  const seen = new Map<string, Failures>();
  const of = (key: string, now: Date): Failures => {
    const known = seen.get(key);
    return known && now.getTime() - known.last < forgottenAfterMs ? known : { count: 0, last: 0 };
  };
  const left = (tried: Tried, now: Date): number => {
    const { count, last } = of(keyOf(tried), now);
    const pause = pauseMs(tried.kind, count);
    // A clock that is set back must not make anybody wait longer than the pause.
    return Math.ceil(Math.min(pause, Math.max(0, last + pause - now.getTime())) / 1000);
  };
  return {
    wait: (tried, now) => Math.max(0, ...tried.map((one) => left(one, now))),
    failed: (tried, now) => {
      for (const key of tried.map(keyOf)) {
        const count = of(key, now).count + 1;
        seen.delete(key);
        seen.set(key, { count, last: now.getTime() });
      }
      for (const key of [...seen.keys()].slice(0, Math.max(0, seen.size - remembered))) seen.delete(key);
    },
    succeeded: (tried) => tried.forEach((one) => seen.delete(keyOf(one))),
  };
}
