/** What of agreements goes along when an organisation leaves: to be kept. They hold here, between organisations that are here. */
import type { ExportedTable } from '../../platform/export/exported-table.ts';

export const partnershipTables: readonly ExportedTable[] = [
  { table: 'partnership_agreement', title: { nl: 'Afspraken met partners', en: 'Agreements with partners' }, classification: 'internal', refers: { organisation_id: 'organisation.id' }, isEvidence: true },
];
