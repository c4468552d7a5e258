/** How an idea or a concern stands, in one word; the same on every page. */
import { showDay } from '../../../platform/dates.ts';
import type { Locale } from '../../../platform/words.ts';
import { Tag } from '../../../ui/tag/component.tsx';
import type { ShownIdea } from '../shown-idea.ts';
import type { State } from '../state.ts';
import { words } from '../words.ts';

const tones = { new: 'unknown', 'being-answered': 'info', yes: 'good', 'not-now': 'neutral', no: 'neutral', back: 'caution' } as const satisfies Record<State, string>;

/** A "no" is an answer like any other, and gets no colour of failure; late is late. */
export function StateTag({ idea: { state, late, owedBy }, locale }: { readonly idea: Pick<ShownIdea, 'state' | 'late' | 'owedBy'>; readonly locale: Locale }) {
  const text = words(locale);
  if (late && owedBy !== null) return <Tag tone="bad">{`${text.states[state]}: ${text.late} (${showDay(owedBy, locale)})`}</Tag>;
  return <Tag tone={tones[state]}>{text.states[state]}</Tag>;
}

export function byWhom({ isAnonymous, isParaphrase, author }: Pick<ShownIdea, 'isAnonymous' | 'isParaphrase' | 'author'>, locale: Locale): string {
  const text = words(locale);
  if (isAnonymous) return text.anonymous;
  return isParaphrase ? text.colleague : (author ?? text.former);
}

export function titleOf({ title, text: told, isAnonymous, isParaphrase }: Pick<ShownIdea, 'title' | 'text' | 'isAnonymous' | 'isParaphrase'>, locale: Locale): string {
  const text = words(locale);
  if (title !== null) return title;
  if (!isParaphrase) return text.gone;
  if (told !== null) return firstWords(told);
  return isAnonymous ? text.hidden : text.confided;
}

/** As many whole words as fit a line. */
function firstWords(told: string): string {
  const short = told.slice(0, 80);
  return short.length === told.length ? told : `${short.slice(0, Math.max(40, short.lastIndexOf(' ')))}…`;
}
