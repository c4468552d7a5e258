/** The library's words about frameworks, shared questions and their steps. */
import type { Criterion, Read } from '../../core/frameworks/framework.ts';
import type { Source } from '../../core/frameworks/step.ts';
import type { Knowledge } from '../../platform/knowledge/knowledge.ts';
import type { Locale } from '../../platform/words.ts';
import { contractNames, itemOf } from '../landscape/public.ts';
import { nameOf, wordOf } from '../library/public.ts';
import { factName } from '../sovereignty/public.ts';
import type { Desk } from './standings.ts';
import { words } from './words.ts';

export type Speaker = { readonly knowledge: Knowledge; readonly locale: Locale };

export const frameworkName = ({ knowledge, locale }: Speaker, id: string): string => nameOf(knowledge, locale, 'frameworks', id);
export const frameworkWord = ({ knowledge, locale }: Speaker, id: string, name: string): string | undefined => wordOf(knowledge, locale, 'frameworks', id, name);
export const groupName = (speaker: Speaker, framework: string, group: string): string => frameworkWord(speaker, framework, `groups.${group}`) ?? words(speaker.locale).ownDemands;
export const matterName = ({ knowledge, locale }: Speaker, id: string): string => nameOf(knowledge, locale, 'matters', id);
export const matterQuestion = ({ knowledge, locale }: Speaker, id: string): string => wordOf(knowledge, locale, 'matters', id, 'question') ?? id;

export const criterionWord = (speaker: Speaker, desk: Pick<Desk, 'own'>, framework: string, id: string, word: 'name' | 'question'): string =>
  frameworkWord(speaker, framework, `criteria.${id}.${word}`) ?? desk.own.find((one) => one.id === id)?.[word] ?? (word === 'question' ? criterionWord(speaker, desk, framework, id, 'name') : id);

/** What a step means: the criterion's own words, those of the framework, or yes and no. */
export function stepWord(speaker: Speaker, framework: string, { id, levels }: Criterion, step: number): string {
  const own = frameworkWord(speaker, framework, `criteria.${id}.steps.s${step}`);
  if (own !== undefined) return own;
  const text = words(speaker.locale);
  if (levels.length === 2) return step === 1 ? text.answers.yes : text.answers.no;
  return frameworkWord(speaker, framework, `steps.s${step}`) ?? text.stepOf(step + 1, levels.length);
}

const readKinds = { measure: 'measures', clause: 'clauses', matter: 'matters' } as const;
/** What is held to be so. Of a fact the values that count as yes stand with it, since its name alone says neither: Exit plan “practised”. */
export function readName(speaker: Speaker, { kind, id, is = [] }: Read): string {
  const { knowledge, locale } = speaker;
  if (kind !== 'fact') return nameOf(knowledge, locale, readKinds[kind], id);
  const name = factName(knowledge, locale, id);
  if (is.length === 1 && is[0] === 'yes') return name;
  const values = is.map((value) => wordOf(knowledge, locale, 'facts', id, `phrases.short.${value}`) ?? value);
  return `${name} “${new Intl.ListFormat(locale, { type: 'disjunction' }).format(values)}”`;
}

export type Where = { readonly text: string; readonly href?: string | undefined };
const itemKinds = { system: 'systems', provider: 'providers', contract: 'contracts' } as const;

/** Where something was said, as a reader can go and look. */
export function whereOf(speaker: Speaker, desk: Pick<Desk, 'landscape'>, { kind, id }: Source): Where {
  const text = words(speaker.locale);
  if (kind === 'organisation' || kind === 'rule') return { text: desk.landscape.organisation.name };
  if (kind === 'answer') return { text: text.ownAnswer };
  const name = kind === 'contract' ? contractNames(desk.landscape)(desk.landscape.contracts.find((one) => one.id === id)!) : itemOf(desk.landscape, itemKinds[kind], id)?.name;
  return { text: name ?? id, href: `/${itemKinds[kind]}/${id}` };
}
