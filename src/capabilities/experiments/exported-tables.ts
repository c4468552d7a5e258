/** What of experiments goes along when an organisation leaves. */
import type { ExportedTable } from '../../platform/export/exported-table.ts';

export const experimentTables: readonly ExportedTable[] = [
  { table: 'experiment', title: { nl: 'Experimenten met mandaat', en: 'Experiments with a mandate' }, classification: 'internal', refers: { organisation_id: 'organisation.id', proposer_id: 'person.id', sponsor_id: 'person.id' }, person: 'proposer_id' },
];
