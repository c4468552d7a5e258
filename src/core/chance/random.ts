/**
 * Chance that anybody can repeat: a seed in words gives the same numbers everywhere. For relabelling and
 * lots whose seed is published; never for secrets.
 * Source: FNV-1a for the seed; xorshift-multiply mixing of a Weyl sequence ("splitmix") for the numbers.
 */
export type Random = () => number;

function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** @returns numbers in [0, 1), each of 32 bits. */
export function randomFrom(seed: string): Random {
  let state = hash32(seed);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
