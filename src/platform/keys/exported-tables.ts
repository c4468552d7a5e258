/** Keys do not go along: what they seal leaves opened, and is sealed again where it comes in. */
import type { StayingTable } from '../export/exported-table.ts';

const keys = { nl: 'Sleutels. Wat ermee verzegeld is, gaat geopend mee.', en: 'Keys. What they seal goes along opened.' };

export const keyTables: readonly StayingTable[] = [
  { table: 'key_encryption_key', stays: keys },
  { table: 'organisation_key', stays: keys },
  { table: 'data_key', stays: keys },
  { table: 'sealed_column', stays: { nl: 'Van deze installatie zelf.', en: 'Of this installation itself.' } },
];
