/** What of leaving goes along: that is, nothing. */
import type { StayingTable } from '../../platform/export/exported-table.ts';

export const leavingTables: readonly StayingTable[] = [
  { table: 'leaving', stays: { nl: 'Gaat over het vertrek van hier.', en: 'Is about leaving here.' } },
  { table: 'destruction', stays: { nl: 'Het bewijs van vernietiging, dat deze installatie bewaart.', en: 'The certificate of destruction, which this installation keeps.' } },
];
