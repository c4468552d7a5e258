import type { Slice } from '../../platform/slice.ts';
import { queueOperations } from './operations.tsx';

export const queue: Slice = {
  name: 'queue',
  title: { nl: 'Werk op de achtergrond', en: 'Work in the background' },
  operations: queueOperations,
  objects: {
    job: { nl: 'Werk op de achtergrond', en: 'Work in the background' },
  },
  permissions: {
    'job:administer': { nl: 'Achtergrondwerk beheren', en: 'Look after background work' },
  },
};
