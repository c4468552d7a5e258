/** Why we do it so, per measure, clause and policy row: law, and the thinking of others in our own words. Public knowledge. */
import { z } from 'zod';
import type { Read } from '../../core/frameworks/framework.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { Entry } from '../../platform/knowledge/knowledge.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { entriesOf, entryOf, groundOf, nameOf, wordOf } from '../library/public.ts';
import { compiledPolicy, libraryPolicies } from '../policy/public.ts';
import { givenBy, sentenceOf } from '../policy-review/public.ts';
import { frameworksOf } from './library.ts';
import { WhyPage } from './pages/why-page.tsx';
import { shownWhy, type ShownWhy } from './shown-why.ts';
import { frameworkName, frameworkWord, type Speaker } from './spoken.ts';
import { words } from './words.ts';

type Law = { readonly law: string; readonly article?: string };
type Idea = Entry & { readonly from: Law; readonly measures: readonly string[]; readonly clauses: readonly string[]; readonly facts: readonly string[] };
type Grounded = Entry & { readonly law: readonly Law[] };

const groundIn = ({ knowledge, locale }: Speaker, { law, article }: Law): ShownWhy['grounds'][number] => ({ ...groundOf(knowledge, locale, law), ...(article && { article }) });

const ideasWhere = (speaker: Speaker, holds: (idea: Idea) => boolean): ShownWhy['ideas'] =>
  entriesOf<Idea>(speaker.knowledge, 'ideas').filter(holds).map((idea) => ({
    id: idea.id, name: nameOf(speaker.knowledge, speaker.locale, 'ideas', idea.id), idea: wordOf(speaker.knowledge, speaker.locale, 'ideas', idea.id, 'idea') ?? '', from: groundIn(speaker, idea.from),
  }));

const readBy = (speaker: Speaker, holds: (read: Read) => boolean): ShownWhy['frameworks'] =>
  [...frameworksOf(speaker.knowledge).frameworks.values()].flatMap(({ id, criteria }) => {
    const own = criteria.filter(({ reads }) => reads.some(holds)).map((one) => frameworkWord(speaker, id, `criteria.${one.id}.name`) ?? one.id);
    return own.length === 0 ? [] : [{ id, name: frameworkName(speaker, id), criteria: own }];
  });

const kinds = { measures: 'measure', clauses: 'clause' } as const;

export function whyOf(speaker: Speaker, kind: 'measures' | 'clauses', id: string): ShownWhy | undefined {
  const { knowledge, locale } = speaker;
  const entry = entryOf<Grounded>(knowledge, kind, id);
  if (entry === undefined) return undefined;
  return {
    kind, id, name: nameOf(knowledge, locale, kind, id), back: `/library/${kind}/${id}`, what: wordOf(knowledge, locale, kind, id, 'what') ?? '', why: wordOf(knowledge, locale, kind, id, 'why') ?? '',
    grounds: entry.law.map((law) => groundIn(speaker, law)), ideas: ideasWhere(speaker, (idea) => idea[kind].includes(id)), frameworks: readBy(speaker, (read) => read.kind === kinds[kind] && read.id === id), asks: [],
  };
}

const clauseFact = (fact: string): string | undefined => (fact.startsWith('clause.') ? fact.slice('clause.'.length) : undefined);

function asksOf(speaker: Speaker, conditions: readonly string[]): ShownWhy['asks'] {
  return conditions.map((id) => {
    const kind = entryOf(speaker.knowledge, 'measures', id) === undefined ? 'clauses' : 'measures';
    return { name: nameOf(speaker.knowledge, speaker.locale, kind, id), href: `/why/${kind}/${id}` };
  });
}

const policyIn = ({ knowledge }: Speaker, id: string): Policy | undefined => libraryPolicies(knowledge).find((one) => one.id === id);

export function whyOfRule(speaker: Speaker, policy: string, rule: string): ShownWhy | undefined {
  const { knowledge, locale } = speaker;
  const [found, compiled] = [policyIn(speaker, policy), compiledPolicy(knowledge, policy)];
  const row = found && compiled.rows.find((one) => one.id === rule);
  if (found === undefined || row === undefined) return undefined;
  const given = givenBy(compiled, row);
  const facts = Object.keys(given);
  const conditions = row.rule.conditions ?? [];
  const behind = (idea: Idea): boolean => facts.some((fact) => idea.facts.includes(fact) || idea.clauses.includes(clauseFact(fact) ?? '')) || conditions.some((id) => idea.measures.includes(id) || idea.clauses.includes(id));
  return {
    kind: 'policies', id: rule, name: words(locale).why.rule(found.name[locale], found.rules.findIndex(({ id }) => id === rule) + 1), back: `/policy/${policy}`, what: sentenceOf(speaker, compiled, given, row.rule.then), why: wordOf(knowledge, locale, 'policies.about', policy, `rules.${rule}`) ?? '',
    grounds: (row.rule.because ?? []).map((law) => groundIn(speaker, law)), ideas: ideasWhere(speaker, behind), frameworks: [], asks: asksOf(speaker, conditions),
  };
}

export const showWhy = defineOperation({
  name: 'frameworks.show-why',
  title: { nl: 'Waarom wij een maatregel of bepaling vragen', en: 'Why we ask for a measure or clause' },
  permission: 'anyone',
  input: z.strictObject({ kind: z.enum(['measures', 'clauses']), id: z.string().max(200) }),
  output: shownWhy,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/why/{kind}/{id}' },
  handle: (at, { kind, id }) => Promise.resolve(whyOf(at, kind, id) ?? notFound),
  web: { kind: 'page', path: '/why/{kind}/{id}', title: ({ output, locale }) => words(locale).why.title(output.name), render: (view) => <WhyPage view={view} /> },
});

export const showRuleWhy = defineOperation({
  name: 'frameworks.show-rulewhy',
  title: { nl: 'Waarom een regel van het beleid er staat', en: 'Why a row of the policy is there' },
  permission: 'anyone',
  input: z.strictObject({ policy: z.string().max(200), rule: z.string().max(200) }),
  output: shownWhy,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/why/policies/{policy}/{rule}' },
  handle: (at, { policy, rule }) => Promise.resolve(whyOfRule(at, policy, rule) ?? notFound),
  web: { kind: 'page', path: '/why/policies/{policy}/{rule}', title: ({ output, locale }) => words(locale).why.title(output.name), render: (view) => <WhyPage view={view} /> },
});
