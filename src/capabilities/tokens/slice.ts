import type { Slice } from '../../platform/slice.ts';
import { tokenTables } from './exported-tables.ts';
import { tokenOperations } from './operations.tsx';

export const tokens: Slice = {
  name: 'tokens',
  title: { nl: 'Tokens', en: 'Tokens' },
  operations: tokenOperations,
  objects: {
    token: { nl: 'Token', en: 'Token' },
  },
  tables: tokenTables,
};
