/** What goes along of an organisation and its people when it leaves. Secrets stay: they are worth nothing elsewhere. */
import { sql } from 'kysely';
import type { ExportedTable, StayingTable } from '../../platform/export/exported-table.ts';

const secret = { nl: 'Geheimen waarmee iemand hier binnenkomt. Elders maakt men nieuwe.', en: 'Secrets by which somebody comes in here. Elsewhere people make new ones.' };
const ofTheDirectory = { nl: 'Komt uit de gebruikerslijst van de organisatie. Koppel die elders opnieuw; wie hier lid is, gaat mee als lid.', en: 'Comes from the directory of the organisation. Connect it again elsewhere; who is a member here goes along as a member.' };

export const identityTables: readonly (ExportedTable | StayingTable)[] = [
  { table: 'organisation', title: { nl: 'De organisatie', en: 'The organisation' }, classification: 'internal', ofOrganisation: (id) => sql<boolean>`t.id = ${id}`, without: ['read_only_since'] },
  {
    table: 'person', title: { nl: 'Personen', en: 'Persons' }, classification: 'confidential', without: ['password_hash'], knowsFormer: true, isShared: true, person: 'id',
    ofOrganisation: (id) => sql<boolean>`t.id in (select person_id from membership where organisation_id = ${id})`,
  },
  { table: 'membership', title: { nl: 'Lidmaatschappen en rollen', en: 'Memberships and roles' }, classification: 'confidential', refers: { organisation_id: 'organisation.id', person_id: 'person.id' }, person: 'person_id' },
  { table: 'organisation_part', title: { nl: 'Afdelingen en programma’s', en: 'Units and programmes' }, classification: 'internal', refers: { organisation_id: 'organisation.id' } },
  { table: 'invitation', stays: { nl: 'Een link naar deze installatie. Nodig elders opnieuw uit.', en: 'A link to this installation. Invite again elsewhere.' } },
  { table: 'setup_code', stays: secret },
  { table: 'passkey', stays: secret },
  { table: 'passkey_challenge', stays: secret },
  { table: 'recovery_code', stays: secret },
  { table: 'group_role', title: { nl: 'Groepen van de inlogdienst en hun rollen', en: 'Groups of the sign-in service and their roles' }, classification: 'internal', refers: { organisation_id: 'organisation.id' } },
  // To be kept, and because it is of people: elsewhere they connect again.
  { table: 'provider_account', title: { nl: 'Hoe de inlogdienst iemand noemt', en: 'What the sign-in service calls somebody' }, classification: 'confidential', refers: { organisation_id: 'organisation.id' }, person: 'person_id', isEvidence: true },
  { table: 'directory_user', title: { nl: 'Wie de gebruikerslijst van de organisatie aankondigde', en: 'Whom the directory of the organisation announced' }, classification: 'confidential', refers: { organisation_id: 'organisation.id' }, person: 'person_id', isEvidence: true },
  { table: 'directory_group', stays: ofTheDirectory },
  { table: 'directory_member', stays: ofTheDirectory },
  { table: 'provider_visit', stays: { nl: 'Van het moment: wie onderweg is naar de inlogdienst en terug.', en: 'Of the moment: who is on the way to the sign-in service and back.' } },
  { table: 'provider_leaving', stays: { nl: 'Van het moment: wat de inlogdienst al zei.', en: 'Of the moment: what the sign-in service has said already.' } },
  { table: 'platform_administrator', stays: { nl: 'Wie deze installatie beheert.', en: 'Who looks after this installation.' } },
  { table: 'installation', stays: { nl: 'Van deze installatie zelf.', en: 'Of this installation itself.' } },
];
