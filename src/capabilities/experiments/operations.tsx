/** Experiments with a mandate: proposing, getting room or the reason why not, and telling what came of it. */
import { z } from 'zod';
import { daysBetween } from '../../core/calendar.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation, type Operation } from '../../platform/operation.ts';
import { conflict, invalid, notAllowed, notFound } from '../../platform/refusal.ts';
import { decide } from '../../platform/permission.ts';
import { both } from '../../platform/words.ts';
import { peopleOf } from '../identity/public.ts';
import { ExperimentPage, ExperimentsPage } from './pages/experiments.tsx';
import { MandateForm, ProposeForm, RefuseForm, TellForm } from './pages/forms.tsx';
import { oneShown, shownExperiment, shownTo, whichExperiment } from './shown-experiment.ts';
import { endings, stateOf } from './state.ts';
import { addExperiment, changeExperiment, experimentsOf, findExperiment } from './store.ts';
import { words } from './words.ts';

const said = (pick: (text: ReturnType<typeof words>) => string) => both(words, pick);
const line = z.string().trim().min(3).max(200);
const prose = z.string().trim().max(5000).refine((text) => text.length >= 10 && /\s/.test(text), { params: { text: said((text) => text.faults.sentence) } });
const trace = (_: unknown, { id }: z.output<typeof whichExperiment>) => ({ object: `experiment/${id}` });
const to = (notice: (text: ReturnType<typeof words>) => string) => ({ id }: z.output<typeof whichExperiment>) => ({ to: `/experiments/${id}`, notice: said(notice) });
const load = async (at: Context, { id }: Readonly<Record<string, string>>) => {
  const experiment = await oneShown(at, id);
  return experiment === null ? notFound : { extra: { experiment } };
};
const longestDays = 366;
const decided = conflict(said((text) => text.faults.decided));
const notYet = conflict(said((text) => text.faults.notYet));

const list = defineOperation({
  name: 'experiments.list-experiments', title: said((text) => text.title), permission: 'member', input: z.strictObject({}), output: z.strictObject({ experiments: z.array(shownExperiment) }), effect: { kind: 'read' },
  handle: async (at) => ({ experiments: await shownTo(at, await experimentsOf(at.db, at.organisation.id)) }),
  rest: { method: 'GET', path: '/experiments' },
  web: { kind: 'page', path: '/experiments', nav: { order: 114, label: said((text) => text.title) }, render: (view) => <ExperimentsPage view={view} /> },
});

const propose = defineOperation({
  name: 'experiments.propose-experiment', title: said((text) => text.propose), permission: 'member', input: z.strictObject({ title: line, question: prose, plan: prose }), output: whichExperiment, effect: { kind: 'change', trace },
  handle: async (at, given) => {
    const id = at.ids.next();
    await addExperiment(at.db, at.organisation.id, { ...given, id, proposer_id: at.person.id, proposed_on: at.today });
    return { id };
  },
  rest: { method: 'POST', path: '/experiments' },
  web: { kind: 'form', path: '/experiments/propose', render: (view) => <ProposeForm view={view} />, done: to((text) => text.proposed) },
});

const show = defineOperation({
  name: 'experiments.show-experiment', title: said((text) => text.title), permission: 'member', input: whichExperiment, output: shownExperiment, effect: { kind: 'read' },
  handle: async (at, { id }) => (await oneShown(at, id)) ?? notFound,
  rest: { method: 'GET', path: '/experiments/{id}' },
  web: { kind: 'page', path: '/experiments/{id}', title: ({ output }) => output.title, render: (view) => <ExperimentPage view={view} /> },
});

const giveRoom = defineOperation({
  name: 'experiments.give-room', title: said((text) => text.mandate), permission: 'experiment:mandate', input: z.strictObject({ id: z.uuid(), sponsor: z.uuid(), room: prose, bounds: prose, until: z.iso.date() }), output: whichExperiment, effect: { kind: 'change', trace },
  handle: async (at, { id, sponsor, room, bounds, until }) => {
    const found = await findExperiment(at.db, at.organisation.id, id);
    if (found === null) return notFound;
    if (stateOf(found, at.today) !== 'proposed') return decided;
    if (until <= at.today || daysBetween(at.today, until) > longestDays) return invalid({ path: 'until', message: said((text) => text.faults.until) });
    if (sponsor === found.proposer_id || !(await peopleOf(at.db, at.organisation.id)).some((person) => person.id === sponsor)) return invalid({ path: 'sponsor', message: said((text) => text.faults.sponsor) });
    await changeExperiment(at.db, at.organisation.id, id, { sponsor_id: sponsor, room, bounds, until, decided_on: at.today });
    return { id };
  },
  rest: { method: 'PUT', path: '/experiments/{id}/mandate' },
  web: {
    kind: 'form', path: '/experiments/{id}/mandate',
    load: async (at, { id }) => { const experiment = await oneShown(at, id); return experiment === null ? notFound : { extra: { experiment, people: await peopleOf(at.db, at.organisation.id) } }; },
    render: (view) => <MandateForm view={view} />, done: to((text) => text.mandated),
  },
});

const refuse = defineOperation({
  name: 'experiments.refuse-experiment', title: said((text) => text.refuse), permission: 'experiment:mandate', input: z.strictObject({ id: z.uuid(), refusal: prose }), output: whichExperiment, effect: { kind: 'change', trace },
  handle: async (at, { id, refusal }) => {
    const found = await findExperiment(at.db, at.organisation.id, id);
    if (found === null) return notFound;
    if (stateOf(found, at.today) !== 'proposed') return decided;
    await changeExperiment(at.db, at.organisation.id, id, { refusal, decided_on: at.today });
    return { id };
  },
  rest: { method: 'PUT', path: '/experiments/{id}/refusal' },
  web: { kind: 'form', path: '/experiments/{id}/refuse', load, render: (view) => <RefuseForm view={view} />, done: to((text) => text.refused) },
});

/** By who proposed it; by who gives room where they are no longer there. */
const tell = defineOperation({
  name: 'experiments.tell-outcome', title: said((text) => text.tell), permission: 'member', input: z.strictObject({ id: z.uuid(), tried: prose, seen: prose, learned: prose, ending: z.enum(endings) }), output: whichExperiment, effect: { kind: 'change', trace },
  handle: async (at, { id, ...came }) => {
    const found = await findExperiment(at.db, at.organisation.id, id);
    if (found === null) return notFound;
    if (found.proposer_id !== at.person.id && !decide(at.rights, 'experiment:mandate').may) return notAllowed;
    if (!['running', 'over'].includes(stateOf(found, at.today))) return notYet;
    await changeExperiment(at.db, at.organisation.id, id, { ...came, ended_on: at.today });
    return { id };
  },
  rest: { method: 'PUT', path: '/experiments/{id}/outcome' },
  web: { kind: 'form', path: '/experiments/{id}/tell', load, render: (view) => <TellForm view={view} />, done: to((text) => text.told) },
});

export const experimentOperations: readonly Operation[] = [list, propose, show, giveRoom, refuse, tell];
