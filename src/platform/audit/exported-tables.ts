/** What of the log goes along when an organisation leaves: all of it, as evidence. It is the log of this installation, and is not brought in elsewhere. */
import type { ExportedTable, StayingTable } from '../export/exported-table.ts';
import { placeOf } from './record-event.ts';

const asFiles = { nl: 'Gaat mee in de map audit/, in de vorm die iedereen kan natrekken.', en: 'Goes along in the folder audit/, in the form that anybody can check.' };
const ofEvents = { event_id: 'audit_event.id' } as const;

export const auditTables: readonly (ExportedTable | StayingTable)[] = [
  { table: 'audit_event', title: { nl: 'Logboek', en: 'The log' }, classification: 'confidential', isEvidence: true },
  {
    table: 'audit_detail', title: { nl: 'Logboek: wat er precies gebeurde', en: 'The log: what exactly happened' }, classification: 'confidential', refers: ofEvents, isEvidence: true,
    sealed: [{ column: 'sealed', place: (organisation, row) => placeOf(organisation, row['event_id'] as string), owner: () => ({ records: 'audit' }) }],
  },
  { table: 'audit_subject', title: { nl: 'Logboek: over wie het gaat', en: 'The log: whom it concerns' }, classification: 'confidential', refers: ofEvents, person: 'person_id', isEvidence: true },
  { table: 'audit_log', stays: asFiles },
  { table: 'audit_tile', stays: asFiles },
  { table: 'audit_checkpoint', stays: asFiles },
  { table: 'audit_cosignature', stays: asFiles },
  { table: 'audit_witnessed', stays: { nl: 'Wat deze installatie van de logboeken van anderen zag.', en: 'What this installation saw of the logs of others.' } },
  { table: 'audit_entry', stays: { nl: 'Leeg: verhuisd naar het logboek.', en: 'Empty: moved into the log.' } },
];
