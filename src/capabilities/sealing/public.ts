/** What others may use of this slice. */
export { sealedColumns } from './sealed-columns.ts';
