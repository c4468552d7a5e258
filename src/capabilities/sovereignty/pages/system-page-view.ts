/** What every part of a system's page is handed, and the names that stand in it. */
import type { Source } from '../../../core/landscape/plates.ts';
import type { Reading } from '../../../core/library/library.ts';
import type { PageView } from '../../../platform/screen.ts';
import type { Locale } from '../../../platform/words.ts';
import { entryOf, nameOf } from '../../library/public.ts';
import type { SystemView } from '../system-view.ts';
import { words } from '../words.ts';

export type SystemPageView = PageView<{ readonly id: string; readonly reading?: Reading | undefined }, SystemView>;

export const nameIn = ({ output }: SystemPageView, kind: 'provider' | 'system' | 'dataset' | 'contract' | 'organisation', id: string): string => output.names[`${kind}/${id}`] ?? id;
export const operatorName = (view: SystemPageView, operator: string): string => (operator === 'self' ? words(view.locale).self : nameIn(view, 'provider', operator));
export const operatorHref = (operator: string): string | undefined => (operator === 'self' ? undefined : `/providers/${operator}`);

/** The name of a place where something was said, and its page. */
export const placeName = (view: SystemPageView, { kind, id }: Source): string => (kind === 'contract' ? words(view.locale).contract(nameIn(view, kind, id)) : nameIn(view, kind, id));
export const placeHref = ({ kind, id }: Source): string => (kind === 'organisation' ? '/organisation' : `/${kind}s/${id}`);

export const measureOrClause = ({ knowledge, locale }: SystemPageView, id: string): string => nameOf(knowledge, locale, entryOf(knowledge, 'measures', id) ? 'measures' : 'clauses', id);

export const joined = (names: readonly string[], locale: Locale, type: 'conjunction' | 'disjunction' = 'conjunction'): string => new Intl.ListFormat(locale, { type }).format(names);

/** The same page under the other reading. */
export const readingHref = (id: string, reading: Reading): string => `/systems/${id}${reading === 'narrow' ? '?reading=narrow' : ''}`;
