import type { Tone } from '../icon/component.tsx';

/** How a state that several pages show is drawn; its word comes from the page. */
const exposure: Readonly<Record<string, Tone>> = { none: 'good', mitigated: 'shielded', possible: 'unknown', exposed: 'bad' };
const claim: Readonly<Record<string, Tone>> = { yes: 'good', no: 'bad', 'not-applicable': 'neutral', unknown: 'unknown' };

export const exposureTone = (status: string): Tone => exposure[status] ?? 'unknown';
export const claimTone = (state: string | undefined): Tone => claim[state ?? 'unknown'] ?? 'unknown';

/**
 * A verdict by its place among the policy's outcomes, which a policy names itself, worst first:
 * the worst is bad, the best is good, all between are a caution.
 */
export function verdictTone(verdict: string, outcomesWorstFirst: readonly string[]): Tone {
  if (verdict === 'gap') return 'gap';
  const at = outcomesWorstFirst.indexOf(verdict);
  if (at === -1) return 'unknown';
  if (at === 0) return 'bad';
  return at === outcomesWorstFirst.length - 1 ? 'good' : 'caution';
}
