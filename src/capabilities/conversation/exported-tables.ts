/** What of the conversation goes along when an organisation leaves: what was said, and not by whom. Nobody was told that it would be known. */
import { ownerIn, placeIn, type SealedColumn } from '../../platform/keys/sealed-column.ts';
import type { ExportedTable, SealedValue } from '../../platform/export/exported-table.ts';
import { sealedColumns } from './store.ts';

const opened = (sealed: SealedColumn): SealedValue => ({
  column: sealed.column,
  place: (organisation, row) => placeIn(sealed, organisation, row as Readonly<Record<string, string>>),
  owner: (row) => ownerIn(sealed, row as Readonly<Record<string, string>>),
});

export const conversationTables: readonly ExportedTable[] = [
  { table: 'conversation_answer', title: { nl: 'Antwoorden in het gesprek', en: 'Answers in the conversation' }, classification: 'confidential', sealed: sealedColumns.map(opened), hides: 'person_id', refers: { organisation_id: 'organisation.id' }, person: 'person_id' },
];
