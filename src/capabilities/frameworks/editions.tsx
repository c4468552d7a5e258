/** What changed between two editions of a framework, what it does to our own landscape, and taking the answers along. */
import { z } from 'zod';
import type { Framework } from '../../core/frameworks/framework.ts';
import { type Bounds, wholeOf } from '../../core/frameworks/standing.ts';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound, type Refusal } from '../../platform/refusal.ts';
import { answersAlong, type Step, stepTo, withAnswers } from './move-along.ts';
import { ChangesPage, TakeForm } from './pages/changes-page.tsx';
import { criterionWord, frameworkName, groupName } from './spoken.ts';
import { type Desk, deskOf, partsOf, self } from './standings.ts';
import { keepAnswers, keepEdition } from './store.ts';
import { type Changes, changes, type Side } from './shown-changes.ts';
import { frameworkId } from './subject.ts';
import { words } from './words.ts';

const partsShown = 25;
type Parts = ReturnType<typeof partsOf>;
const sum = (parts: Parts, of: 'met' | 'unmet' | 'unknown'): number => parts.reduce((total, { standing }) => total + standing.counts[of], 0);

const sideOf = (framework: Framework, parts: Parts): Side => {
  const whole = framework.scale === 'levels' ? wholeOf(parts) : { level: null, score: null };
  return { level: whole.level, score: whole.score, met: sum(parts, 'met'), unmet: sum(parts, 'unmet'), unknown: sum(parts, 'unknown') };
};

const differs = (a: Bounds | null, b: Bounds | null): boolean => a?.lower !== b?.lower || a?.upper !== b?.upper;
const isOther = ({ before, after }: { readonly before: Side; readonly after: Side }): boolean => differs(before.level, after.level) || differs(before.score, after.score) || before.unmet !== after.unmet;

function partRows({ landscape }: Desk, { from, to }: Step, before: Parts, after: Parts): Changes['parts'] {
  const names = new Map([...landscape.systems, ...landscape.providers].map(({ id, name }) => [id, name]));
  const later = new Map(after.map((part) => [part.id, part]));
  const rows = before.flatMap((part) => {
    const next = later.get(part.id);
    return next === undefined || part.id === self ? [] : [{ id: part.id, name: names.get(part.id) ?? part.id, before: sideOf(from, [part]), after: sideOf(to, [next]) }];
  });
  return rows.filter(isOther).toSorted((a, b) => (a.after.level?.upper ?? 0) - (b.after.level?.upper ?? 0) || Math.abs((b.after.score?.upper ?? 0) - (b.before.score?.upper ?? 0)) - Math.abs((a.after.score?.upper ?? 0) - (a.before.score?.upper ?? 0)));
}

function movesOf(at: Context, desk: Desk, { from, to, moves }: Step): Pick<Changes, 'moves' | 'added'> {
  const told = new Set(moves.flatMap((one) => one.to));
  const answered = (id: string): number => [...desk.answers.values()].filter(({ question }) => question === `${from.id}/${id}`).length;
  return {
    moves: moves.map((one) => ({ from: criterionWord(at, desk, from.id, one.from, 'name'), to: one.to.map((id) => criterionWord(at, desk, to.id, id, 'name')), kind: one.kind, answers: answered(one.from) })),
    added: to.criteria.filter(({ id }) => !told.has(id)).map(({ id }) => criterionWord(at, desk, to.id, id, 'name')),
  };
}

const weightsOf = (at: Context, { from, to }: Step): Changes['weights'] =>
  to.scale === 'met' ? [] : to.groups.map(({ id, weight }) => ({ name: groupName(at, to.id, id), before: from.groups.find((one) => one.id === id)?.weight ?? 0, after: weight }));

function compare(at: Context, desk: Desk, step: Step): Changes {
  const { from, to } = step;
  const along = answersAlong(desk, step);
  const [before, after] = [partsOf(desk, from), partsOf(withAnswers(desk, along.answers), to)];
  const rows = partRows(desk, step, before, after);
  return {
    from: { id: from.id, name: frameworkName(at, from.id) }, to: { id: to.id, name: frameworkName(at, to.id) }, scale: to.scale, taken: desk.editions.get(to.family) === to.id,
    weights: weightsOf(at, step), ...movesOf(at, desk, step), before: sideOf(from, before), after: sideOf(to, after), parts: rows.slice(0, partsShown), partCount: rows.length,
    along: { carried: along.answers.length, kept: along.kept.length },
  };
}

export const compareEditions = defineOperation({
  name: 'frameworks.compare-editions',
  title: { nl: 'Wat er veranderde tussen twee uitgaven', en: 'What changed between two editions' },
  permission: 'framework:read',
  input: z.strictObject({ id: frameworkId }),
  output: changes,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/frameworks/{id}/changes' },
  handle: async (at, { id }) => {
    const desk = await deskOf(at);
    const step = stepTo(desk, id);
    return step === undefined ? notFound : compare(at, desk, step);
  },
  web: { kind: 'page', path: '/frameworks/{id}/changes', title: ({ output, locale }) => words(locale).changes.title(output.to.name), render: (view) => <ChangesPage view={view} /> },
});

const taken = z.strictObject({ carried: z.number(), kept: z.array(z.strictObject({ question: z.string(), about: z.string(), why: z.enum(['gone', 'changed', 'says-nothing', 'answered-already']) })) });

/** INVARIANT: answers of the earlier edition stay as they are; taking the same edition again changes nothing. */
async function take(at: Context, { id }: { readonly id: string }): Promise<z.output<typeof taken> | Refusal> {
  const desk = await deskOf(at);
  const step = stepTo(desk, id);
  if (step === undefined) return notFound;
  const along = answersAlong(desk, step);
  await keepAnswers(at, along.answers);
  await keepEdition(at, step.to.family, step.to.id, at.today);
  return { carried: along.answers.length, kept: along.kept.map(({ from, about, subject, why }) => ({ question: `${step.from.id}/${from}`, about: `${about}/${subject}`, why })) };
}

export const takeEdition = defineOperation({
  name: 'frameworks.take-edition',
  title: { nl: 'Naar een nieuwe uitgave van een kader gaan', en: 'Go to a new edition of a framework' },
  permission: 'framework:change',
  input: z.strictObject({ id: frameworkId }),
  output: taken,
  effect: { kind: 'change', trace: ({ id }, { carried, kept }) => ({ object: `framework/${id}`, detail: { carried, kept: kept.length } }) },
  rest: { method: 'POST', path: '/frameworks/{id}/_take' },
  handle: take,
  web: {
    kind: 'form',
    path: '/frameworks/{id}/take',
    load: async (at, { id = '' }) => {
      const desk = await deskOf(at);
      const step = stepTo(desk, id);
      return step === undefined ? notFound : { values: { id }, extra: compare(at, desk, step) };
    },
    title: ({ extra, locale }) => words(locale).changes.take(extra.to.name),
    render: (view) => <TakeForm view={view} />,
    done: ({ carried, kept }, { id }) => ({ to: `/frameworks/${id}`, notice: (locale) => words(locale).changes.took(carried, kept.length) }),
  },
});
