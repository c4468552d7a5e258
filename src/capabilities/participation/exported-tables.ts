/** What of ideas and concerns goes along when an organisation leaves: what was said, and by whom where they said so. The receipts of who did not stay theirs. */
import type { ExportedTable, StayingTable } from '../../platform/export/exported-table.ts';
import { sealedInExport } from '../../platform/keys/sealed-rows.ts';
import { sealedIdea, sealedMessages } from './store.ts';

const organisation = { organisation_id: 'organisation.id' } as const;

export const participationTables: readonly (ExportedTable | StayingTable)[] = [
  { table: 'idea', title: { nl: 'Ideeën en zorgen', en: 'Ideas and concerns' }, classification: 'confidential', sealed: sealedIdea.map(sealedInExport), without: ['receipt_hash'], refers: { ...organisation, author_id: 'person.id', owner_id: 'person.id' }, person: 'author_id' },
  { table: 'idea_message', title: { nl: 'Gesprekken over ideeën en zorgen', en: 'Conversations about ideas and concerns' }, classification: 'confidential', sealed: sealedMessages.map(sealedInExport), refers: { ...organisation, author_id: 'person.id' }, person: 'author_id' },
  { table: 'idea_support', title: { nl: 'Wie wil horen wat van een idee komt', en: 'Who wants to hear what comes of an idea' }, classification: 'confidential', refers: { ...organisation, person_id: 'person.id' }, person: 'person_id' },
  { table: 'idea_legal_channel', title: { nl: 'Waar men een misstand meldt', en: 'Where wrongdoing is reported' }, classification: 'internal', refers: organisation },
  { table: 'idea_entrance', stays: { nl: 'Een adres van deze installatie. Maak elders een nieuw.', en: 'An address of this installation. Make a new one elsewhere.' } },
];
