/** The partner signs what was proposed; either party ends it. */
import { defineOperation } from '../../platform/operation.ts';
import { conflict, notFound } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { stateOf } from './agreement.ts';
import { AcceptForm, EndForm } from './pages/answer-forms.tsx';
import { agreementInput, loadAgreement } from './shown-agreement.ts';
import { end, findAgreement, sign } from './store.ts';
import { words } from './words.ts';

const cannotSign = conflict(both(words, (text) => text.cannotSign));
const isOver = conflict(both(words, (text) => text.isOver));

export const acceptAgreement = defineOperation({
  name: 'partnership.accept-agreement',
  title: (locale) => words(locale).accept,
  permission: 'partnership:sign',
  stepUp: true,
  input: agreementInput,
  output: agreementInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `agreement/${id}` }) },
  rest: { method: 'POST', path: '/agreements/{id}/_accept' },
  handle: async (at, { id }) => {
    const found = await findAgreement(at.db, at.organisation.id, id);
    if (found === undefined) return notFound;
    if (found.partner !== at.organisation.id || stateOf(found, at.today) !== 'proposed') return cannotSign;
    await sign(at.db, found, at.organisation.name, at.now);
    return { id };
  },
  web: { kind: 'form', path: '/partners/{id}/accept', load: loadAgreement, render: (view) => <AcceptForm view={view} />, done: ({ id }) => ({ to: `/partners/${id}`, notice: (locale) => words(locale).accepted }) },
});

export const endAgreement = defineOperation({
  name: 'partnership.end-agreement',
  stepUp: true,
  title: (locale) => words(locale).end,
  permission: 'partnership:sign',
  input: agreementInput,
  output: agreementInput,
  effect: { kind: 'change', trace: ({ id }) => ({ object: `agreement/${id}` }) },
  rest: { method: 'POST', path: '/agreements/{id}/_end' },
  handle: async (at, { id }) => {
    const found = await findAgreement(at.db, at.organisation.id, id);
    if (found === undefined) return notFound;
    if (!['proposed', 'in-force'].includes(stateOf(found, at.today))) return isOver;
    await end(at.db, found, at.now);
    return { id };
  },
  web: { kind: 'form', path: '/partners/{id}/end', load: loadAgreement, render: (view) => <EndForm view={view} />, done: ({ id }) => ({ to: `/partners/${id}`, notice: (locale) => words(locale).endDone }) },
});
