/** Of calendar feeds nothing goes along: an address leads here only. */
import type { StayingTable } from '../../platform/export/exported-table.ts';

export const calendarTables: readonly StayingTable[] = [
  { table: 'calendar_feed', stays: { nl: 'Een adres van deze installatie. Vraag elders een nieuw aan.', en: 'An address of this installation. Ask for a new one elsewhere.' } },
];
