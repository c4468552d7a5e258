/** What of the conversation goes along when an organisation leaves: what was said, and not by whom. Nobody was told that it would be known. */
import type { ExportedTable } from '../../platform/export/exported-table.ts';
import { sealedInExport } from '../../platform/keys/sealed-rows.ts';
import { sealedColumns } from './store.ts';

export const conversationTables: readonly ExportedTable[] = [
  { table: 'conversation_answer', title: { nl: 'Antwoorden in het gesprek', en: 'Answers in the conversation' }, classification: 'confidential', sealed: sealedColumns.map(sealedInExport), hides: 'person_id', refers: { organisation_id: 'organisation.id' }, person: 'person_id' },
];
