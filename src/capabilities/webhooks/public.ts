/** What others may use of this slice. */
export { deliverEvent, tellWebhooks } from './deliver.ts';
