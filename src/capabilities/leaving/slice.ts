import type { Slice } from '../../platform/slice.ts';
import { leavingTables } from './exported-tables.ts';
import { leavingOperations } from './operations.tsx';

export const leaving: Slice = {
  name: 'leaving',
  title: { nl: 'Vertrek', en: 'Leaving' },
  operations: leavingOperations,
  objects: {
    export: { nl: 'Uitvoer', en: 'Export' },
    exit: { nl: 'Vertrek', en: 'Leaving' },
    certificate: { nl: 'Bewijs van vernietiging', en: 'Certificate of destruction' },
  },
  permissions: {
    'leaving:read': { nl: 'Zien hoe de organisatie kan vertrekken', en: 'See how the organisation can leave' },
  },
  tables: leavingTables,
};
