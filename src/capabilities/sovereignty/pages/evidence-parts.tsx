/** What a piece of evidence, or a claim, is about: in words and with the way there. */
import type { Knowledge } from '../../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../../platform/words.ts';
import type { Tone } from '../../../ui/icon/component.tsx';
import { NamedLink } from '../../../ui/link/component.tsx';
import { nameOf } from '../../library/public.ts';
import type { EvidenceRow, Place, Topic } from '../evidence-view.ts';
import { layerTitle } from '../spoken.ts';
import { words } from '../words.ts';
import { placeHref } from './system-page-view.ts';

type Speaking = { readonly knowledge: Knowledge; readonly locale: Locale };

export const topicText = ({ measure, clause }: Topic, { knowledge, locale }: Speaking): string => (measure === undefined ? nameOf(knowledge, locale, 'clauses', clause ?? '') : nameOf(knowledge, locale, 'measures', measure));
export const layerText = ({ layer }: Topic, { knowledge, locale }: Speaking): string | undefined => (layer === undefined ? undefined : layerTitle(knowledge, locale, layer));
export const PlaceLink = ({ place, locale }: { readonly place: Place; readonly locale: Locale }) => <NamedLink href={placeHref(place)} text={place.kind === 'contract' ? words(locale).contract(place.name) : place.name} />;

/** In words and as a form: what this evidence does. */
export const effectOf = ({ weight, standing }: EvidenceRow, locale: Locale): { readonly tone: Tone; readonly text: string } => {
  const text = words(locale).evidence.effect;
  if (standing !== 'valid') return { tone: standing === 'expired' ? 'caution' : 'neutral', text: text[standing] };
  return weight === 'contradicts' ? { tone: 'bad', text: text.contradicts } : weight === 'counts' ? { tone: 'good', text: text.counts } : { tone: 'neutral', text: text.stronger };
};
