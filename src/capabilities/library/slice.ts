import type { Slice } from '../../platform/slice.ts';
import { libraryOperations } from './operations.tsx';

export const library: Slice = {
  name: 'library',
  title: { nl: 'Bibliotheek', en: 'Library' },
  operations: libraryOperations,
};
