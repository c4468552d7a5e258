/** What changed between editions of the library, and what of our own it touches. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { entriesOf, entryOf, nameOf, wordOf } from '../library/public.ts';
import { currentPolicy } from '../policy/public.ts';
import { editionsOf } from './library.ts';
import { LibraryEditionsPage } from './pages/library-editions-page.tsx';
import { libraryEditions, type LibraryEditions } from './shown-editions.ts';
import { type Desk, deskOf } from './standings.ts';
import { words } from './words.ts';

type Change = LibraryEditions['editions'][number]['changes'][number];
type Rules = Awaited<ReturnType<typeof currentPolicy>>['policy']['rules'];
type Leaning = { readonly id: string; readonly law?: readonly { readonly law: string }[] };

const inLibrary = new Set(['measures', 'clauses', 'laws', 'instruments', 'standards']);
const hrefOf = (kind: string, id: string): string | undefined => (kind === 'frameworks' ? `/frameworks/${id}` : inLibrary.has(kind) ? `/library/${kind}/${id}` : undefined);

/** Measures and clauses that lean on a law or standard count with it. */
const leaningOn = ({ knowledge }: Desk, law: string): ReadonlySet<string> =>
  new Set(['measures', 'clauses'].flatMap((kind) => entriesOf(knowledge, kind) as readonly Leaning[]).filter((one) => one.law?.some((ground) => ground.law === law)).map(({ id }) => id));

function touchesOf(desk: Desk, rules: Rules, kind: string, id: string): Change['touches'] {
  const topics = kind === 'measures' || kind === 'clauses' ? new Set([id]) : leaningOn(desk, id);
  const said = [...desk.survey.measures.statements, ...desk.survey.clauses.statements];
  return {
    claims: said.filter(({ topic }) => topics.has(topic)).length,
    rules: rules.filter(({ because = [], conditions = [] }) => because.some(({ law }) => law === id) || conditions.some((one) => topics.has(one))).length,
    answers: [...desk.answers.keys()].filter((key) => key.startsWith(`${kind === 'frameworks' ? '' : `${kind}/`}${id}${kind === 'frameworks' ? '/' : '\n'}`)).length,
  };
}

function changeOf(at: Context, desk: Desk, rules: Rules, { what, kind }: { readonly what: string; readonly kind: Change['kind'] }): Change {
  const [of = '', id = ''] = what.split('/');
  const href = entryOf(at.knowledge, of, id) && hrefOf(of, id);
  return { what, kind, name: nameOf(at.knowledge, at.locale, of, id), ...(href && { href }), touches: touchesOf(desk, rules, of, id) };
}

export const showEditions = defineOperation({
  name: 'frameworks.show-libraryeditions',
  title: (locale) => words(locale).editions.title,
  permission: 'framework:read',
  input: z.strictObject({}),
  output: libraryEditions,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/library-editions' },
  handle: async (at) => {
    const desk = await deskOf(at);
    const { rules } = (await currentPolicy(at)).policy;
    return { editions: editionsOf(at.knowledge).map(({ id, date, changes }) => ({ id, date, name: nameOf(at.knowledge, at.locale, 'editions', id), what: wordOf(at.knowledge, at.locale, 'editions', id, 'what') ?? '', changes: changes.map((one) => changeOf(at, desk, rules, one)) })) };
  },
  web: { kind: 'page', path: '/library-editions', render: (view) => <LibraryEditionsPage view={view} /> },
});
