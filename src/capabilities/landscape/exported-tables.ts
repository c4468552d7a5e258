/** What of the landscape goes along when an organisation leaves. */
import { landscapeJson } from '../../formats/landscape-document/write.ts';
import type { Landscape } from '../../core/landscape/document.ts';
import type { ExportedDocument, ExportedTable } from '../../platform/export/exported-table.ts';
import { readStored } from './store.ts';

const ofLandscape = { organisation_id: 'landscape.organisation_id' } as const;
const byPerson = { person: 'person_id' } as const;

export const landscapeTables: readonly ExportedTable[] = [
  { table: 'landscape', title: { nl: 'Landschap', en: 'Landscape' }, classification: 'internal', refers: { organisation_id: 'organisation.id' } },
  { table: 'landscape_item', title: { nl: 'Leveranciers, systemen, diensten, gegevens, contracten en bewijs', en: 'Providers, systems, services, data, contracts and evidence' }, classification: 'internal', refers: ofLandscape },
  { table: 'landscape_change', title: { nl: 'Wijzigingen van het landschap', en: 'Changes of the landscape' }, classification: 'internal', refers: { ...ofLandscape, person_id: 'person.id' }, ...byPerson },
  { table: 'landscape_import', title: { nl: 'Ingelezen documenten', en: 'Documents that were read in' }, classification: 'internal', refers: { ...ofLandscape, person_id: 'person.id' }, ...byPerson },
  { table: 'landscape_example', title: { nl: 'Eigen exemplaren van het voorbeeld', en: 'Copies of the example' }, classification: 'internal', refers: { ...ofLandscape, person_id: 'person.id' }, ...byPerson },
];

export const landscapeAsDocument: ExportedDocument = {
  folder: 'landscape',
  title: { nl: 'Het landschap als document', en: 'The landscape as a document' },
  write: async (db, { id }, today) => {
    const stored = await readStored(db, id);
    return stored && { extension: 'json', text: landscapeJson({ ...stored.document, asOf: today } as Landscape) };
  },
};
