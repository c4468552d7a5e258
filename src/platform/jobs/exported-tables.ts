/** Of work for later nothing goes along: it is done here, before the organisation leaves. */
import type { StayingTable } from '../export/exported-table.ts';

const passing = { nl: 'Van het moment: werk dat hier nog gedaan wordt.', en: 'Of the moment: work that is still done here.' };

export const jobTables: readonly StayingTable[] = [
  { table: 'job', stays: passing },
  { table: 'chore', stays: passing },
];
