import type { Slice } from '../../platform/slice.ts';
import { sovereigntyOperations } from './operations.ts';

export const sovereignty: Slice = {
  name: 'sovereignty',
  title: { nl: 'Vragen over systemen en contracten', en: 'Questions about systems and contracts' },
  operations: sovereigntyOperations,
  permissions: {
    'evidence:change': { nl: 'Bewijs vastleggen', en: 'Record evidence' },
  },
};
