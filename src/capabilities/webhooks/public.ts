/** What others may use of this slice. */
export { deliverEvent, tellWebhooks } from './deliver.ts';
export { clearOldDeliveries, sealedColumns as sealedInWebhooks } from './store.ts';
