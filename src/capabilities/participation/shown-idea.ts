/** An idea or a concern as somebody may read it. INVARIANT: of what was brought without a name others read a paraphrase alone (R12). */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { decide } from '../../platform/permission.ts';
import { namesOf } from '../identity/public.ts';
import { acknowledgeBy, answers, isLate, kinds, latestAnswerBy, owedBy, stateOf, states } from './state.ts';
import type { Idea, Message } from './store.ts';

const day = z.iso.date();
export const message = z.strictObject({ fromAuthor: z.boolean(), text: z.string(), saidOn: day });
export const shownIdea = z.strictObject({
  id: z.uuid(), kind: z.enum(kinds),
  /** Null: nobody told it in other words yet, or it was erased. */
  title: z.string().nullable(), text: z.string().nullable(), isParaphrase: z.boolean(), isAnonymous: z.boolean(),
  author: z.string().nullable(), isOwn: z.boolean(), broughtOn: day,
  state: z.enum(states), owedBy: day.nullable(), late: z.boolean(), acknowledgeBy: day, answerBy: day, latestAnswerBy: day,
  ownerRole: z.string().nullable(), owner: z.string().nullable(), answer: z.enum(answers).nullable(), reason: z.string().nullable(), answeredOn: day.nullable(), returnOn: day.nullable(), outcome: z.string().nullable(),
  supported: z.boolean(), mayHandle: z.boolean(),
});
export type ShownIdea = z.output<typeof shownIdea>;
export type ShownMessage = z.output<typeof message>;
export const whichIdea = z.strictObject({ id: z.uuid() });

export const mayHandle = (at: Pick<Context, 'rights'>): boolean => decide(at.rights, 'participation:change').may;

/** Ideas by name are everybody's to read; the rest only of who brought it, and where it was told in other words. */
export const isOpenTo = (idea: Idea, person: string): boolean => idea.author === person || (idea.kind === 'idea' && !idea.isAnonymous) || idea.paraphrase !== null;

/** @param whole for who handles it: the words themselves. */
export function shownOf(idea: Idea, { person, today, handles, whole }: { readonly person: string | null; readonly today: string; readonly handles: boolean; readonly whole: boolean }, names: ReadonlyMap<string, string>): ShownIdea {
  const isOwn = idea.author !== null && idea.author === person;
  const isPlain = whole || isOwn || (idea.kind === 'idea' && !idea.isAnonymous);
  const days = { broughtOn: idea.broughtOn, acknowledgedOn: idea.acknowledgedOn, answerBy: idea.answerBy, answer: idea.answer, returnOn: idea.returnOn };
  return {
    id: idea.id, kind: idea.kind, title: isPlain ? idea.title : null, text: isPlain ? idea.body : idea.paraphrase, isParaphrase: !isPlain, isAnonymous: idea.isAnonymous,
    author: isPlain && idea.author !== null ? (names.get(idea.author) ?? null) : null, isOwn, broughtOn: idea.broughtOn,
    state: stateOf(days, today), owedBy: owedBy(days, today), late: isLate(days, today), acknowledgeBy: acknowledgeBy(idea), answerBy: idea.answerBy, latestAnswerBy: latestAnswerBy(idea.broughtOn),
    ownerRole: idea.ownerRole, owner: idea.owner === null ? null : (names.get(idea.owner) ?? null), answer: idea.answer, reason: idea.reason, answeredOn: idea.answeredOn, returnOn: idea.returnOn, outcome: idea.outcome,
    supported: idea.supported, mayHandle: handles,
  };
}

export const shownMessages = (messages: readonly Message[]): ShownMessage[] => messages.map(({ fromAuthor, text, saidOn }) => ({ fromAuthor, text, saidOn }));

export const namesIn = (at: Pick<Context, 'db' | 'organisation'>, ideas: readonly Idea[]): Promise<ReadonlyMap<string, string>> =>
  namesOf(at.db, at.organisation.id, ideas.flatMap(({ author, owner }) => [author, owner].filter((one) => one !== null)));
