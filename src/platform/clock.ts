/** Time, handed in. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until told, for tests. */
export const stoppedClock = (at: string): Clock & { set: (to: string) => void } => {
  let now = new Date(at);
  return { now: () => now, set: (to) => void (now = new Date(to)) };
};

const two = (number: number): string => String(number).padStart(2, '0');

/** The calendar date where the server stands, `YYYY-MM-DD`. */
export const dateOf = (now: Date): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
