/** Demands of the organisation's own, beside those of a framework: they stand apart and never touch what was published. */
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { defineOperation } from '../../platform/operation.ts';
import { invalid, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { entriesOf, nameOf } from '../library/public.ts';
import { type OwnExtra, OwnForm, RemoveOwnForm } from './pages/own-form.tsx';
import { frameworkName } from './spoken.ts';
import { frameworksOf } from './library.ts';
import { addOwnCriterion, readOwnCriteria, removeOwnCriterion } from './store.ts';
import { frameworkId } from './subject.ts';
import { words } from './words.ts';

const input = z.strictObject({
  id: frameworkId,
  name: z.string().trim().min(1).max(200).meta({ label: both(words, (text) => text.own.name), hint: both(words, (text) => text.own.nameHint) }),
  question: z.string().trim().max(500).default('').meta({ label: both(words, (text) => text.own.question) }),
  measure: z.string().max(200).default('').meta({ label: both(words, (text) => text.own.measure) }),
});

const extraOf = (at: Context, id: string): OwnExtra => ({
  framework: { id, name: frameworkName(at, id) },
  measures: entriesOf(at.knowledge, 'measures').map((one) => ({ value: one.id, text: nameOf(at.knowledge, at.locale, 'measures', one.id) })).toSorted((a, b) => a.text.localeCompare(b.text, at.locale)),
});

export const addCriterion = defineOperation({
  name: 'frameworks.add-criterion',
  title: { nl: 'Een eigen eis toevoegen', en: 'Add a demand of our own' },
  permission: 'framework:change',
  input,
  output: z.strictObject({ id: frameworkId, criterion: z.uuid() }),
  effect: { kind: 'change', trace: ({ id, name }, { criterion }) => ({ object: `framework/${id}`, detail: { criterion, name } }) },
  rest: { method: 'POST', path: '/frameworks/{id}/own-criteria' },
  handle: async (at, { id, name, question, measure }) => {
    if (!frameworksOf(at.knowledge).frameworks.has(id)) return notFound;
    if (measure !== '' && !entriesOf(at.knowledge, 'measures').some((one) => one.id === measure)) return invalid({ path: 'measure', message: both(words, (text) => text.own.noMeasure) });
    const criterion = at.ids.next();
    await addOwnCriterion(at, { id: criterion, framework: id, name, question: question || name, measure }, at.today);
    return { id, criterion };
  },
  web: {
    kind: 'form',
    path: '/frameworks/{id}/add',
    load: (at, { id = '' }) => Promise.resolve(frameworksOf(at.knowledge).frameworks.has(id) ? { values: { id }, extra: extraOf(at, id) } : notFound),
    render: (view) => <OwnForm view={view} />,
    done: ({ id }) => ({ to: `/frameworks/${id}`, notice: (locale) => words(locale).own.added }),
  },
});

export const removeCriterion = defineOperation({
  name: 'frameworks.remove-criterion',
  title: { nl: 'Een eigen eis weghalen', en: 'Remove a demand of our own' },
  permission: 'framework:change',
  input: z.strictObject({ id: frameworkId, criterion: z.uuid() }),
  output: z.strictObject({ id: frameworkId }),
  effect: { kind: 'change', trace: ({ id, criterion }) => ({ object: `framework/${id}`, detail: { removed: criterion } }) },
  rest: { method: 'DELETE', path: '/frameworks/{id}/own-criteria/{criterion}' },
  handle: async (at, { id, criterion }) => ((await removeOwnCriterion(at, { id: criterion, framework: id })) ? { id } : notFound),
  web: {
    kind: 'form',
    path: '/frameworks/{id}/own/{criterion}/remove',
    load: async (at, { id = '', criterion = '' }) => {
      const found = (await readOwnCriteria(at)).find((one) => one.id === criterion && one.framework === id);
      return found ? { values: { id, criterion }, extra: { ...extraOf(at, id), name: found.name } } : notFound;
    },
    render: (view) => <RemoveOwnForm view={view} />,
    done: ({ id }) => ({ to: `/frameworks/${id}`, notice: (locale) => words(locale).own.removed }),
  },
});
