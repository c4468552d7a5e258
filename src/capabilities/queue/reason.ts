/** Why work did not succeed, from the one word that is kept of it. */
import type { Locale } from '../../platform/words.ts';
import { words } from './words.ts';

type Reasons = ReturnType<typeof words>['reasons'];

/** A word nobody translated is shown as it is: better than nothing. */
export function sayReason(reason: string, locale: Locale): string {
  const { status, ...reasons } = words(locale).reasons;
  const [, answered] = /^status-(\d{3})$/.exec(reason) ?? [];
  return answered === undefined ? ((reasons as Omit<Reasons, 'status'> & Record<string, string>)[reason] ?? reason) : status(answered);
}
