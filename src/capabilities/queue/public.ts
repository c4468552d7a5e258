/** What others may use of this slice. */
export { sayReason } from './reason.ts';
