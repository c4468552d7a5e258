/** Of sessions nothing goes along. */
import type { StayingTable } from '../export/exported-table.ts';

const passing = { nl: 'Van het moment: wie hier nu is ingelogd.', en: 'Of the moment: who is signed in here now.' };

export const sessionTables: readonly StayingTable[] = [
  { table: 'session', stays: passing },
  { table: 'known_device', stays: passing },
  { table: 'answered_once', stays: { nl: 'Van het moment: antwoorden op verzoeken van programma’s.', en: 'Of the moment: answers to requests of programs.' } },
];
