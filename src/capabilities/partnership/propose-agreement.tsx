/** One organisation lets another into a programme; the other has yet to sign. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { invalid } from '../../platform/refusal.ts';
import { both } from '../../platform/words.ts';
import { sharable } from './agreement.ts';
import { ProposeForm } from './pages/propose-form.tsx';
import { addAgreement } from './store.ts';
import { words } from './words.ts';

const programme = z.string().max(64).refine((text) => /^[a-z0-9][a-z0-9-]*$/.test(text), { params: { text: both(words, (text) => text.programmeFault) } });
const input = z.strictObject({ partner: z.uuid(), partnerName: z.string().trim().min(1).max(200), programme, upTo: z.enum(sharable), until: z.iso.date() });

const oneself = invalid({ path: 'partner', message: both(words, (text) => text.self) });
const tooEarly = invalid({ path: 'until', message: both(words, (text) => text.untilFault) });

/** INVARIANT: a code of nobody is answered as one of somebody: it waits. */
export const proposeAgreement = defineOperation({
  name: 'partnership.propose-agreement',
  title: (locale) => words(locale).propose,
  permission: 'partnership:sign',
  stepUp: true,
  input,
  output: z.strictObject({ id: z.uuid() }),
  effect: { kind: 'change', trace: ({ partner, programme: shared, upTo, until }, { id }) => ({ object: `agreement/${id}`, detail: { partner, shares: `programme/${shared}`, upTo, until } }) },
  rest: { method: 'POST', path: '/agreements' },
  handle: async (at, given) => {
    if (given.partner === at.organisation.id) return oneself;
    if (given.until <= at.today) return tooEarly;
    const id = at.ids.next();
    await addAgreement(at.db, { ...given, id, organisation: at.organisation.id, organisationName: at.organisation.name }, at.now);
    return { id };
  },
  web: { kind: 'form', path: '/partners/propose', render: (view) => <ProposeForm view={view} />, done: ({ id }) => ({ to: `/partners/${id}`, notice: (locale) => words(locale).proposed }) },
});
