/** The legal channel for wrongdoing: one step away, and kept apart. What is told there is never kept here. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { ContactForm, LegalPage } from './pages/legal.tsx';
import { legalContact, setLegalContact } from './store.ts';
import { words } from './words.ts';

export const showLegalChannel = defineOperation({
  name: 'participation.show-legalchannel',
  title: (locale) => words(locale).legalPage.title,
  permission: 'member',
  input: z.strictObject({}),
  output: z.strictObject({ contact: z.string().nullable() }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/legal-channel' },
  handle: async (at) => ({ contact: await legalContact(at) }),
  web: { kind: 'page', path: '/ideas/wrongdoing', render: (view) => <LegalPage view={view} /> },
});

export const saveLegalChannel = defineOperation({
  name: 'participation.save-legalchannel',
  title: (locale) => words(locale).legalPage.editTitle,
  permission: 'participation:change',
  input: z.strictObject({ contact: z.string().trim().min(5).max(2000) }),
  output: z.strictObject({ contact: z.string() }),
  effect: { kind: 'change', trace: () => ({ object: 'legal-channel/own' }) },
  rest: { method: 'PUT', path: '/legal-channel' },
  handle: async (at, { contact }) => { await setLegalContact(at, contact); return { contact }; },
  web: { kind: 'form', path: '/ideas/wrongdoing/edit', load: async (at) => { const contact = await legalContact(at); return { values: contact === null ? {} : { contact } }; }, render: (view) => <ContactForm view={view} />, done: () => ({ to: '/ideas/wrongdoing', notice: (locale) => words(locale).legalPage.saved }) },
});
