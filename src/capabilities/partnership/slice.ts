import type { Slice } from '../../platform/slice.ts';
import { partnershipTables } from './exported-tables.ts';
import { partnershipOperations } from './operations.ts';

export const partnership: Slice = {
  name: 'partnership',
  title: { nl: 'Afspraken met partners', en: 'Agreements with partners' },
  operations: partnershipOperations,
  objects: {
    agreement: { nl: 'Afspraak met een partner', en: 'Agreement with a partner' },
  },
  permissions: {
    'partnership:read': { nl: 'Afspraken met partners lezen', en: 'Read agreements with partners' },
  },
  tables: partnershipTables,
};
