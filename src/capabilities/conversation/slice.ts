import type { Slice } from '../../platform/slice.ts';
import { conversationTables } from './exported-tables.ts';
import { conversationOperations } from './operations.ts';
import { removeAnswersOf, sealedColumns } from './store.ts';

export const conversation: Slice = {
  name: 'conversation',
  title: { nl: 'Gesprek', en: 'Conversation' },
  operations: conversationOperations,
  objects: {
    conversation: { nl: 'Gesprek', en: 'Conversation' },
  },
  permissions: {
    'conversation:read': { nl: 'Het gesprek lezen', en: 'Read the conversation' },
  },
  tables: conversationTables,
  sealed: sealedColumns,
  forget: removeAnswersOf,
};
