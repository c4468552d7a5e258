import type { Slice } from '../../platform/slice.ts';
import { webhookTables } from './exported-tables.ts';
import { webhookOperations } from './operations.tsx';
import { deliverEvent } from './deliver.ts';
import { clearOldDeliveries, sealedColumns } from './store.ts';

export const webhooks: Slice = {
  name: 'webhooks',
  title: { nl: 'Webhooks', en: 'Webhooks' },
  operations: webhookOperations,
  objects: {
    webhook: { nl: 'Webhook', en: 'Webhook' },
  },
  permissions: {
    'webhook:administer': { nl: 'Webhooks beheren', en: 'Look after webhooks' },
  },
  tables: webhookTables,
  sealed: sealedColumns,
  work: [deliverEvent],
  chores: [{ name: 'clear-deliveries', everyMinutes: 60, duty: 'clear-up', run: clearOldDeliveries }],
};
