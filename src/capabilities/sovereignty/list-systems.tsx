/** All systems with their verdicts: searched, filtered, sorted, a page at a time. */
import { z } from 'zod';
import { defineOperation } from '../../platform/operation.ts';
import { assessmentOf } from './current-assessment.ts';
import { SystemsPage } from './pages/systems-page.tsx';
import { type SystemList, systemList, systemListInput } from './system-list.ts';
import { words } from './words.ts';

export const listSystems = defineOperation({
  name: 'sovereignty.list-systems',
  title: (locale) => words(locale).systems.title,
  permission: 'landscape:read',
  input: systemListInput,
  output: z.custom<SystemList>().meta({ description: 'A page of systems with verdict, possible outcomes, criticality, countries that can read and the number of decisive questions; with total, found, page, pages and counts per verdict.' }),
  effect: { kind: 'read' },
  rest: { method: 'GET', path: '/systems' },
  handle: async (at, asked) => systemList(await assessmentOf(at, asked.reading), asked, at.locale),
  web: { kind: 'page', path: '/systems', nav: { order: 210, label: (locale) => words(locale).systems.title }, render: (view) => <SystemsPage view={view} /> },
});
