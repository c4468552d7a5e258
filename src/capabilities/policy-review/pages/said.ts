/** What the pages of a policy share: its words in the reader's language, and how figures are written. */
import type { CompiledPolicy } from '../../../core/policy/compile.ts';
import type { Locale } from '../../../platform/words.ts';
import type { PageView } from '../../../platform/screen.ts';
import { entryOf, groundOf, wordOf } from '../../library/public.ts';
import { compiledPolicy } from '../../policy/public.ts';
import type { Part, ShownPolicy } from '../shown-policy.ts';
import { words } from '../words.ts';
import type { Speaker } from '../speak.ts';

export type PolicyInput = { readonly id?: string | undefined; readonly reading?: 'wide' | 'narrow' | undefined; readonly part?: Part | undefined; readonly page?: number | undefined };
export type PolicyView = PageView<PolicyInput, ShownPolicy>;

/** INVARIANT: the library has the policy; the operation answered with it. */
export const compiledOf = ({ knowledge, output }: Pick<PolicyView, 'knowledge' | 'output'>): CompiledPolicy => compiledPolicy(knowledge, output.policy.id);

/** This page with something else chosen; another page of a list is not kept. */
export function hrefWith({ url }: Pick<PolicyView, 'url'>, chosen: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of ['page', 'lang']) query.delete(name);
  for (const [name, value] of Object.entries(chosen)) query.set(name, value);
  return `${url.pathname}?${query}`;
}

/** A text that stands beside the policy in the library: why a row is there, what is not covered. */
export const aboutWord = ({ knowledge, locale }: Speaker, policy: string, name: string): string | undefined => wordOf(knowledge, locale, 'policies.about', policy, name);

type Told = { readonly id: string };
export type About = Told & {
  readonly binds: 'nobody' | 'central-government';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly lastVerified: string;
  readonly sources: readonly { readonly title: string; readonly url?: string }[];
  readonly clashes: readonly (Told & { readonly outcomes: readonly string[] })[];
  readonly assumptions: readonly Told[];
  readonly notCovered: readonly (Told & { readonly article?: string })[];
};
export const aboutOf = ({ knowledge }: Pick<Speaker, 'knowledge'>, policy: string): About | undefined => entryOf<About & Readonly<Record<string, unknown>>>(knowledge, 'policies.about', policy);

export const dateText = (locale: Locale, date: string): string => new Date(date).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });

/** "AVG, artikel 48", with its page. */
export function groundText({ knowledge, locale }: Speaker, { law, article }: { readonly law: string; readonly article?: string }): { readonly text: string; readonly href?: string } {
  const { name, href } = groundOf(knowledge, locale, law);
  return { text: article === undefined ? name : words(locale).article(name, article), ...(href === undefined ? {} : { href }) };
}

/** Rows are spoken of by their number; their ids are for files. */
export function ruleNames({ policy }: Pick<CompiledPolicy, 'policy'>, locale: Locale): ReadonlyMap<string, string> {
  return new Map(policy.rules.map(({ id }, at) => [id, words(locale).check.ruleNumber(at + 1)]));
}
