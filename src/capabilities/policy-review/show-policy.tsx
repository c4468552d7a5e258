/** The policy that holds, and any other of the library: read it, check it, see what it does to today's landscape. */
import { z } from 'zod';
import { reading } from '../../core/library/library.ts';
import { defineOperation } from '../../platform/operation.ts';
import { notFound } from '../../platform/refusal.ts';
import { libraryPolicies } from '../policy/public.ts';
import { PolicyPage } from './pages/policy-page.tsx';
import { parts, shownPolicy, showPolicy } from './shown-policy.ts';
import { words } from './words.ts';

/** `part` and `page` choose what of the answer a page shows. */
const wanted = { reading: z.enum(reading).optional(), part: z.enum(parts).optional(), page: z.number().int().positive().max(100_000).optional() };

export const showAdopted = defineOperation({
  name: 'policy.show-adopted',
  title: (locale) => words(locale).title,
  permission: 'policy:read',
  input: z.strictObject(wanted),
  output: shownPolicy,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/policy' },
  handle: (at, input) => showPolicy(at, undefined, input.reading ?? 'wide'),
  web: { kind: 'page', path: '/policy', nav: { order: 500, label: (locale) => words(locale).nav }, title: ({ output, locale }) => output.policy.name[locale], render: (view) => <PolicyPage view={view} /> },
});

export const showOther = defineOperation({
  name: 'policy.show-policy',
  title: (locale) => words(locale).title,
  permission: 'policy:read',
  input: z.strictObject({ id: z.string().max(200), ...wanted }),
  output: shownPolicy,
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/policies/{id}' },
  handle: async (at, input) => (libraryPolicies(at.knowledge).some(({ id }) => id === input.id) ? showPolicy(at, input.id, input.reading ?? 'wide') : notFound),
  web: { kind: 'page', path: '/policy/{id}', title: ({ output, locale }) => output.policy.name[locale], render: (view) => <PolicyPage view={view} /> },
});
