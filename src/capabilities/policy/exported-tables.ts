/** What of policies goes along when an organisation leaves. */
import type { ExportedTable } from '../../platform/export/exported-table.ts';

export const policyTables: readonly ExportedTable[] = [
  { table: 'policy_adoption', title: { nl: 'Vastgesteld beleid', en: 'Policies adopted' }, classification: 'internal', refers: { organisation_id: 'organisation.id', person_id: 'person.id' }, person: 'person_id' },
];
