/** An experiment as everybody may read it. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { namesOf } from '../identity/public.ts';
import { endings, stateOf, states } from './state.ts';
import { type Experiment, findExperiment } from './store.ts';

const day = z.iso.date().nullable();
const text = z.string().nullable();
export const shownExperiment = z.strictObject({
  id: z.uuid(), title: z.string(), question: z.string(), plan: z.string(), proposer: text, isOwn: z.boolean(), proposedOn: z.iso.date(), state: z.enum(states),
  sponsor: text, room: text, bounds: text, until: day, refusal: text, tried: text, seen: text, learned: text, ending: z.enum(endings).nullable(), endedOn: day,
});
export type ShownExperiment = z.output<typeof shownExperiment>;
export const whichExperiment = z.strictObject({ id: z.uuid() });

type At = Pick<Context, 'db' | 'organisation' | 'person' | 'today'>;

export async function shownTo({ db, organisation, person, today }: At, all: readonly Experiment[]): Promise<ShownExperiment[]> {
  const names = await namesOf(db, organisation.id, all.flatMap(({ proposer_id, sponsor_id }) => [proposer_id, sponsor_id].filter((one) => one !== null)));
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return all.map(({ proposer_id: proposer, sponsor_id: sponsor, proposed_on: proposedOn, ended_on: endedOn, ...one }) => ({ ...one, proposer: nameOf(proposer), sponsor: nameOf(sponsor), isOwn: proposer === person.id, proposedOn, endedOn, state: stateOf(one, today) }));
}

export async function oneShown(at: At, id: string | undefined): Promise<ShownExperiment | null> {
  const known = z.uuid().safeParse(id);
  const found = known.success ? await findExperiment(at.db, at.organisation.id, known.data) : null;
  return found === null ? null : ((await shownTo(at, [found]))[0] ?? null);
}
