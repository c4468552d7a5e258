import type { Slice } from '../../platform/slice.ts';
import { identityTables } from './exported-tables.ts';
import { operations } from './operations.tsx';

export const identity: Slice = {
  name: 'identity',
  title: { nl: 'Leden en rollen', en: 'Members and roles' },
  operations,
  objects: {
    person: { nl: 'Persoon', en: 'Person' },
    invitation: { nl: 'Uitnodiging', en: 'Invitation' },
    session: { nl: 'Aanmelding', en: 'Session' },
    passkey: { nl: 'Passkey', en: 'Passkey' },
    'passkey-challenge': { nl: 'Vraag voor een passkey', en: 'Challenge for a passkey' },
    'recovery-codes': { nl: 'Herstelcodes', en: 'Recovery codes' },
    account: { nl: 'Account', en: 'Account' },
    organisation: { nl: 'Organisatie', en: 'Organisation' },
    part: { nl: 'Deel van de organisatie', en: 'Part of the organisation' },
    'provider-visit': { nl: 'Bezoek aan de inlogdienst', en: 'Visit to the sign-in service' },
    group: { nl: 'Groep van de inlogdienst', en: 'Group of the sign-in service' },
    'directory-user': { nl: 'Persoon uit de gebruikerslijst', en: 'Person from the directory' },
    'directory-group': { nl: 'Groep uit de gebruikerslijst', en: 'Group from the directory' },
  },
  permissions: {
    'member:administer': { nl: 'Leden beheren', en: 'Look after members' },
    'organisation:administer': { nl: 'De organisatie beheren', en: 'Look after the organisation' },
  },
  tables: identityTables,
};
