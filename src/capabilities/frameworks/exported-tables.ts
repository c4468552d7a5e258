/** What of frameworks goes along when an organisation leaves: all of it. */
import type { ExportedTable } from '../../platform/export/exported-table.ts';

const refers = { organisation_id: 'organisation.id' };
export const frameworkTables: readonly ExportedTable[] = [
  { table: 'framework_answer', title: { nl: 'Antwoorden bij kaders', en: 'Answers to frameworks' }, classification: 'internal', refers },
  { table: 'framework_edition', title: { nl: 'Uitgaven van kaders', en: 'Editions of frameworks' }, classification: 'internal', refers },
  { table: 'framework_own_criterion', title: { nl: 'Eigen eisen bij kaders', en: 'Own demands beside frameworks' }, classification: 'internal', refers },
];
