/** What is agreed with whom. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { AgreementPage, PartnersPage } from './pages/agreements.tsx';
import { agreementInput, shownAgreement, shownTo } from './shown-agreement.ts';
import { agreementsOf, findAgreement } from './store.ts';
import { words } from './words.ts';

export const listAgreements = defineOperation({
  name: 'partnership.list-agreements',
  title: (locale) => words(locale).title,
  permission: 'partnership:read',
  input: z.strictObject({}),
  output: z.strictObject({ code: z.uuid(), agreements: z.array(shownAgreement) }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/agreements' },
  handle: async (at) => ({ code: at.organisation.id, agreements: (await agreementsOf(at.db, at.organisation.id)).map((agreement) => shownTo(at.organisation.id, agreement, at.today)) }),
  web: { kind: 'page', path: '/partners', nav: { order: 870, label: (locale) => words(locale).title }, render: (view) => <PartnersPage view={view} /> },
});

export const showAgreement = defineOperation({
  name: 'partnership.show-agreement',
  title: { nl: 'Afspraak met een partner', en: 'Agreement with a partner' },
  permission: 'partnership:read',
  input: agreementInput,
  output: shownAgreement,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/agreements/{id}' },
  handle: async (at, { id }) => {
    const found = await findAgreement(at.db, at.organisation.id, id);
    return found === undefined ? notFound : shownTo(at.organisation.id, found, at.today);
  },
  web: { kind: 'page', path: '/partners/{id}', title: ({ locale, output }) => words(locale).agreement(output.programme), render: (view) => <AgreementPage view={view} /> },
});
