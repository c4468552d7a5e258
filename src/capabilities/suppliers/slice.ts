import type { Slice } from '../../platform/slice.ts';
import { supplierOperations } from './operations.ts';

export const suppliers: Slice = {
  name: 'suppliers',
  title: { nl: 'Leveranciers en contracten', en: 'Providers and contracts' },
  operations: supplierOperations,
};
