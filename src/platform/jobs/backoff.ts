/** How long to wait before another attempt. */

const firstSeconds = 15;
const longestSeconds = 6 * 3600;

/** Between sixteen hours and a day and a half of trying, in all. */
export const attemptsAtMost = 16;

/**
 * Twice as long each time, up to a limit, and anything between half of it and all: what failed together does not come
 * back together.
 *
 * @param attempts how often it was tried, from 1.
 * @param random from 0 up to 1.
 */
export const waitSeconds = (attempts: number, random: number): number => Math.min(longestSeconds, firstSeconds * 2 ** (attempts - 1)) * (0.5 + random / 2);
