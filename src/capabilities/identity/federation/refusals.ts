/** What somebody reads when the provider's word does not hold, or the provider does not answer. */
import type { OutsideContext } from '../../../platform/context.ts';
import { ProviderAway, ProviderRefused } from '../../../platform/provider/identity-provider.ts';
import { conflict, type Refusal, unavailable } from '../../../platform/refusal.ts';
import { both } from '../../../platform/words.ts';
import { words } from './words.ts';

/** INVARIANT: one answer, whatever did not hold: who tries learns nothing from it. The log says what it was. */
export const notRecognised = conflict(both(words, (text) => text.notRecognised));
export const unknownHere = { refused: 'conflict', message: both(words, (text) => text.unknownHere) } as const satisfies Refusal;
export const otherAccount = conflict(both(words, (text) => text.otherAccount));
export const tooLittleKnown = conflict(both(words, (text) => text.tooLittleKnown));
export const notSureEnough = conflict(both(words, (text) => text.notSureEnough));

/** @throws what is neither. */
export function refusalFor(error: unknown, { log }: OutsideContext): Refusal {
  if (!(error instanceof ProviderRefused) && !(error instanceof ProviderAway)) throw error;
  const isAway = error instanceof ProviderAway;
  log('warn', isAway ? 'provider-away' : 'provider-refused', { because: error.message });
  return isAway ? unavailable(both(words, (text) => text.away)) : notRecognised;
}
