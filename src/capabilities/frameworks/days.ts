/** The days on which a duty begins or ends, of the frameworks in use: for everybody who may read them. */
import { decide } from '../../platform/permission.ts';
import type { DaysFor } from '../../platform/slice.ts';
import { locales, type Text } from '../../platform/words.ts';
import { frameworksOf } from './library.ts';
import { frameworkName } from './spoken.ts';
import { words } from './words.ts';

const inBoth = (say: (locale: (typeof locales)[number]) => string): Text => ({ nl: say('nl'), en: say('en') });
const kinds = ['applies', 'deadline', 'in-force', 'intended'] as const;
type Kind = (typeof kinds)[number];
const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

export const lawDays: DaysFor = (at) => {
  if (!decide(at.rights, 'framework:read').may) return Promise.resolve([]);
  const all = [...frameworksOf(at.knowledge).shown].filter(([, { nature }]) => nature === 'law');
  return Promise.resolve(all.flatMap(([id, { dates }]) => dates.filter(({ date, kind }) => date >= at.today && isKind(kind)).map(({ id: part, date, kind }) => ({
    id: `framework-${id}-${part}`, day: date, path: `/frameworks/${id}` as const,
    title: inBoth((locale) => words(locale).days[kind as Kind](frameworkName({ knowledge: at.knowledge, locale }, id))), why: inBoth((locale) => words(locale).days.why),
  }))));
};
