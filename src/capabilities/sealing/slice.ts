import type { Slice } from '../../platform/slice.ts';
import { keyOperations } from './operations.ts';

export const sealing: Slice = {
  name: 'keys',
  title: { nl: 'Sleutels', en: 'Keys' },
  operations: keyOperations,
  objects: {
    keys: { nl: 'Sleutels', en: 'Keys' },
  },
  permissions: {
    'key:inspect': { nl: 'Zien wat verzegeld is, en met welke sleutel', en: 'See what is sealed, and with which key' },
  },
};
