/** Of tokens nothing goes along: they open this installation only. */
import type { StayingTable } from '../../platform/export/exported-table.ts';

export const tokenTables: readonly StayingTable[] = [
  { table: 'api_token', stays: { nl: 'Geheimen waarmee programma’s hier binnenkomen. Elders maakt men nieuwe.', en: 'Secrets by which programs come in here. Elsewhere people make new ones.' } },
];
